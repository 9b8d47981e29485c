"""Prove the results of the checks: every quotient, sum, relation and interval is recomputed with fractions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from ..model import measures
from ..model.check_specs import (
    DifferenceCheck,
    GrowthCheck,
    OpenClaim,
    PartCheck,
    PerUnitCheck,
    RatioCheck,
    ReductionCheck,
    ShareCheck,
    SumCheck,
    TableSum,
    UnverifiableCheck,
)
from ..model.findings import CheckOutcome, CheckResult, Fact, Findings, ReportFindings
from ..model.records import dataclass
from ..problems import Problem
from .bounds import Bounds, find_bounds
from .cells import Grid, read_grids
from .claims import read_per, says_down
from .faults import create_fault
from .scopes.things import group_claims, say_measure
from .table_sums import check_table_sum

SIGNIFICANT = 6
CLAIMS = frozenset({measures.SHARE, measures.CHANGE, measures.AVERAGE})
"""Measures of numbers that are computed from others."""


def check_results(report_findings: ReportFindings, findings: Findings) -> Iterator[Problem]:
    """Yield every result that its own numbers do not bear out, and every claim that is passed over."""
    facts = {fact.id: fact for fact in report_findings.facts}
    page = f"{report_findings.report.id}/checks.html"
    sources = Sources(
        report_findings=report_findings,
        findings=findings,
        facts=facts,
        grids=read_grids(report_findings.report),
    )
    for check in report_findings.checks:
        yield from _check_outcome(page, check, sources)
        # What a result without a computed number lacks may be the very numbers.
        computed = _compute(check, facts, report_findings) if check.computed else None
        if check.computed and computed is None:
            yield create_fault(page, f"{check.spec.id} 算得 {check.computed}", "不算出数的核对")
        elif computed is not None and not _says(check.computed, computed):
            yield create_fault(page, f"{check.spec.id} 算得 {check.computed}", str(float(computed)))
        if check.interval is not None and check.claim is not None:
            low, high = find_bounds(check.claim)
            if (Fraction(check.interval.low), Fraction(check.interval.high)) != (low, high):
                found = f"{check.spec.id} 的区间不同"
                yield create_fault(page, found, f"{float(low)}～{float(high)}")
    yield from _check_passed_over(page, report_findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the numbers of a check come from: its own report, and those before it."""

    report_findings: ReportFindings
    findings: Findings
    facts: Mapping[str, Fact]
    """Of its own report, by their ids."""
    grids: tuple[Grid, ...]


def _check_outcome(page: str, check: CheckResult, sources: Sources) -> Iterator[Problem]:
    report_findings = sources.report_findings
    if isinstance(check.spec, TableSum):
        yield from check_table_sum(report_findings.report, sources.grids, check)
    if check.base is not None and not _is_stated(check, sources):
        yield create_fault(
            page, f"{check.spec.id} 用到的 {check.base[1].id}", f"{check.base[0]} 年度报告里的数"
        )
    if check.outcome is CheckOutcome.UNVERIFIABLE and not check.computed:
        return
    may_fail = check.base is None and not isinstance(check.spec, TableSum)
    failed = CheckOutcome.FAILS if may_fail else CheckOutcome.UNVERIFIABLE
    wanted = CheckOutcome.HOLDS if _holds(check, sources.facts, report_findings) else failed
    if check.outcome is not wanted:
        yield create_fault(page, f"{check.spec.id} 的结果是 {check.outcome}", wanted.value)


def _is_stated(check: CheckResult, sources: Sources) -> bool:
    """Tell whether the number of an earlier report stands there, and is of the year before."""
    assert check.base is not None
    id, base = check.base  # noqa: A001  # the contract's word
    own = sources.report_findings.report.id
    earlier = (entry for entry in sources.findings.at_hand if entry.report.id == id < own)
    year = check.inputs[0].year
    is_last = year is not None and base.year == str(int(year) - 1)
    return is_last and any(base == entry.fact(base.id) for entry in earlier)


def _check_passed_over(page: str, report_findings: ReportFindings) -> Iterator[Problem]:
    """Yield shares, changes and averages of which nothing is said, and those said to be open that are not."""
    said = {check.claim.id for check in report_findings.checks if check.claim is not None}
    for fact in report_findings.facts:
        is_due = fact.named and say_measure(fact) in CLAIMS and fact.role not in {"target", "previous"}
        if is_due and fact.id not in said:
            yield create_fault(page, f"没有说 {fact.id} 能不能复算", "每个占比、增减、平均数都有交代")
    for check in report_findings.checks:
        if not isinstance(check.spec, OpenClaim) or check.claim is None:
            continue
        claims = group_claims(report_findings)[check.claim.id]
        others = [other for other in claims if other.claim == check.claim]
        if len(others) > 1:
            yield create_fault(page, f"{check.spec.id} 说没有复算", f"{others[0].spec.id} 已经复算了")


