from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from chuxiong_site.model.findings import Findings
from chuxiong_site.model.numeral import NumeralKind, Qualifier
from chuxiong_site.model.place import Span
from chuxiong_site.problems import describe_problems
from sample_projects import analyse_content, copy_fixture, replace_in, reseal


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Analyse the small project once."""
    return check(copy_fixture("small", tmp_path_factory.mktemp("small")))


def check(content: Path) -> Findings:
    """Return the findings of a content folder that has no problem."""
    findings, problems = analyse_content(content)
    assert not problems, describe_problems(problems, "text")
    return findings


def test_every_surface_is_a_slice(small: Findings) -> None:
    """Every fact's surface is what the official text says at its place."""
    [report_findings] = small.reports
    assert len(report_findings.facts) == 15
    for fact in report_findings.facts:
        assert fact.surface == fact.span.of(report_findings.report.body)
        assert fact.sentence.contains(fact.span)
        place = fact.place
        assert place.excerpt[place.column - 1 : place.column - 1 + place.length] == fact.surface


def test_values(small: Findings) -> None:
    """Value, unit, qualifier and section are parsed from the words."""
    report_findings = small.reports[0]
    read = {
        fact.id: (fact.value, fact.unit, fact.qualifier, fact.qualifier_text, fact.section)
        for fact in report_findings.facts
    }
    assert read["help-requests"] == (Decimal(32100), "件", None, "", "1.1")
    assert read["permit-days.before"] == (Decimal(15), "个工作日", None, "", "1.1")
    assert read["road-money"] == (Decimal(120000000), "元", None, "", "1.2")
    assert read["visits"] == (Decimal(30), "次", Qualifier.APPROXIMATE, "余", "1.2")
    assert read["people-served"] == (Decimal(5600), "人(次)", None, "", "1.2")
    assert read["cases-per-town"] == (Decimal(24), "件", Qualifier.AVERAGE, "平均", "1.2")
    assert read["staff-standard"] == (Decimal(2), "人", Qualifier.AT_LEAST, "不少于", "3")
    assert read["new-stations"] == (Decimal(8), "个", Qualifier.PLANNED, "计划", "3")


def test_staff_may_count_an_article(tmp_path: Path) -> None:
    """一项 behind 作为 is no number; where staff tag it as a fact it is one, of the value 1."""
    content = copy_fixture("small", tmp_path)
    report = content / "reports" / "2023.md"
    replace_in(report, "计划新建服务站[8个]{fact=new-stations}", "作为[一个]{fact=new-stations}试点")
    replace_in(report.with_suffix(".txt"), "计划新建服务站8个", "作为一个试点")
    reseal(report)
    findings, problems = analyse_content(content)
    fact = findings.reports[0].fact("new-stations")
    assert "E402" not in {problem.code for problem in problems}
    assert fact is not None
    assert (fact.value, fact.unit) == (Decimal(1), "个")


def test_display_is_normalised(small: Findings) -> None:
    """Readers see full-width brackets where the official page has narrow ones; the surface keeps them."""
    fact = small.reports[0].fact("people-served")
    assert fact is not None
    assert (fact.surface, fact.display) == ("5600人(次)", "5600人（次）")


def test_the_census_covers_every_digit(small: Findings) -> None:
    """Every digit of the body lies in exactly one entry of the census, in order."""
    [report_findings] = small.reports
    body, spans = report_findings.report.body, [entry.span for entry in report_findings.census]
    digits = [offset for offset, char in enumerate(body) if char.isascii() and char.isdigit()]
    covered = [offset for span in spans for offset in range(span.start, span.end)]
    assert set(digits) <= set(covered)
    assert len(covered) == len(set(covered))
    assert spans == sorted(spans)
    assert all(entry.text == entry.span.of(body) for entry in report_findings.census)


