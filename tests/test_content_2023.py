"""Is the content of the 2023 report what it was when it was counted by hand? Nothing here may change unnoticed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from decimal import Decimal

import pytest

from built import ROOT
from chuxiong_site.model.findings import CheckOutcome, Findings, ReportFindings
from chuxiong_site.model.numeral import NumeralKind, Qualifier
from chuxiong_site.problems import describe_problems
from sample_projects import analyse_content

CAPTURE = ROOT / "content" / "reports" / "2023.txt"
DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@pytest.fixture(scope="module")
def findings() -> Findings:
    """Analyse the project's own content."""
    found, problems = analyse_content(ROOT / "content")
    assert not problems, describe_problems(problems, "text")
    return found


@pytest.fixture(scope="module")
def found(findings: Findings) -> ReportFindings:
    """Return what was found in the 2023 report."""
    return next(found for found in findings.reports if found.report.id == "2023")


def test_the_capture() -> None:
    """The captured page is the one that was captured: its digest, size and lines."""
    data = CAPTURE.read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "60bfbdf6bbbffe63fc4c29976a3a65fd2261a987756c64718cac3ee19ffbac27"
    )
    assert data.count(b"\n") == 30
    assert b"\r" not in data


def test_the_body_is_the_capture(found: ReportFindings) -> None:
    """The body is the captured page from its ninth line to the end, byte for byte."""
    assert found.report.captured.text.encode() == b"\n".join(CAPTURE.read_bytes().split(b"\n")[8:])


def test_facts_by_section(found: ReportFindings) -> None:
    """There are 76 facts: one in the preamble, all others in the eight sections of part one."""
    assert len(found.facts) == 76
    assert Counter(fact.section for fact in found.facts) == {
        "0": 1, "1.1": 1, "1.2": 16, "1.3": 3, "1.4": 14, "1.5": 7, "1.6": 8, "1.7": 14, "1.8": 12,
    }  # fmt: skip


def test_facts_by_measure(found: ReportFindings) -> None:
    """How many facts there are of each measure."""
    assert Counter(fact.indicator.measure for fact in found.facts) == {
        "count": 45, "occasions": 2, "scaled_count": 2, "money": 3, "approximate_count": 2, "standard": 3, "average": 1, "planned": 1, "rate": 13, "duration": 3, "streak": 1,
    }  # fmt: skip


def test_every_surface_is_a_slice(found: ReportFindings) -> None:
    """Every fact is printed in the official text exactly where it is said to be, in its section and sentence."""
    text = CAPTURE.read_text(encoding="utf-8").split("\n", 8)[8]
    for fact in found.facts:
        assert text[fact.span.start : fact.span.end] == fact.surface
        assert fact.surface in text[fact.sentence.start : fact.sentence.end]
        section = next(section for section in found.report.sections if section.number == fact.section)
        assert section.span.contains(fact.sentence)


@pytest.mark.parametrize(
    ("name", "surface", "value", "unit"),
    [
        ("township-village-cases", "132.87万件", "1328700", "件"),
        ("audit-revenue-savings", "5.51亿元", "551000000", "元"),
        ("audit-losses-avoided", "3.1亿元", "310000000", "元"),
        ("dispute-resolution-rate", "98.22%", "98.22", "%"),
        ("disputes-found", "41903件", "41903", "件"),
        ("court-appearance-rate", "100%", "100", "%"),
        ("litigation-win-rate", "100%", "100", "%"),
        ("homestead-approval-days.before", "20个工作日", "20", "个工作日"),
        ("homestead-approval-days.after", "5个工作日", "5", "个工作日"),
        ("emergency-drill-participants", "178914人(次)", "178914", "人(次)"),
        ("hotline-requests", "72842件(次)", "72842", "件(次)"),
    ],
)
def test_well_known_facts(found: ReportFindings, name: str, surface: str, value: str, unit: str) -> None:
    """The numbers that readers will look for have their value and unit."""
    fact = found.fact(name)
    assert fact is not None
    assert (fact.surface, fact.value, fact.unit) == (surface, Decimal(value), unit)


def test_two_rates_in_one_number(found: ReportFindings) -> None:
    """One printed 100 % states two rates; every other place states one fact."""
    places = Counter(fact.span for fact in found.facts)
    assert sorted(places.values(), reverse=True)[:2] == [2, 1]
    assert len(places) == 75


def test_qualifiers(found: ReportFindings) -> None:
    """余, 不少于, 平均 and 拟 are kept with their numbers, and no other number has such a word."""
    words = {(fact.qualifier, fact.qualifier_text, fact.surface) for fact in found.facts if fact.qualifier}
    assert words == {
        (Qualifier.APPROXIMATE, "余", "20余次"),
        (Qualifier.APPROXIMATE, "余", "2000余件(次)"),
        (Qualifier.AT_LEAST, "不少于", "5人"),
        (Qualifier.AT_LEAST, "不少于", "60人"),
        (Qualifier.AT_LEAST, "不少于", "15人"),
        (Qualifier.AVERAGE, "平均", "135项"),
        (Qualifier.PLANNED, "拟", "7件"),
    }


def test_the_one_duration_in_words(found: ReportFindings) -> None:
    """Exactly one fact is written without a digit: 一天."""
    assert [fact.surface for fact in found.facts if not re.search("[0-9]", fact.surface)] == ["一天"]


