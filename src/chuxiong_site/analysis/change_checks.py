"""Recompute what a report says of change: by how many per cent, by how many percentage points or units."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from ..model.check_specs import DifferenceCheck, GrowthCheck
from ..model.findings import CheckOutcome, CheckResult, Fact, Interval
from ..model.measures import PARTS, POINTS
from ..model.records import dataclass
from ..model.report import Report
from .check_results import create_unverifiable, describe_interval, find_obstacle, show_six_digits
from .claim_words import Background, is_at_constant_prices, name_report, read_direction
from .intervals import compute_difference, compute_interval, compute_quotient, turn
from .units import fold_unit

NO_BASE = "报告和以前的报告里都没有标出上年的数。"
CONSTANT = "原句写明的口径与现价的数不同（可比价格、同口径一类），不能用报告写的数复算。"
REVISED = "以前的数后来可能修订过，不能据此说这里不符。"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A claim of change with its two ends."""

    claim: Fact
    current: Fact
    previous: Fact
    source: Report | None
    """The earlier report that states the previous value; `None` where this one does."""
    sign: int

    @property
    def inputs(self) -> tuple[Fact, ...]:
        """The facts of this report, the claim last."""
        own = () if self.source else (self.previous,)
        return (self.current, *own, self.claim)

    @property
    def base(self) -> str:
        """The previous value, with where it stands."""
        return self.previous.words + (f"（{name_report(self.source)}）" if self.source else "")


def check_growth(spec: GrowthCheck, facts: Mapping[str, Fact], background: Background) -> CheckResult | None:
    """Return whether the value over last year's, less one, is the printed per cent; `None` without the claim."""
    change = _find_change(spec, facts, background)
    if not isinstance(change, _Change):
        return change
    if change.claim.unit not in PARTS or change.previous.value <= 0:
        return create_unverifiable(spec, change.inputs, change.claim, "上年的数或者增减不能这样复算。")
    per = 1000 if change.claim.unit == "‰" else 100
    exact = (change.current.value / change.previous.value - 1) * per * change.sign
    quotient = compute_quotient(compute_interval(change.current), compute_interval(change.previous), per)
    possible = Interval(low=quotient.low - per, high=quotient.high - per)
    return _judge(spec, change, exact, possible, f"{change.current.words} ÷ {change.base} − 1")


def check_difference(
    spec: DifferenceCheck, facts: Mapping[str, Fact], background: Background
) -> CheckResult | None:
    """Return whether the value less last year's is the printed difference; `None` without the claim."""
    change = _find_change(spec, facts, background)
    if not isinstance(change, _Change):
        return change
    is_points = change.current.unit in PARTS and change.claim.unit in POINTS
    if not is_points and fold_unit(change.claim.unit) != fold_unit(change.current.unit):
        return create_unverifiable(spec, change.inputs, change.claim, "增减与它比较的数单位不同，不能复算。")
    exact = (change.current.value - change.previous.value) * change.sign
    possible = compute_difference(compute_interval(change.current), compute_interval(change.previous))
    return _judge(spec, change, exact, possible, f"{change.current.words} − {change.base}")


def _find_change(
    spec: GrowthCheck | DifferenceCheck, facts: Mapping[str, Fact], background: Background
) -> _Change | CheckResult | None:
    """Return the claim with its ends, the result where it cannot be computed, or `None` without the claim."""
    claim = facts.get(spec.change or f"{spec.indicator}.change")
    if claim is None:
        return None
    current = facts.get(spec.indicator)
    if current is None:
        return create_unverifiable(spec, (claim,), claim, "本报告未给出本年的数。", lacks_input=True)
    if isinstance(spec, GrowthCheck) and is_at_constant_prices(background.report, claim):
        return create_unverifiable(spec, (current, claim), claim, CONSTANT)
    source, previous = _find_previous(spec.indicator, current, facts, background)
    if previous is None:
        return create_unverifiable(spec, (current, claim), claim, NO_BASE, lacks_input=True)
    sign = read_direction(background.report, claim)
    change = _Change(claim=claim, current=current, previous=previous, source=source, sign=sign)
    reason = find_obstacle((current, previous, claim))
    if not reason and fold_unit(current.unit) != fold_unit(previous.unit):
        reason = "本年的数与上年的数单位不同，不能复算。"
    return create_unverifiable(spec, change.inputs, claim, reason) if reason else change


def _find_previous(
    indicator: str, current: Fact, facts: Mapping[str, Fact], background: Background
) -> tuple[Report | None, Fact | None]:
    """Return last year's value, and the earlier report that states it where this one does not."""
    year = str(int(current.year) - 1) if current.year else ""
    own = facts.get(f"{indicator}.previous") or facts.get(f"{indicator}.{year}")
    if own is not None:
        return None, own
    for report, fact in background.earlier:
        if fact.indicator.id == indicator and fact.role is None and not fact.of and fact.year == year:
            return report, fact
    return None, None


def _judge(
    spec: GrowthCheck | DifferenceCheck, change: _Change, exact: Decimal, possible: Interval, formula: str
) -> CheckResult:
    claim = change.claim
    printed = compute_interval(claim)
    holds = printed.meets(possible if change.sign > 0 else turn(possible))
    rounded = exact.quantize(claim.resolution, rounding=ROUND_HALF_UP)
    reason = f"用报告写的数计算，得 {show_six_digits(exact)}{claim.unit}；保留到同样的位数是 {rounded}{claim.unit}，"
    if rounded == claim.value:
        reason += "与报告写的相符。"
    else:
        reason += describe_interval(printed, claim.unit, holds)
    failed = CheckOutcome.UNVERIFIABLE if change.source else CheckOutcome.FAILS
    return CheckResult(
        spec=spec,
        inputs=change.inputs,
        claim=claim,
        formula=formula,
        computed=f"{show_six_digits(exact)}{claim.unit}",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else failed,
        reason=reason + (REVISED if change.source and not holds else ""),
        base=(change.source.id, change.previous) if change.source else None,
    )
