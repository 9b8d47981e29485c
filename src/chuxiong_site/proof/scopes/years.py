"""The years of values: under which one stands in the catalogue, and what tells it from others of that year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...model.findings import Fact, Findings
from ...model.report import Report
from .words import name_report

Told = tuple[str, str, tuple[str, ...]]
"""Indicator, year, and the words that tell a value from others of both."""
CATALOGUE_REPORTS = 3
"""Of how many reports, the newest, the catalogue of indicators shows the values."""


def say_year(report: Report, fact: Fact) -> str:
    """Return the year of a value on its indicator's page, with what tells it apart: 2011（青石县，2012年度报告）."""
    year, words = say_column(report, fact), list(list_told(fact))
    words += [name_report(report)] * (year != report.id)
    return f"{year}（{'，'.join(words)}）" if words else year


def say_column(report: Report, fact: Fact) -> str:
    """Return the year under which a value stands in the catalogue: that which it speaks of."""
    return fact.year or report.id


def list_told(fact: Fact) -> tuple[str, ...]:
    """Return the words that tell a value from others of its indicator and year."""
    return tuple(word for word in fact.role_name.split("，") if word not in {"", f"{fact.told_year}年"})


def count_told(findings: Findings) -> Counter[Told]:
    """Return how many values the catalogue has that only their reports tell apart."""
    return Counter(
        (fact.indicator.id, say_column(entry.report, fact), list_told(fact))
        for entry in findings.reports[:CATALOGUE_REPORTS]
        for fact in entry.facts
    )


def say_told(report: Report, fact: Fact, counts: Mapping[Told, int]) -> str:
    """Return what tells a value from others of its cell in the catalogue: where two reports state it, the report too."""
    is_shared = counts[fact.indicator.id, say_column(report, fact), list_told(fact)] > 1
    return "，".join([*list_told(fact), *[name_report(report)] * is_shared])