def test_normalisations(found: ReportFindings) -> None:
    """226 marks and one space are shown otherwise than printed; nothing else is."""
    display = found.report.display
    assert {mark: count for mark, _, count in display.marks} == {",": 156, "(": 32, ")": 32, ":": 1, ";": 5}
    assert sum(count for _, _, count in display.marks) == 226
    [space] = display.spaces
    assert found.report.body[space - 5 : space + 4] == "队伍建设亟 需跟进"
    assert not re.search(r"[,():;]", display.text)


def test_ratios_hold(found: ReportFindings) -> None:
    """41159 ÷ 41903 prints as 98.22 % and 135 ÷ 142 as 95.07 %; no check fails."""
    results = {result.spec.id: result for result in found.checks}
    assert {result.outcome for result in results.values()} == {CheckOutcome.HOLDS, CheckOutcome.UNVERIFIABLE}
    for name, formula, printed in (
        ("dispute-resolution-rate", "41159件 ÷ 41903件", "98.22%"),
        ("township-powers-taken-rate", "135项 ÷ 142项", "95.07%"),
    ):
        result = results[name]
        assert (result.formula, result.printed, result.outcome) == (formula, printed, CheckOutcome.HOLDS)
        assert f"保留到同样的位数是 {printed}，与报告写的相符" in result.reason


def test_every_rate_is_checked_or_explained(found: ReportFindings) -> None:
    """Each of the thirteen rates is the claim of one check; eleven cannot be verified, with a reason."""
    claims = [result.inputs[-1].id for result in found.checks if result.printed]
    rates = [fact.id for fact in found.facts if fact.indicator.measure == "rate"]
    assert sorted(claims) == sorted(rates)
    unverifiable = [result for result in found.checks if result.outcome is CheckOutcome.UNVERIFIABLE]
    assert len(unverifiable) == 11
    assert all(result.reason.startswith("报告") for result in unverifiable)


def test_scopes_are_the_reports_own_words(found: ReportFindings) -> None:
    """A scope is made of words that stand in the fact's own sentence or its section's heading, else it says so."""
    report = found.report
    headings = {section.number: section.heading for section in report.sections}
    for fact in found.facts:
        heading = headings[fact.section]
        said = report.display.of(fact.sentence) + (report.display.of(heading) if heading else "")
        if fact.indicator.scope != "报告未明示":
            assert all(words in said for words in fact.indicator.scope.split("、")), fact.id


def test_problems_of_part_two(found: ReportFindings) -> None:
    """All nineteen problems that part two states are tagged there, and nowhere else; plans stand in part three."""
    report = found.report

    def parts(spans: list[int]) -> Counter[str]:
        return Counter(report.section_at(start).number for start in spans)

    problems = [span.start for follow in found.follow_ups for span in follow.problems]
    assert len(found.follow_ups) == 19
    assert parts(problems) == {"2.1": 6, "2.2": 3, "2.3": 7, "2.4": 3}
    plans = [span.start for follow in found.follow_ups for span in follow.plans]
    assert {number.split(".")[0] for number in parts(plans)} == {"3"}
    open_ones = {(report.section_at(f.problems[0].start).number, f.counterpart) for f in found.follow_ups}
    assert open_ones == {("2.1", "3.1"), ("2.2", "3.2"), ("2.3", "3.3"), ("2.4", "3.4")}
    achievements = [span.start for follow in found.follow_ups for span in follow.achievements]
    assert {number.split(".")[0] for number in parts(achievements)} == {"1"}


def test_part_two_leaves_no_clause_untagged(found: ReportFindings) -> None:
    """What part two says between its headings is problems and the marks between them, nothing else."""
    report = found.report
    for section in report.sections:
        if section.part == "2" and not section.is_part:
            rest = "".join(span.of(report.body) for span in section.paragraphs)
            for follow in found.follow_ups:
                for span in follow.problems:
                    rest = rest.replace(span.of(report.body), "")
            assert re.fullmatch("[,;。]*", rest), rest


def test_numerals_by_kind(found: ReportFindings) -> None:
    """How many numerals of the text are of each kind; none needed a waiver."""
    assert Counter(entry.kind.value for entry in found.census) == {
        "fact": 75, "list_marker": 19, "idiom": 12, "year": 9, "ordinal": 9, "plan_period": 4, "structural": 3,
        "event_date": 2, "date": 1, "document_number": 1, "legal_name": 1,
    }  # fmt: skip
    assert not any(tag.numeral for tag in found.report.tags)


def test_digits_of_the_text(found: ReportFindings) -> None:
    """Of the 98 numbers in digits below the title 74 are facts and 24 are not; each lies in one numeral."""
    body = found.report.body
    title = len(found.report.title)
    inside: Counter[bool] = Counter()
    for match in DIGITS.finditer(body):
        holding = [e for e in found.census if e.span.start <= match.start() and match.end() <= e.span.end]
        assert len(holding) == 1, match[0]
        if match.start() >= title:
            inside[holding[0].kind is NumeralKind.FACT] += 1
    assert inside == {True: 74, False: 24}


def test_the_service_number(found: ReportFindings) -> None:
    """12345 is the number of a service; what follows it is the figure."""
    assert [e.text for e in found.census if e.kind is NumeralKind.DOCUMENT_NUMBER] == ["12345"]


def test_pages(found: ReportFindings) -> None:
    """There are seventeen section pages: the preamble, eight, four and four."""
    assert Counter(section.part for section in found.report.pages) == {"0": 1, "1": 8, "2": 4, "3": 4}


def test_empty_disclosure_fields_stay_empty(found: ReportFindings) -> None:
    """The fields that the official page leaves empty are empty."""
    disclosure = found.report.disclosure.model_dump()
    assert [name for name, value in disclosure.items() if not value] == [
        "subject_words",
        "document_number",
        "written",
    ]
