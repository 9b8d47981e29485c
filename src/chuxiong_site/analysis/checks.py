"""Recompute the report's claims from its own printed numbers. One function per kind of check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from ..model import measures
from ..model.catalogue import (
    CheckSpec,
    PartCheck,
    RatioCheck,
    ReductionCheck,
    SumCheck,
    UnverifiableCheck,
)
from ..model.findings import CheckOutcome, CheckResult, Fact, Interval
from .intervals import compute_interval, compute_quotient, compute_sum

SIX_DIGITS = 6
EXACT_DIGITS = 120
"""So many that no number a text can print is rounded on the way."""
PER_MILLE = "‰"


def compute_checks(specs: tuple[CheckSpec, ...], facts: tuple[Fact, ...]) -> tuple[CheckResult, ...]:
    """Return the result of every check that this report has a claim for, in catalogue order."""
    by_id = {fact.id: fact for fact in facts}
    with localcontext() as context:
        context.prec = EXACT_DIGITS
        results = [_CHECKS[type(spec)](spec, by_id) for spec in specs]
    return tuple(result for result in results if result is not None)


def list_inputs(spec: CheckSpec) -> tuple[str, ...]:
    """Return the ids of a check's indicators, the claim's last."""
    match spec:
        case RatioCheck():
            return (spec.part, spec.whole, spec.rate)
        case PartCheck():
            return (spec.part, spec.whole)
        case SumCheck():
            return (*spec.parts, spec.total)
        case ReductionCheck():
            return (spec.indicator,)
        case UnverifiableCheck():
            return (spec.rate,)


def _check_ratio(spec: RatioCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    rate, part, whole = facts.get(spec.rate), facts.get(spec.part), facts.get(spec.whole)
    if rate is None:
        return None
    if part is None or whole is None:
        missing = "分子" if part is None else "分母"
        return _unverifiable(spec, (rate,), rate, f"本报告未给出{missing}。", lacks_input=True)
    inputs = (part, whole, rate)
    if reason := _find_obstacle(inputs) or ("" if whole.value > 0 else f"分母是{whole.display}，不能相除。"):
        return _unverifiable(spec, inputs, rate, reason)
    return _compute_ratio(spec, inputs)


def _compute_ratio(spec: RatioCheck, inputs: tuple[Fact, Fact, Fact]) -> CheckResult:
    part, whole, rate = inputs
    sign, per = (PER_MILLE, 1000) if rate.unit == PER_MILLE else ("%", 100)
    printed, exact = compute_interval(rate), part.value / whole.value * per
    rounded = exact.quantize(rate.resolution, rounding=ROUND_HALF_UP)
    holds = printed.meets(compute_quotient(compute_interval(part), compute_interval(whole), per))
    reason = f"用报告写的数计算，得 {_six(exact)}{sign}；保留到同样的位数是 {rounded}{sign}，"
    reason += "与报告写的相符。" if rounded == rate.value else _describe_interval(printed, sign, holds)
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=rate,
        formula=f"{part.display} ÷ {whole.display}",
        computed=f"{_six(exact)}{sign}",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )


def _find_obstacle(inputs: tuple[Fact, ...]) -> str:
    """Return why numbers cannot be computed with: 余, 不少于 and the like leave open which number is meant."""
    open_ones = [fact.display for fact in inputs if not fact.is_exact]
    return f"「{'」「'.join(open_ones)}」不是确数，不能复算。" if open_ones else ""


def _check_part(spec: PartCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    part, whole = facts.get(spec.part), facts.get(spec.whole)
    if part is None or whole is None:
        return None
    if reason := _find_obstacle((part, whole)):
        return _unverifiable(spec, (part, whole), None, reason)
    holds = compute_interval(part).low <= compute_interval(whole).high
    word = "不超过" if holds else "大于"
    return _relation(
        spec,
        (part, whole),
        f"{part.display} ≤ {whole.display}",
        holds,
        f"部分（{part.display}）{word}全体（{whole.display}）。",
    )


def _check_sum(spec: SumCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    total = facts.get(spec.total)
    parts = [facts[id] for id in spec.parts if id in facts]  # noqa: A001
    if total is None:
        return None
    if len(parts) < len(spec.parts):
        return _unverifiable(spec, (*parts, total), total, "本报告没有给出全部分项。", lacks_input=True)
    if reason := _find_obstacle((*parts, total)):
        return _unverifiable(spec, (*parts, total), total, reason)
    printed = compute_interval(total)
    exact = sum((part.value for part in parts), Decimal())
    holds = printed.meets(compute_sum([compute_interval(part) for part in parts]))
    return CheckResult(
        spec=spec,
        inputs=(*parts, total),
        claim=total,
        formula=" + ".join(part.display for part in parts),
        computed=f"{exact:f}{total.unit}",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason="各分项相加，与报告写的总数" + ("相符。" if holds else "不符。"),
    )


def _check_reduction(spec: ReductionCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    before, after = facts.get(f"{spec.indicator}.before"), facts.get(f"{spec.indicator}.after")
    if before is None or after is None:
        return None
    holds = after.value < before.value
    word = "小于" if holds else "不小于"
    reason = f"{after.role_name}（{after.display}）{word}{before.role_name}（{before.display}）。"
    return _relation(spec, (before, after), f"{after.display} ＜ {before.display}", holds, reason)


def _check_unverifiable(spec: UnverifiableCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    rate = facts.get(spec.rate)
    if rate is None:
        return None
    return _unverifiable(spec, (rate,), rate, spec.reason.rstrip("。") + "。", lacks_input=True)


_CHECKS: dict[type[Any], Callable[[Any, Mapping[str, Fact]], CheckResult | None]] = {
    RatioCheck: _check_ratio,
    PartCheck: _check_part,
    SumCheck: _check_sum,
    ReductionCheck: _check_reduction,
    UnverifiableCheck: _check_unverifiable,
}


def _relation(
    spec: CheckSpec, inputs: tuple[Fact, ...], formula: str, holds: bool, reason: str
) -> CheckResult:
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=None,
        formula=formula,
        computed="",
        interval=None,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )


def _unverifiable(
    spec: CheckSpec, inputs: tuple[Fact, ...], claim: Fact | None, reason: str, *, lacks_input: bool = False
) -> CheckResult:
    """Return the result of a check that cannot be computed; `claim` is `None` when a relation is claimed."""
    rate = claim if claim and claim.measure in measures.RATES and claim.is_exact else None
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=claim,
        formula="",
        computed="",
        interval=compute_interval(rate) if rate else None,
        outcome=CheckOutcome.UNVERIFIABLE,
        reason=reason,
        lacks_input=lacks_input,
    )


def _describe_interval(printed: Interval, sign: str, holds: bool) -> str:
    word = "相容" if holds else "不符"
    return f"与报告写的数在舍入区间 [{printed.low}{sign}，{printed.high}{sign}] 上{word}。"


def _six(value: Decimal) -> str:
    """Return six significant digits, cut and not rounded, with … ; a number that ends earlier as it is."""
    if len(value.normalize().as_tuple().digits) <= SIX_DIGITS:
        return f"{value.normalize():f}"
    places = max(0, SIX_DIGITS - value.adjusted() - 1)
    return f"{value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN):f}…"
