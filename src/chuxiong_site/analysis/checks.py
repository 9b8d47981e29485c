"""Recompute the report's claims from its own printed numbers. One function per kind of check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from ..model.check_specs import (
    CheckSpec,
    DifferenceCheck,
    GrowthCheck,
    PartCheck,
    PerUnitCheck,
    RatioCheck,
    ReductionCheck,
    ShareCheck,
    SumCheck,
    UnverifiableCheck,
)
from ..model.findings import CheckOutcome, CheckResult, Fact
from .average_checks import check_per_unit, check_share
from .change_checks import check_difference, check_growth
from .check_results import (
    create_relation,
    create_unverifiable,
    describe_interval,
    find_obstacle,
    show_six_digits,
)
from .claim_words import Background
from .intervals import compute_interval, compute_quotient, compute_sum

EXACT_DIGITS = 120
"""So many that no number a text can print is rounded on the way."""
PER_MILLE = "‰"


def compute_checks(
    specs: tuple[CheckSpec, ...], facts: tuple[Fact, ...], background: Background | None = None
) -> tuple[CheckResult, ...]:
    """Return the result of every check that this report has a claim for, in catalogue order.

    Without a background the claims whose words have to be read are left out.
    """
    by_id = {fact.id: fact for fact in facts}
    with localcontext() as context:
        context.prec = EXACT_DIGITS
        results = [_check(spec, by_id, background) for spec in specs]
    return tuple(result for result in results if result is not None)


def _check(spec: CheckSpec, facts: Mapping[str, Fact], background: Background | None) -> CheckResult | None:
    if type(spec) in _CHECKS:
        return _CHECKS[type(spec)](spec, facts)
    return _READING_CHECKS[type(spec)](spec, facts, background) if background else None


def list_inputs(spec: CheckSpec) -> tuple[str, ...]:
    """Return the ids of a check's indicators, the claim's last."""
    given = (getattr(spec, key) for key in _INPUTS[type(spec)])
    ids = (id for ids in given for id in (ids if isinstance(ids, tuple) else (ids,)) if id)  # noqa: A001
    return tuple(dict.fromkeys(ids))


_INPUTS: dict[type[Any], tuple[str, ...]] = {
    RatioCheck: ("part", "whole", "rate"),
    PartCheck: ("part", "whole"),
    SumCheck: ("parts", "total"),
    ReductionCheck: ("indicator",),
    GrowthCheck: ("indicator", "change"),
    DifferenceCheck: ("indicator", "change"),
    PerUnitCheck: ("total", "count", "rate"),
    ShareCheck: ("part", "parts", "rate"),
    UnverifiableCheck: ("rate",),
}
"""Kind of check → the keys that name indicators."""


def _check_ratio(spec: RatioCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    rate, part, whole = facts.get(spec.rate), facts.get(spec.part), facts.get(spec.whole)
    if rate is None:
        return None
    if part is None or whole is None:
        missing = "分子" if part is None else "分母"
        return create_unverifiable(spec, (rate,), rate, f"本报告未给出{missing}。", lacks_input=True)
    inputs = (part, whole, rate)
    if reason := find_obstacle(inputs) or ("" if whole.value > 0 else f"分母是{whole.display}，不能相除。"):
        return create_unverifiable(spec, inputs, rate, reason)
    return _compute_ratio(spec, inputs)


def _compute_ratio(spec: RatioCheck, inputs: tuple[Fact, Fact, Fact]) -> CheckResult:
    part, whole, rate = inputs
    sign, per = (PER_MILLE, 1000) if rate.unit == PER_MILLE else ("%", 100)
    printed, exact = compute_interval(rate), part.value / whole.value * per
    rounded = exact.quantize(rate.resolution, rounding=ROUND_HALF_UP)
    holds = printed.meets(compute_quotient(compute_interval(part), compute_interval(whole), per))
    reason = f"用报告写的数计算，得 {show_six_digits(exact)}{sign}；保留到同样的位数是 {rounded}{sign}，"
    reason += "与报告写的相符。" if rounded == rate.value else describe_interval(printed, sign, holds)
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=rate,
        formula=f"{part.display} ÷ {whole.display}",
        computed=f"{show_six_digits(exact)}{sign}",
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )


def _check_part(spec: PartCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    part, whole = facts.get(spec.part), facts.get(spec.whole)
    if part is None or whole is None:
        return None
    if reason := find_obstacle((part, whole)):
        return create_unverifiable(spec, (part, whole), None, reason)
    holds = compute_interval(part).low <= compute_interval(whole).high
    word = "不超过" if holds else "大于"
    return create_relation(
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
        return create_unverifiable(spec, (*parts, total), total, "本报告没有给出全部分项。", lacks_input=True)
    if reason := find_obstacle((*parts, total)):
        return create_unverifiable(spec, (*parts, total), total, reason)
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
    return create_relation(spec, (before, after), f"{after.display} ＜ {before.display}", holds, reason)


def _check_unverifiable(spec: UnverifiableCheck, facts: Mapping[str, Fact]) -> CheckResult | None:
    rate = facts.get(spec.rate)
    if rate is None:
        return None
    return create_unverifiable(spec, (rate,), rate, spec.reason.rstrip("。") + "。", lacks_input=True)


_CHECKS: dict[type[Any], Callable[[Any, Mapping[str, Fact]], CheckResult | None]] = {
    RatioCheck: _check_ratio,
    PartCheck: _check_part,
    SumCheck: _check_sum,
    ReductionCheck: _check_reduction,
    UnverifiableCheck: _check_unverifiable,
}
_READING_CHECKS: dict[type[Any], Callable[[Any, Mapping[str, Fact], Background], CheckResult | None]] = {
    GrowthCheck: check_growth,
    DifferenceCheck: check_difference,
    PerUnitCheck: check_per_unit,
    ShareCheck: check_share,
}
"""Those for which the words around a claim are read."""