def _holds(check: CheckResult, facts: Mapping[str, Fact], report_findings: ReportFindings) -> bool:
    spec = check.spec
    match spec:
        case PartCheck():
            return find_bounds(facts[spec.part])[0] <= find_bounds(facts[spec.whole])[1]
        case ReductionCheck():
            return facts[f"{spec.indicator}.after"].value < facts[f"{spec.indicator}.before"].value
        case _:
            possible = _reckon(check, facts, report_findings, find_bounds)
            return (
                possible is not None and check.claim is not None and _meet(possible, find_bounds(check.claim))
            )


def _compute(
    check: CheckResult, facts: Mapping[str, Fact], report_findings: ReportFindings
) -> Fraction | None:
    exact = _reckon(check, facts, report_findings, lambda fact: (Fraction(fact.value), Fraction(fact.value)))
    return exact[0] if exact else None


def _reckon(
    check: CheckResult,
    facts: Mapping[str, Fact],
    report_findings: ReportFindings,
    read: Callable[[Fact], Bounds],
) -> Bounds | None:
    """Return from where to where the recomputed number can lie; `None` for checks that recompute none."""
    spec, claim = check.spec, check.claim
    if claim is None or isinstance(spec, OpenClaim | UnverifiableCheck):
        return None
    possible: Bounds | None = None
    match spec:
        case RatioCheck():
            possible = _divide(read(facts[spec.part]), read(facts[spec.whole]), _per(claim))
        case PerUnitCheck():
            per = int(claim.per) if claim.per else read_per(report_findings.report, claim)
            possible = _divide(read(facts[spec.total]), read(facts[spec.count]), per)
        case ShareCheck():
            whole = _add([read(facts[part]) for part in spec.parts])
            possible = _divide(read(facts[spec.part]), whole, _per(claim))
        case SumCheck():
            possible = _add([read(facts[part]) for part in spec.parts])
        case TableSum():
            possible = _add([read(part) for part in check.inputs[:-1]])
        case GrowthCheck() | DifferenceCheck():
            if (ends := _read_ends(check, facts)) is not None:
                change = _reckon_change(check, claim, read(ends[0]), read(ends[1]))
                is_down = says_down(report_findings.report, claim)
                possible = (-change[1], -change[0]) if is_down else change
    return possible


def _reckon_change(check: CheckResult, claim: Fact, now: Bounds, then: Bounds) -> Bounds:
    if isinstance(check.spec, GrowthCheck):
        low, high = _divide(now, then, _per(claim))
        return low - _per(claim), high - _per(claim)
    return now[0] - then[1], now[1] - then[0]


def _read_ends(check: CheckResult, facts: Mapping[str, Fact]) -> tuple[Fact, Fact] | None:
    """Return this year's value and last year's; `None` where the check has no computed number."""
    if not check.computed or not isinstance(check.spec, GrowthCheck | DifferenceCheck):
        return None
    now, id = facts[check.spec.indicator], check.spec.indicator  # noqa: A001  # the contract's word
    told = f"{id}.{int(now.year) - 1}" if now.year else ""
    then = check.base[1] if check.base else facts.get(f"{id}.previous") or facts.get(told)
    return (now, then) if then is not None and then.indicator.id == id else None


def _divide(part: Bounds, whole: Bounds, per: int) -> Bounds:
    return part[0] / whole[1] * per, part[1] / whole[0] * per


def _add(parts: list[Bounds]) -> Bounds:
    return sum((low for low, _ in parts), Fraction(0)), sum((high for _, high in parts), Fraction(0))


def _per(rate: Fact) -> int:
    return 1000 if rate.unit == "‰" else 100


def _meet(ours: Bounds, theirs: Bounds) -> bool:
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _says(text: str, number: Fraction) -> bool:
    """Tell whether words give a number: to its end, or cut after six digits with 「…」."""
    if text.startswith("-"):
        return _says(text[1:], -number)
    digits, cut, _ = text.partition("…")
    digits = digits.rstrip("".join(char for char in digits if not char.isdigit())) if not cut else digits
    try:
        said = Fraction(digits)
    except ValueError:
        return False
    if not cut:
        return said == number
    places = len(digits.partition(".")[2])
    enough = len(digits.replace(".", "").lstrip("-0")) >= SIGNIFICANT
    return enough and said <= number < said + Fraction(1, 10**places)
