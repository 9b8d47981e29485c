"""Recompute averages from a total and a count, and shares of a whole that is only printed in parts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from ..model.check_specs import PerUnitCheck, ShareCheck
from ..model.findings import CheckOutcome, CheckResult, Fact, Interval
from .check_results import create_unverifiable, describe_interval, find_obstacle, show_six_digits
from .claim_words import Background, read_per
from .intervals import compute_interval, compute_quotient, compute_sum


def check_per_unit(
    spec: PerUnitCheck, facts: Mapping[str, Fact], background: Background
) -> CheckResult | None:
    """Return whether a total over a count is the printed average; `None` without the average."""
    rate, total, count = facts.get(spec.rate), facts.get(spec.total), facts.get(spec.count)
    if rate is None:
        return None
    if total is None or count is None:
        missing = "总量" if total is None else "个数"
        return create_unverifiable(spec, (rate,), rate, f"本报告未给出{missing}。", lacks_input=True)
    inputs = (total, count, rate)
    if reason := find_obstacle(inputs) or ("" if count.value > 0 else f"个数是{count.words}，不能相除。"):
        return create_unverifiable(spec, inputs, rate, reason)
    per = int(rate.per) if rate.per else read_per(background.report, rate)
    possible = compute_quotient(compute_interval(total), compute_interval(count), per)
    formula = f"{total.words} ÷ {count.words}" + (f" × {per}" if per > 1 else "")
    return _judge(spec, inputs, total.value / count.value * per, possible, formula)


def check_share(spec: ShareCheck, facts: Mapping[str, Fact], _: Background) -> CheckResult | None:
    """Return whether a part over the sum of all parts is the printed share; `None` without the share."""
    rate, part = facts.get(spec.rate), facts.get(spec.part)
    parts = tuple(facts[id] for id in spec.parts if id in facts)  # noqa: A001
    if rate is None:
        return None
    if part is None or len(parts) < len(spec.parts):
        return create_unverifiable(spec, (rate,), rate, "本报告没有给出全部分项。", lacks_input=True)
    inputs = (part, *(fact for fact in parts if fact is not part), rate)
    whole = sum((fact.value for fact in parts), Decimal())
    if reason := find_obstacle(inputs) or ("" if whole > 0 else "各分项相加不大于零，不能相除。"):
        return create_unverifiable(spec, inputs, rate, reason)
    per = 1000 if rate.unit == "‰" else 100
    possible = compute_quotient(
        compute_interval(part), compute_sum([compute_interval(fact) for fact in parts]), per
    )
    formula = f"{part.words} ÷ （{' + '.join(fact.words for fact in parts)}）"
    return _judge(spec, inputs, part.value / whole * per, possible, formula)


def _judge(
    spec: PerUnitCheck | ShareCheck,
    inputs: tuple[Fact, ...],
    exact: Decimal,
    possible: Interval,
    formula: str,
) -> CheckResult:
    claim = inputs[-1]
    printed, unit = compute_interval(claim), claim.unit
    holds = printed.meets(possible)
    rounded = exact.quantize(claim.resolution, rounding=ROUND_HALF_UP)
    reason = f"用报告写的数计算，得 {show_six_digits(exact)}{unit}；保留到同样的位数是 {rounded}{unit}，"
    reason += "与报告写的相符。" if rounded == claim.value else describe_interval(printed, unit, holds)
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=claim,
        formula=formula,
        computed=f"{show_six_digits(exact)}{unit}",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )
