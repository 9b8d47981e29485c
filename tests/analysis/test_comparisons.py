"""What stands beside a fact from the year before: what may be compared, and how far the two are apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from built import BuiltSite
from chuxiong_site.analysis.comparisons import compute_comparisons
from chuxiong_site.model.findings import Comparison, Fact, ReportFindings
from chuxiong_site.model.numeral import Qualifier

COUNT, RATE, SCALED, HOTLINE = (
    "service-items",
    "online-availability-rate",
    "service-cases",
    "hotline-requests",
)


def change(findings: ReportFindings, id: str, **values: Any) -> ReportFindings:  # noqa: A002
    """Return findings in which one fact is another."""
    facts = tuple(replace(fact, **values) if fact.id == id else fact for fact in findings.facts)
    assert facts != findings.facts
    return replace(findings, facts=facts)


def compare(
    site: BuiltSite,
    id: str,  # noqa: A002
    *,
    own: dict[str, Any] | None = None,
    base: dict[str, Any] | None = None,
) -> Comparison | None:
    """Return the comparison of a fact of the rich project, of this year and of last year changed as told."""
    this, last = site.findings.reports
    this = change(this, id, **own) if own else this
    last = change(last, id, **base) if base else last
    return compute_comparisons(this, [last]).get(id)


def find(site: BuiltSite, id: str) -> Fact:  # noqa: A002
    """Return a fact of the rich project's newer report."""
    fact = site.findings.reports[0].fact(id)
    assert fact is not None
    return fact


@pytest.mark.parametrize(
    ("id", "difference", "margin"),
    [(COUNT, "96", "0"), (RATE, "5.58", "0.01"), (SCALED, "63300", "100"), (HOTLINE, "12196", "0")],
)
def test_differences_are_exact(id: str, difference: str, margin: str, built_site: BuiltSite) -> None:  # noqa: A002
    """The difference is that of the printed numbers; rounding leaves half a last digit of each open."""
    comparison = compare(built_site, id)
    assert comparison is not None
    assert (comparison.difference, comparison.margin) == (Decimal(difference), Decimal(margin))
    assert comparison.report_id == "2022"


@pytest.mark.parametrize(
    "base",
    [
        {"unit": "人"},
        {"of": "石榆市"},
        {"role": "target"},
        {"role": "after"},
        {"year": "2021"},
        {"named": False},
        {"qualifier": Qualifier.PLANNED},
        {"per": Decimal(10000)},
    ],
)
def test_unlike_facts_are_not_compared(base: dict[str, Any], built_site: BuiltSite) -> None:
    """Another unit, county, role, year or nature, or no name: nothing stands beside the fact."""
    assert compare(built_site, COUNT, base=base) is None


@pytest.mark.parametrize(
    "own",
    [{"qualifier": Qualifier.APPROXIMATE}, {"upper": Decimal(1300)}, {"members": (Decimal(3), Decimal(1))}],
)
def test_what_is_not_one_exact_number_has_no_difference(own: dict[str, Any], built_site: BuiltSite) -> None:
    """Last year's value stands beside an approximate number, a range, a ratio; no difference is computed."""
    comparison = compare(built_site, COUNT, own=own)
    assert comparison is not None
    assert comparison.difference is None


def test_years_have_to_follow_one_another(built_site: BuiltSite) -> None:
    """The report of two years before is compared with nothing, and the older one has nothing before it."""
    this, last = built_site.findings.reports
    older = replace(last, report=replace(last.report, id="2021"))
    assert compute_comparisons(this, [older]) == {}
    assert compute_comparisons(last, []) == {}


def test_another_number_for_the_same_year_is_kept(built_site: BuiltSite) -> None:
    """What the report prints as last year's stands beside what last year's report printed, where they cannot be one."""
    this, last = built_site.findings.reports
    previous = replace(find(built_site, COUNT), id=f"{COUNT}.previous", role="previous", year=None)
    for value, is_other in (("1190", False), ("1188", True)):
        stating = replace(this, facts=(*this.facts, replace(previous, value=Decimal(value))))
        comparison = compute_comparisons(stating, [last])[COUNT]
        assert (comparison.stated is not None) == is_other


def test_the_report_s_own_change_is_quoted(built_site: BuiltSite) -> None:
    """Where a check names the report's own claim of a change, it is quoted with its verb; elsewhere nothing is."""
    assert getattr(compare(built_site, HOTLINE), "claimed", None) == "增长24.5%"
    assert getattr(compare(built_site, COUNT), "claimed", None) == ""
