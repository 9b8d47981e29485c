"""What reports say of an indicator, by year: made of their facts and of where these stand, never of their text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ...model.findings import Fact, ReportFindings
from ...model.records import dataclass
from ...model.report import Report
from ..frame.titles import name_report
from .comparisons import ComparisonLine, describe_comparison
from .fact_briefs import FactBrief, describe_brief

Stated = Mapping[str, tuple[Fact, ...]]
"""Indicator id → the facts of one report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValue:
    """A value of an indicator."""

    label: str
    """2023, 2023（压缩后）, 2011（2012年度报告）."""
    year: str
    """The year that it speaks of."""
    told: str
    """What tells it from other values of the same year: 目标; 2012年度报告, where two reports state the same."""
    brief: FactBrief
    comparison: ComparisonLine | None
    """Last year's value beside it; only of the newest report: of others it stands in the row below."""

    @property
    def name(self) -> str:
        """The indicator's."""
        return self.brief.name

    @property
    def role(self) -> str:
        """The fact's."""
        return self.brief.role


def group_stated(entry: ReportFindings) -> Stated:
    """Return the facts of a report by indicator, in the order of its text."""
    stated: dict[str, tuple[Fact, ...]] = {}
    for fact in entry.facts:
        stated[fact.indicator.id] = (*stated.get(fact.indicator.id, ()), fact)
    return stated


def list_values(
    stating: Iterable[tuple[ReportFindings, Iterable[Fact]]], newest: ReportFindings
) -> tuple[YearValue, ...]:
    """Return the values of one indicator, the newest report first, in the order of its text."""
    facts = [(entry, fact) for entry, own in stating for fact in own]
    counts = Counter((find_year(entry.report, fact), _tell_apart(fact)) for entry, fact in facts)
    return tuple(
        _describe_value(
            entry,
            fact,
            is_alone=counts[find_year(entry.report, fact), _tell_apart(fact)] == 1,
            is_newest=entry is newest,
        )
        for entry, fact in facts
    )


def find_year(report: Report, fact: Fact) -> str:
    """Return the year that a fact speaks of."""
    return fact.year or report.id


def _describe_value(entry: ReportFindings, fact: Fact, *, is_alone: bool, is_newest: bool) -> YearValue:
    report = entry.report
    year, words, source = find_year(report, fact), list(_tell_apart(fact)), [name_report(report)]
    long = words + source * (year != report.id)
    return YearValue(
        label=f"{year}（{'，'.join(long)}）" if long else year,
        year=year,
        told="，".join(words + source * (not is_alone)),
        brief=describe_brief(report, fact),
        comparison=describe_comparison(fact, entry.comparisons.get(fact.id)) if is_newest else None,
    )


def _tell_apart(fact: Fact) -> tuple[str, ...]:
    """Return what tells a value from others of its indicator and year."""
    told = f"{fact.told_year}年" if fact.told_year else ""
    return tuple(word for word in fact.role_name.split("，") if word and word != told)
