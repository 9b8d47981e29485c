"""What is found in a whole report of every feature? Counted by hand in the rich project; nothing may change unnoticed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict
from decimal import Decimal

import pytest

from built import RICH
from chuxiong_site.model.chart_forms import CHART_FORMS
from chuxiong_site.model.findings import CheckOutcome, Findings, ReportFindings
from chuxiong_site.model.measures import list_choices
from chuxiong_site.model.numeral import NumeralKind, Qualifier
from chuxiong_site.problems import describe_problems
from sample_projects import analyse_content


@pytest.fixture(scope="module")
def findings() -> Findings:
    """Analyse the rich project."""
    found, problems = analyse_content(RICH)
    assert [problem.code for problem in problems] == ["W407"], describe_problems(problems, "text")
    return found


@pytest.fixture(scope="module")
def report_findings(findings: Findings) -> ReportFindings:
    """Return what was found in its latest report."""
    return findings.reports[0]


def test_the_project_has_everything(findings: Findings, report_findings: ReportFindings) -> None:
    """Every measure, qualifier, kind of numeral, chart form and kind of check that there is occurs in it."""
    project = findings.project
    stated = [fact for found in findings.reports for fact in found.facts]
    assert {fact.indicator.measure for fact in stated if fact.named} == set(list_choices())
    assert {fact.role for fact in stated} == {None, "before", "after", "target", "previous", "change"}
    assert {fact.qualifier for fact in report_findings.facts if fact.qualifier} == set(Qualifier)
    assert {entry.kind for entry in report_findings.census} == set(NumeralKind) - {NumeralKind.UNREAD}
    assert {chart.form for chart in project.charts} == set(CHART_FORMS)
    assert {check.kind for check in project.checks} == {
        "ratio", "part_of_whole", "sum", "reduction", "unverifiable", "growth", "difference", "per_unit", "share",
    }  # fmt: skip
    assert {result.outcome for result in report_findings.checks} == set(CheckOutcome)


def test_facts_by_section(report_findings: ReportFindings) -> None:
    """There are 91 facts: one in the preamble, all others in the eight sections of part one."""
    assert Counter(fact.section for fact in report_findings.facts) == {
        "0": 1, "1.1": 4, "1.2": 20, "1.3": 6, "1.4": 14, "1.5": 15, "1.6": 8, "1.7": 14, "1.8": 9,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "surface", "value", "unit"),
    [
        ("service-cases", "86.45万件", "864500", "件"),
        ("audit-revenue-savings", "2.84亿元", "284000000", "元"),
        ("audit-losses-recovered", "4260万元", "42600000", "元"),
        ("dispute-resolution-rate", "97.65%", "97.65", "%"),
        ("disputes-found", "23760件", "23760", "件"),
        ("court-appearance-rate", "100%", "100", "%"),
        ("litigation-win-rate", "100%", "100", "%"),
        ("house-approval-days.before", "18个工作日", "18", "个工作日"),
        ("house-approval-days.after", "7个工作日", "7", "个工作日"),
        ("drill-participants", "96240人(次)", "96240", "人(次)"),
        ("utility-survey-days", "两天", "2", "天"),
    ],
)
def test_values(report_findings: ReportFindings, name: str, surface: str, value: str, unit: str) -> None:
    """A number has the value and the unit that it is printed with."""
    fact = report_findings.fact(name)
    assert fact is not None
    assert (fact.surface, fact.value, fact.unit) == (surface, Decimal(value), unit)


def test_two_rates_in_one_number(report_findings: ReportFindings) -> None:
    """One printed 100 % states two rates; every other place states one fact."""
    places = Counter(fact.span for fact in report_findings.facts)
    assert Counter(places.values()) == {1: 89, 2: 1}


def test_a_repetition_is_no_second_fact(report_findings: ReportFindings) -> None:
    """A number that the report says again later is one fact, and both its places are known."""
    entries = [entry.span for entry in report_findings.census if "disputes-resolved" in entry.facts]
    assert len(entries) == 2
    assert sum(fact.id == "disputes-resolved" for fact in report_findings.facts) == 1


def test_qualifiers(report_findings: ReportFindings) -> None:
    """余, 约, 近, 超, 不少于, 不超过, 平均 and 拟 are kept with their numbers, and no other number has such a word."""
    words = {
        (fact.qualifier, fact.qualifier_text, fact.surface)
        for fact in report_findings.facts
        if fact.qualifier
    }
    assert words == {
        (Qualifier.APPROXIMATE, "余", "10余次"),
        (Qualifier.APPROXIMATE, "余", "1500余件(次)"),
        (Qualifier.APPROXIMATE, "约", "120项"),
        (Qualifier.NEARLY, "近", "1300次"),
        (Qualifier.MORE_THAN, "超", "15万条"),
        (Qualifier.AT_LEAST, "不少于", "4人"),
        (Qualifier.AT_LEAST, "不少于", "6个小时"),
        (Qualifier.AT_LEAST, "不少于", "12人"),
        (Qualifier.AT_LEAST, "不少于", "50人"),
        (Qualifier.AT_MOST, "不超过", "7个工作日"),
        (Qualifier.AVERAGE, "平均", "78项"),
        (Qualifier.PLANNED, "拟", "9件"),
    }


def test_normalisations(report_findings: ReportFindings) -> None:
    """179 marks and one space are shown otherwise than printed; nothing else is."""
    display = report_findings.report.display
    assert {mark: count for mark, _, count in display.marks} == {",": 117, "(": 28, ")": 28, ":": 2, ";": 4}
    [space] = display.spaces
    assert report_findings.report.body[space - 5 : space + 3] == "服务点人手 不足"
    assert not re.search(r"[,():;]", display.text)


def test_checks(report_findings: ReportFindings) -> None:
    """23202 ÷ 23760 prints as 97.65 %; the one claim that its parts do not bear out fails, and is accepted."""
    results = {result.spec.id: result for result in report_findings.checks}
    rate, share = results["dispute-resolution-rate"], results["minor-case-share"]
    assert (rate.formula, rate.printed, rate.outcome) == ("23202件 ÷ 23760件", "97.65%", CheckOutcome.HOLDS)
    assert "保留到同样的位数是 97.65%，与报告写的相符" in rate.reason
    assert [r.spec.id for r in report_findings.checks if r.outcome is CheckOutcome.FAILS] == [share.spec.id]
    assert set(report_findings.report.accepted_failures) == {share.spec.id}
    assert "保留到同样的位数是 14.0%" in share.reason


def test_every_claim_is_checked_or_explained(report_findings: ReportFindings) -> None:
    """Each share, change and average is the claim of one check; eleven cannot be verified, with a reason."""
    claims = [result.claim.id for result in report_findings.checks if result.claim]
    rates = [fact.id for fact in report_findings.facts if fact.is_claim]
    assert sorted(set(claims) & set(rates)) == sorted(rates)
    assert len(claims) == len(set(claims))
    unverifiable = [
        result for result in report_findings.checks if result.outcome is CheckOutcome.UNVERIFIABLE
    ]
    assert len(unverifiable) == 11
    assert all(result.reason for result in unverifiable)


def test_problems_and_plans(report_findings: ReportFindings) -> None:
    """All eleven problems stand in part two, plans in part three, achievements in part one; each knows its counterpart."""
    report = report_findings.report

    def parts(spans: list[int]) -> Counter[str]:
        return Counter(report.section_at(start).number for start in spans)

    problems = [span.start for follow in report_findings.follow_ups for span in follow.problems]
    assert parts(problems) == {"2.1": 4, "2.2": 3, "2.3": 4}
    plans = [span.start for follow in report_findings.follow_ups for span in follow.plans]
    assert parts(plans) == {"3.1": 3, "3.2": 2, "3.3": 2}
    achievements = [span.start for follow in report_findings.follow_ups for span in follow.achievements]
    assert {number.split(".")[0] for number in parts(achievements)} == {"1"}
    counterparts = {
        (report.section_at(f.problems[0].start).number, f.counterpart) for f in report_findings.follow_ups
    }
    assert counterparts == {("2.1", "3.1"), ("2.2", "3.2"), ("2.3", "3.3")}


def test_numerals_by_kind(report_findings: ReportFindings) -> None:
    """How many numerals of the text are of each kind; one of them is what staff say it is."""
    assert Counter(entry.kind.value for entry in report_findings.census) == {
        "fact": 91, "list_marker": 17, "year": 6, "plan_period": 3, "structural": 1, "idiom": 2,
        "document_number": 2, "ordinal": 3, "date": 1, "event_date": 1, "legal_name": 1,
    }  # fmt: skip
    assert [
        tag.span.of(report_findings.report.body) for tag in report_findings.report.tags if tag.numeral
    ] == ["88"]


def test_places(report_findings: ReportFindings) -> None:
    """The localities are found in the order of the sentences that name them first."""
    assert [place.name for place in report_findings.localities] == [
        "石榆市",
        "望霞县",
        "栗溪县",
        "松谷县",
        "云坪县",
    ]


def test_pages(report_findings: ReportFindings) -> None:
    """There are fifteen section pages; the last bears the number that it has in truth."""
    assert Counter(section.part for section in report_findings.report.pages) == {
        "0": 1,
        "1": 8,
        "2": 3,
        "3": 3,
    }
    assert report_findings.report.pages[-1].number == "3.3"


def test_years_make_a_series(findings: Findings) -> None:
    """An indicator of two reports has a value of each, the oldest first."""
    series = [(report, str(fact.value)) for report, fact in findings.series["service-items"]]
    assert series == [("2022", "1190"), ("2023", "1286")]


def test_empty_disclosure_fields_stay_empty(report_findings: ReportFindings) -> None:
    """The fields that the official page leaves empty are empty."""
    fields = asdict(report_findings.report.disclosure)
    assert [name for name, value in fields.items() if not value] == [
        "subject_words",
        "document_number",
        "written",
    ]