def test_facts_of_the_census(small: Findings) -> None:
    """Census entries of kind fact name their facts; all others name none."""
    [report_findings] = small.reports
    named = [
        name for entry in report_findings.census if entry.kind is NumeralKind.FACT for name in entry.facts
    ]
    assert named == [fact.id for fact in report_findings.facts]
    assert all(entry.facts == () for entry in report_findings.census if entry.kind is not NumeralKind.FACT)


def test_a_waiver(small: Findings) -> None:
    """A number that staff explain in place stands in the census as what they say."""
    [waiver] = [tag.span for tag in small.reports[0].report.tags if tag.numeral]
    [entry] = [entry for entry in small.reports[0].census if entry.span == waiver]
    assert (entry.text, entry.kind) == ("88", NumeralKind.DOCUMENT_NUMBER)


def test_a_repeated_number(tmp_path: Path) -> None:
    """A number stated again is one fact with two places, and the census names it at both."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "reports/2023.txt", "服务人员不足", "96项还不够")
    replace_in(content / "reports/2023.md", "[服务人员不足]", "[[96项]{fact=online-items again=yes}还不够]")
    reseal(content / "reports/2023.md")
    [report_findings] = check(content).reports
    fact = report_findings.fact("online-items")
    assert fact is not None
    [again] = fact.occurrences
    assert again.of(report_findings.report.body) == "96项"
    assert [entry.span for entry in report_findings.census if entry.facts == ("online-items",)] == [
        fact.span,
        again,
    ]


def test_one_number_for_two_indicators(tmp_path: Path) -> None:
    """One printed number may state two indicators: two facts at one place."""
    content = copy_fixture("small", tmp_path)
    catalogue = content / "indicators.yaml"
    entry = '  open-share:\n    name: 公开比例\n    measure: share\n    unit: "%"\n    scope: 全州\n    theme: services\n'
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + entry, encoding="utf-8", newline="\n")
    checks = content / "checks.yaml"
    reason = "  open-share:\n    kind: unverifiable\n    name: 公开比例\n    rate: open-share\n    reason: 分母未公布\n"
    checks.write_text(checks.read_text(encoding="utf-8") + reason, encoding="utf-8", newline="\n")
    replace_in(
        content / "reports/2023.md", "{fact=help-closing-rate}", '{fact="help-closing-rate open-share"}'
    )
    [report_findings] = check(content).reports
    first, second = report_findings.fact("help-closing-rate"), report_findings.fact("open-share")
    assert first is not None
    assert second is not None
    assert (first.span, first.value) == (second.span, second.value)
    assert [e.facts for e in report_findings.census if e.span == first.span] == [
        ("help-closing-rate", "open-share")
    ]


def test_follow_ups(small: Findings) -> None:
    """Each problem stands with its plans and achievements; one that nothing answers stands alone."""
    [report_findings] = small.reports
    body = report_findings.report.body

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [span.of(body) for span in spans]

    assert [(f.key, words(f.plans), words(f.achievements)) for f in report_findings.follow_ups] == [
        ("village-services", [], ["甲村、乙村率先试行“示例通”"]),
        ("online-items", ["进一步增加网上可办的事项"], []),
        ("staff", [], []),
    ]


def test_series_leave_out_before_and_after(small: Findings) -> None:
    """Series hold the plain facts; before and after are no series."""
    assert "permit-days" not in small.series
    assert [report for report, _ in small.series["visits"]] == ["2023"]


def test_a_failure_that_is_accepted(tmp_path: Path) -> None:
    """A ratio that the official text itself gets wrong is published as failing, once staff say so."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "reports/2023.txt", "比例为80%", "比例为81%")
    replace_in(content / "reports/2023.md", "[80%]", "[81%]")
    replace_in(
        content / "reports/2023.md",
        "  其他情况: []\n",
        "  其他情况: []\naccepted_failures:\n  online-share: 原文如此。\n",
    )
    reseal(content / "reports/2023.md")
    [report_findings] = check(content).reports
    assert {result.spec.id: result.outcome.value for result in report_findings.checks}[
        "online-share"
    ] == "fails"
