"""Claims of the report, recomputed from its own printed numbers. One function a kind of check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from ..model.catalogue import (
    CheckSpec,
    Measure,
    PartCheck,
    RatioCheck,
    ReductionCheck,
    SumCheck,
    UnverifiableCheck,
)
from ..model.findings import CheckOutcome, CheckResult, Fact, Interval
from .intervals import compute_interval, compute_percentage, compute_sum

SIX_DIGITS = 6


def compute_checks(specs: tuple[CheckSpec, ...], facts: tuple[Fact, ...]) -> tuple[CheckResult, ...]:
    """Return the result of every check that this report has a claim for, in catalogue order."""
    by_id = {fact.id: fact for fact in facts}
    results = (_CHECKS[type(spec)](spec, by_id) for spec in specs)
    return tuple(result for result in results if result is not None)


def list_inputs(spec: CheckSpec) -> tuple[str, ...]:
    """Return the indicators that a check speaks of, the claim last."""
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
        return _unverifiable(spec, (rate,), rate, f"本报告未给出{missing}。")
    computed = compute_percentage(compute_interval(part), compute_interval(whole))
    printed = compute_interval(rate)
    exact = part.value / whole.value * 100
    rounded = exact.quantize(rate.resolution, rounding=ROUND_HALF_UP)
    holds = printed.meets(computed)
    reason = f"用所印的数计算，得 {_six(exact)}%；保留到所印的位数是 {rounded}%，"
    reason += "与所印相符。" if rounded == rate.value else _describe_interval(printed, holds)
    return CheckResult(
        spec=spec,
        inputs=(part, whole, rate),
        formula=f"{part.display} ÷ {whole.display}",
        printed=rate.display,
        computed=f"{_six(exact)}%",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )


def _check_part(spec: PartCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    part, whole = facts.get(spec.part), facts.get(spec.whole)
    if part is None or whole is None:
        return None
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
        return _unverifiable(spec, (*parts, total), total, "本报告没有给出全部分项。")
    printed = compute_interval(total)
    exact = sum((part.value for part in parts), Decimal())
    holds = printed.meets(compute_sum([compute_interval(part) for part in parts]))
    return CheckResult(
        spec=spec,
        inputs=(*parts, total),
        formula=" + ".join(part.display for part in parts),
        printed=total.display,
        computed=f"{exact}{total.unit}",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason="各分项相加，与所印的总数" + ("相符。" if holds else "不符。"),
    )


def _check_reduction(spec: ReductionCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    before, after = facts.get(f"{spec.indicator}.before"), facts.get(f"{spec.indicator}.after")
    if before is None or after is None:
        return None
    holds = after.value < before.value
    reason = f"之后（{after.display}）{'小于' if holds else '不小于'}之前（{before.display}）。"
    return _relation(spec, (before, after), f"{after.display} ＜ {before.display}", holds, reason)


def _check_unverifiable(spec: UnverifiableCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    rate = facts.get(spec.rate)
    return None if rate is None else _unverifiable(spec, (rate,), rate, spec.reason.rstrip("。") + "。")


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
        formula=formula,
        printed="",
        computed="",
        interval=None,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )


def _unverifiable(spec: CheckSpec, inputs: tuple[Fact, ...], claim: Fact, reason: str) -> CheckResult:
    return CheckResult(
        spec=spec,
        inputs=inputs,
        formula="",
        printed=claim.display,
        computed="",
        interval=compute_interval(claim) if claim.indicator.measure is Measure.RATE else None,
        outcome=CheckOutcome.UNVERIFIABLE,
        reason=reason,
    )


def _describe_interval(printed: Interval, holds: bool) -> str:
    word = "相容" if holds else "不符"
    return f"与所印的数在舍入区间 [{printed.low}%，{printed.high}%] 上{word}。"


def _six(value: Decimal) -> str:
    """Return six significant digits, cut and not rounded, with … ; a number that ends earlier as it is."""
    if len(value.normalize().as_tuple().digits) <= SIX_DIGITS:
        return f"{value.normalize():f}"
    places = max(0, SIX_DIGITS - value.adjusted() - 1)
    return f"{value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN):f}…"
