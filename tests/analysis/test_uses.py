"""Where is it told that tagged numbers and their indicators disagree: at the entry, or at the tag?"""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.problems import Problem, sort_problems
from sample_projects import analyse_content, copy_fixture, replace_in, reseal


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the project of two years."""
    return copy_fixture("two_years", tmp_path)


def check(content: Path) -> list[Problem]:
    """Return the errors of a content folder."""
    return [problem for problem in sort_problems(analyse_content(content)[1]) if problem.code[0] == "E"]


def write(content: Path, year: str, old: str, new: str) -> None:
    """Change what a report prints, in the page and in the annotated copy."""
    report = content / "reports" / f"{year}.md"
    replace_in(report, f"[{old}]", f"[{new}]")
    replace_in(report.with_suffix(".txt"), old, new)
    reseal(report)


def test_an_entry_that_no_year_agrees_with(content: Path) -> None:
    """A unit that no report prints is wrong in the catalogue, and told there, once for all years."""
    replace_in(content / "indicators.yaml", "unit: 人\n", "unit: 棵\n")
    [problem] = check(content)
    assert (problem.code, problem.place.file, problem.place.excerpt) == (
        "E404",
        "indicators.yaml",
        "    unit: 棵",
    )
    assert problem.expected == "单位「人」"


def test_a_year_that_differs(content: Path) -> None:
    """Where other years agree with the entry, the tag of the year that does not is told."""
    write(content, "2024", "610人", "610户")
    [problem] = check(content)
    assert (problem.code, problem.place.file, problem.place.line) == ("E404", "reports/2024.md", 27)


@pytest.mark.parametrize("printed", ["600余人", "0.06万人"])
def test_printing_is_no_kind(printed: str, content: Path) -> None:
    """However a year prints its number, it is of the indicator, and a point of its series."""
    write(content, "2024", "610人", printed)
    assert check(content) == []
    series = analyse_content(content)[0].series["volunteers"]
    assert [report for report, _ in series] == ["2023", "2024"]


def test_numbers_without_a_measure_word(content: Path) -> None:
    """A number without a measure word agrees with an indicator whose unit is 无, and with no other."""
    write(content, "2024", "610人", "98.5")
    write(content, "2023", "520人", "97.5")
    told = check(content)
    assert [(problem.code, problem.found) for problem in told] == [
        ("E404", "「97.5」后面没有量词"),
        ("E404", "「98.5」后面没有量词"),
    ]
    replace_in(content / "indicators.yaml", "unit: 人\n", "unit: 无\n")
    assert check(content) == []


def test_exchanged_tags_are_one_mistake(content: Path) -> None:
    """Two tags of a report that have one another's units were exchanged; that is told at the first."""
    report = content / "reports" / "2024.md"
    replace_in(report, "[610人]{fact=volunteers}", "[610人]{fact=other}")
    replace_in(report, "[5000棵]{fact=trees-planted}", "[5000棵]{fact=volunteers}")
    replace_in(report, "{fact=other}", "{fact=trees-planted}")
    [problem] = check(content)
    assert problem.code == "E404"
    assert problem.place.excerpt[problem.place.column - 1 :].startswith("5000棵")
    assert "标反了" in problem.hint
