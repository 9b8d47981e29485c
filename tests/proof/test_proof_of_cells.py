"""Names, units and sums of tables, growth and open claims are proved: what is damaged is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from built import BuiltSite
from chuxiong_site.model.findings import CheckOutcome, CheckResult, Fact, ReportFindings
from chuxiong_site.proof.cells import check_units
from chuxiong_site.proof.checks import check_results
from chuxiong_site.proof.identities import check_identities


def get_report(built_site: BuiltSite) -> ReportFindings:
    """Return the report with a table."""
    return built_site.findings.reports[1]


def get_cell(built_site: BuiltSite, words: str) -> Fact:
    """Return a fact of the table by its words."""
    return next(fact for fact in get_report(built_site).facts if fact.words == words and not fact.named)


def change_fact(built_site: BuiltSite, fact: Fact, **wrong: Any) -> ReportFindings:
    """Return the findings with one fact read otherwise."""
    found = get_report(built_site)
    return replace(found, facts=tuple(replace(f, **wrong) if f is fact else f for f in found.facts))


@pytest.mark.parametrize(
    "name",
    [
        "「松谷县」一行、「服务人次（万人次）」一栏",
        "「石榆市」一行、「服务点」一栏",
        "「石榆市」一行",
        "「12.5」",
    ],
)
def test_a_wrong_name(name: str, built_site: BuiltSite) -> None:
    """A cell called by another row, another column or half its heads is told."""
    fact = get_cell(built_site, "12.5万人次")
    named = replace(fact.indicator, name=name)
    assert not list(check_identities(get_report(built_site)))
    assert list(check_identities(change_fact(built_site, fact, indicator=named)))


@pytest.mark.parametrize(
    "wrong",
    [{"unit_words": "亿人次"}, {"unit_words": "万人"}, {"unit": "人"}, {"value": 12}, {"unit_words": "个"}],
)
def test_a_wrong_unit(wrong: dict[str, Any], built_site: BuiltSite) -> None:
    """A unit that the table does not say, or a value that it does not give, is told."""
    assert not list(check_units(get_report(built_site)))
    assert list(check_units(change_fact(built_site, get_cell(built_site, "12.5万人次"), **wrong)))


def prove_changed(built_site: BuiltSite, id: str, **wrong: Any) -> list[str]:  # noqa: A002
    """Return what the proof says when the result of one check is another one."""
    findings = built_site.findings
    for found in findings.reports:
        checks = [check for check in found.checks if check.spec.id.startswith(id)]
        if checks:
            return prove_checks(built_site, found, checks[0], replace(checks[0], **wrong))
    raise LookupError(id)


def prove_checks(
    built_site: BuiltSite, found: ReportFindings, old: CheckResult, new: CheckResult
) -> list[str]:
    """Return what the proof says with one result in place of another."""
    assert not list(check_results(found, built_site.findings))
    checks = tuple(new if check is old else check for check in found.checks)
    return [fault.found for fault in check_results(replace(found, checks=checks), built_site.findings)]


@pytest.mark.parametrize(
    ("id", "wrong"),
    [
        ("table-", {"outcome": CheckOutcome.UNVERIFIABLE}),
        ("table-", {"computed": "120个"}),
        ("letters-growth", {"outcome": CheckOutcome.FAILS}),
        ("letters-growth", {"computed": "9.80297…%"}),
        ("legal-aid-spending-growth", {"outcome": CheckOutcome.HOLDS}),
        ("hotline-requests-growth", {"outcome": CheckOutcome.HOLDS}),
        ("hotline-requests-growth", {"outcome": CheckOutcome.FAILS}),
        ("online-availability-difference", {"outcome": CheckOutcome.FAILS}),
        ("lawyers-per-residents", {"outcome": CheckOutcome.FAILS}),
        ("lawyers-per-residents", {"computed": "0.00042…名"}),
        ("online-question-share", {"computed": "40%"}),
    ],
)
def test_a_wrong_result(id: str, wrong: dict[str, Any], built_site: BuiltSite) -> None:  # noqa: A002
    """Every outcome and every recomputed number is worked out anew."""
    assert prove_changed(built_site, id, **wrong)


def test_a_sum_of_other_cells(built_site: BuiltSite) -> None:
    """A total that adds up cells of another line is told, though the sum be right."""
    other = get_cell(built_site, "36个")
    found = get_report(built_site)
    check = next(c for c in found.checks if c.spec.id.startswith("table-") and c.printed == "96")
    new = replace(check, inputs=(other, *check.inputs[1:]))
    assert any("不在一行、一栏里" in said for said in prove_checks(built_site, found, check, new))


def test_a_base_that_no_report_states(built_site: BuiltSite) -> None:
    """The number of an earlier report has to stand there, and to be of the year before."""
    found = built_site.report_findings
    check = next(c for c in found.checks if c.spec.id == "hotline-requests-growth")
    assert check.base is not None
    wrong = replace(check.base[1], year="2021")
    assert prove_checks(built_site, found, check, replace(check, base=("2022", wrong)))


def test_a_claim_that_is_passed_over(built_site: BuiltSite) -> None:
    """Each share, change and average is spoken of, if only to say that nobody recomputed it."""
    found = built_site.report_findings
    checks = tuple(check for check in found.checks if not check.spec.id.startswith("open-"))
    assert len(checks) < len(found.checks)
    assert list(check_results(replace(found, checks=checks), built_site.findings))
