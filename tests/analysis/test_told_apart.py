"""Several facts of one indicator in one report: told apart by year, county and role; what of them makes a series."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.model.findings import Fact, Findings
from chuxiong_site.problems import Problem
from sample_projects import analyse_content, apply_changes, copy_fixture, reseal

SENTENCE = "2023年,示例州便民服务连续[3年]{fact=good-rating-years}获得好评。"


def analyse_sentence(folder: Path, tagged: str) -> tuple[Findings, list[Problem]]:
    """Analyse the small project with a sentence about 办件 at the end of its preamble."""
    content = copy_fixture("small", folder)
    plain = "".join(
        piece.partition("}")[2] if "}" in piece else piece for piece in tagged.replace("]{", "{").split("{")
    )
    indicator = (
        "  cases:\n    name: 办件\n    measure: count\n    unit: 件\n    scope: 全州\n    theme: services\n"
    )
    apply_changes(
        content,
        [
            {"file": "indicators.yaml", "append": indicator},
            {"file": "reports/2023.md", "insert": [SENTENCE, tagged]},
            {"file": "reports/2023.txt", "insert": ["便民服务连续3年获得好评。", plain.replace("[", "")]},
        ],
    )
    reseal(content / "reports/2023.md")
    return analyse_content(content)


def list_cases(findings: Findings) -> list[Fact]:
    """Return the facts about 办件."""
    return [fact for fact in findings.reports[0].facts if fact.indicator.id == "cases"]


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ("", ("cases", "2023", None, "")),
        (" year=2011", ("cases.2011", "2011", None, "2011年")),
        (" of=青石县", ("cases.青石县", "2023", "青石县", "青石县")),
        (' of="青石县"', ("cases.青石县", "2023", "青石县", "青石县")),
        (" as=target", ("cases.target", None, None, "目标")),
        (" as=target year=2025", ("cases.target.2025", "2025", None, "2025年，目标")),
        (" as=previous", ("cases.previous", None, None, "上年")),
        (" of=青石县 year=2011 as=previous", ("cases.previous.2011.青石县", "2011", "青石县", "青石县，2011年，上年")),
    ],
)  # fmt: skip
def test_what_tells_a_fact_apart(
    attributes: str, told: tuple[str, str | None, str | None, str], tmp_path: Path
) -> None:
    """The id ends in role, year and county, in this order; the year is the tag's, else the report's where that is sure."""
    findings, problems = analyse_sentence(tmp_path, f"受理办件[30件]{{fact=cases{attributes}}}。")
    [fact] = list_cases(findings)
    assert [problem for problem in problems if problem.code[0] == "E"] == []
    assert (fact.id, fact.year, fact.of, fact.role_name) == told


def test_a_change_is_counted_in_its_own_unit(tmp_path: Path) -> None:
    """The change of a count is a change: in per cent, or in the unit of what changed."""
    tagged = "受理办件[30件]{fact=cases},增长[5.1%]{fact=cases as=change},多[2件]{fact=cases as=change of=青石县}。"
    findings, problems = analyse_sentence(tmp_path, tagged)
    assert [problem for problem in problems if problem.code[0] == "E"] == []
    assert [(fact.measure, fact.counted_in) for fact in list_cases(findings)] == [
        ("count", "件"),
        ("change", "%"),
        ("change", "件"),
    ]


def test_the_same_twice(tmp_path: Path) -> None:
    """Two numbers that nothing tells apart are a mistake, and the hint names what can."""
    _, problems = analyse_sentence(
        tmp_path, "办件[30件]{fact=cases of=青石县}、[20件]{fact=cases of=青石县}。"
    )
    [problem] = [problem for problem in problems if problem.code == "E406"]
    assert all(key in problem.hint for key in ("year=", "of=", "as="))


def test_ends_of_a_change_by_county(tmp_path: Path) -> None:
    """Before and after are a pair within one county and year."""
    tagged = "由[9件]{fact=cases as=before of=青石县}减到[5件]{fact=cases as=after of=白石县}。"
    _, problems = analyse_sentence(tmp_path, tagged)
    assert [problem.code for problem in problems if problem.code[0] == "E"] == ["E408", "E408"]


def test_a_series_by_county_and_year(tmp_path: Path) -> None:
    """A series has a point a year, counties by themselves behind the whole; aims, last year's values and changes are none."""
    tagged = (
        "办件[30件]{fact=cases of=青石县},全州[90件]{fact=cases},上年[80件]{fact=cases as=previous},2011年[40件]{fact=cases year=2011},"
        "目标[99件]{fact=cases as=target year=2025},增长[5%]{fact=cases as=change}。"
    )
    findings, _ = analyse_sentence(tmp_path, tagged)
    assert [fact.id for _, fact in findings.series["cases"]] == ["cases.2011", "cases", "cases.青石县"]


def test_the_newer_report_has_the_last_word(tmp_path: Path) -> None:
    """Of a year that two reports state the newer one's value is drawn."""
    content = copy_fixture("two_years", tmp_path)
    report = content / "reports" / "2024.md"
    apply_changes(
        content,
        [
            {"file": "reports/2024.md", "insert": ["[5000棵]{fact=trees-planted}", "(2023年为[4100棵]{fact=trees-planted year=2023})"]},
            {"file": "reports/2024.txt", "insert": ["义务植树5000棵", "(2023年为4100棵)"]},
        ],
    )  # fmt: skip
    reseal(report)
    findings, problems = analyse_content(content)
    assert [problem for problem in problems if problem.code[0] == "E"] == []
    points = [(report, fact.year, str(fact.value)) for report, fact in findings.series["trees-planted"]]
    assert points == [("2024", "2023", "4100"), ("2024", "2024", "5000")]
