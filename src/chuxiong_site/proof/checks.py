"""Prove the results of the checks: every quotient, sum, relation and interval is recomputed with fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ..model import measures
from ..model.catalogue import PartCheck, RatioCheck, ReductionCheck, SumCheck
from ..model.findings import CheckOutcome, CheckResult, Fact, ReportFindings
from ..model.numeral import Qualifier
from ..problems import Problem
from .faults import create_fault

ROUNDED = frozenset({measures.MONEY, measures.AVERAGE, measures.SHARE, measures.CHANGE})
"""Measures whose numbers were rounded before printing."""
SCALED = re.compile("[万亿]|[0-9０-９][.．][0-9０-９]")
"""Numbers that were, as they look."""
SIGNIFICANT = 6
Bounds = tuple[Fraction, Fraction]


def check_results(report_findings: ReportFindings) -> Iterator[Problem]:
    """Yield every result that its own numbers do not bear out."""
    facts = {fact.id: fact for fact in report_findings.facts}
    for check in report_findings.checks:
        if check.outcome is CheckOutcome.UNVERIFIABLE:
            continue
        wanted = CheckOutcome.HOLDS if _holds(check, facts) else CheckOutcome.FAILS
        if check.outcome is not wanted:
            yield create_fault(
                f"{report_findings.report.id}/checks.html",
                f"{check.spec.id} 的结果是 {check.outcome}",
                wanted.value,
            )
        computed = _compute(check, facts)
        if computed is not None and not _says(check.computed, computed):
            yield create_fault(
                f"{report_findings.report.id}/checks.html",
                f"{check.spec.id} 算得 {check.computed}",
                str(float(computed)),
            )
        if check.interval is not None and check.claim is not None:
            low, high = _bound(check.claim)
            if (Fraction(check.interval.low), Fraction(check.interval.high)) != (low, high):
                yield create_fault(
                    f"{report_findings.report.id}/checks.html",
                    f"{check.spec.id} 的区间不同",
                    f"{float(low)}～{float(high)}",
                )


def _bound(fact: Fact) -> Bounds:
    """Return the numbers that would have been printed as this fact."""
    value = Fraction(fact.value)
    measure = measures.CHANGE if fact.role == "change" else fact.indicator.measure
    rounded = measure in ROUNDED or fact.qualifier is Qualifier.AVERAGE or SCALED.search(fact.surface)
    half = Fraction(fact.resolution) / 2 if rounded else Fraction(0)
    return value - half, value + half


def _holds(check: CheckResult, facts: Mapping[str, Fact]) -> bool:
    match check.spec:
        case RatioCheck():
            part, whole = _bound(facts[check.spec.part]), _bound(facts[check.spec.whole])
            per = _per(facts[check.spec.rate])
            quotient = (part[0] / whole[1] * per, part[1] / whole[0] * per)
            return _meet(quotient, _bound(facts[check.spec.rate]))
        case PartCheck():
            return _bound(facts[check.spec.part])[0] <= _bound(facts[check.spec.whole])[1]
        case SumCheck():
            parts = [_bound(facts[part]) for part in check.spec.parts]
            total = (sum(low for low, _ in parts), sum(high for _, high in parts))
            return _meet((Fraction(total[0]), Fraction(total[1])), _bound(facts[check.spec.total]))
        case ReductionCheck():
            return (
                facts[f"{check.spec.indicator}.after"].value < facts[f"{check.spec.indicator}.before"].value
            )
        case _:
            return False


def _compute(check: CheckResult, facts: Mapping[str, Fact]) -> Fraction | None:
    match check.spec:
        case RatioCheck():
            part, whole = Fraction(facts[check.spec.part].value), Fraction(facts[check.spec.whole].value)
            return part / whole * _per(facts[check.spec.rate])
        case SumCheck():
            return sum((Fraction(facts[part].value) for part in check.spec.parts), Fraction(0))
        case _:
            return None


def _per(rate: Fact) -> int:
    return 1000 if rate.unit == "‰" else 100


def _meet(ours: Bounds, theirs: Bounds) -> bool:
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _says(text: str, number: Fraction) -> bool:
    """Tell whether words give a number: to its end, or cut after six digits with 「…」."""
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
