"""Last year's value beside a fact: where the report of the year before states the same thing, and how far the two are apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..model import addresses
from ..model.check_specs import DifferenceCheck, GrowthCheck
from ..model.findings import Comparison, Fact, ReportFindings
from ..model.place import Span
from ..model.report import Report
from .intervals import compute_difference, compute_interval
from .units import fold_unit

COMPARED = frozenset({None, "before", "after"})
"""Roles of values that a report states of its own year; aims, earlier values and changes are compared with nothing."""
VERB = re.compile(
    "(?:增长|增加|增多|提高|提升|上升|扩大|下降|降低|减少|回落|缩减|压减|缩短|压缩|增|升|减|降)"
    "(?:了|幅度?为|幅度?达|幅|到|为|达)*[（(]?$"
)
"""The words right before a number that say which way something changed."""


def compute_comparisons(own: ReportFindings, earlier: Sequence[ReportFindings]) -> dict[str, Comparison]:
    """Return fact id → its comparison, for the facts of the report's own year that the report of the year before states too.

    Compared are facts of one indicator, role, county or group, unit and nature. There is no difference where either
    is not one exact number: 余, 不少于, a range, a ratio.
    """
    year = own.report.id
    last = str(int(year) - 1) if year.isdecimal() else ""
    before = next((entry for entry in earlier if entry.report.id == last), None)
    if before is None:
        return {}
    bases = {_identify(fact): fact for fact in before.facts if fact.year == last and _is_compared(fact)}
    return {
        fact.id: _compare(own, fact, before.report, bases[_identify(fact)])
        for fact in own.facts
        if fact.year == year and _is_compared(fact) and _identify(fact) in bases
    }


def _is_compared(fact: Fact) -> bool:
    return fact.named and fact.role in COMPARED


def _identify(fact: Fact) -> tuple[object, ...]:
    return fact.indicator.id, fact.role, fact.of, fold_unit(fact.unit), fact.nature, fact.per


def _compare(own: ReportFindings, fact: Fact, source: Report, base: Fact) -> Comparison:
    claim = _find_claim(own, fact)
    stated = _find_stated(own, fact, base)
    is_single = all(
        one.is_exact and one.upper is None and not one.members and one.per is None for one in (fact, base)
    )
    possible = compute_difference(compute_interval(fact), compute_interval(base))
    return Comparison(
        report_id=source.id,
        base=base,
        href=addresses.fact_href(source, base),
        difference=fact.value - base.value if is_single else None,
        margin=(possible.high - possible.low) / 2 if is_single else Decimal(),
        stated=stated,
        claimed=_quote(own.report, claim) if claim else "",
    )


def _find_stated(own: ReportFindings, fact: Fact, base: Fact) -> Fact | None:
    """Return what the report itself prints as last year's value where that cannot be the same number as last year's report prints."""
    for other in own.facts:
        is_last = other.role == fact.role and other.year == base.year
        is_last = is_last or (fact.role is None and other.role == "previous")
        if is_last and (other.indicator.id, other.of) == (fact.indicator.id, fact.of):
            return None if compute_interval(other).meets(compute_interval(base)) else other
    return None


def _find_claim(own: ReportFindings, fact: Fact) -> Fact | None:
    """Return what the report itself says of the change of a fact: tagged so, or named by a check."""
    for other in own.facts:
        if other.role == "change" and (other.indicator.id, other.of) == (fact.indicator.id, fact.of):
            return other if fact.role is None else None
    for check in own.checks:
        if isinstance(check.spec, GrowthCheck | DifferenceCheck) and check.spec.indicator == fact.id:
            return check.claim
    return None


def _quote(report: Report, claim: Fact) -> str:
    """Return a change in the report's words: 下降9.7%."""
    said = report.display.of(Span(start=claim.sentence.start, end=claim.span.start)).rstrip()
    word = claim.qualifier_text if claim.qualifier_text and said.endswith(claim.qualifier_text) else ""
    verb = VERB.search(said.removesuffix(word))
    return (verb[0] if verb else "") + word + claim.display
