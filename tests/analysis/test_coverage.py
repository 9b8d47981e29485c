from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.problems import Problem, sort_problems
from sample_projects import analyse_content, copy_fixture, replace_in


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the small project."""
    return copy_fixture("small", tmp_path)


def find(content: Path) -> tuple[Problem, ...]:
    """Return what is wrong, as it is listed."""
    return sort_problems(analyse_content(content)[1])


def test_nothing_is_wrong(content: Path) -> None:
    """The small project has no problem."""
    assert find(content) == ()


def test_a_broken_check_hides_no_other_rate(content: Path) -> None:
    """While an entry of checks.yaml is broken, no rate is said to be without a check."""
    replace_in(content / "checks.yaml", "kind: unverifiable", "kind: unverified")
    assert [problem.code for problem in find(content)] == ["E214"]


def test_missing_checks_hide_no_text_problem(content: Path) -> None:
    """Without checks.yaml the text is still checked."""
    (content / "checks.yaml").unlink()
    replace_in(content / "reports/2023.md", "[96项]{fact=online-items}", "96项")
    assert [problem.code for problem in find(content)] == ["E102", "E401"]


def test_missing_indicators_leave_the_text_checks(content: Path) -> None:
    """Without indicators.yaml nothing is said of indicators, and the text is still checked."""
    (content / "indicators.yaml").unlink()
    replace_in(content / "reports/2023.md", "主要表现在:", "主要表现:")
    assert [problem.code for problem in find(content)] == ["E102", "E310"]


def test_a_broken_site_file_leaves_all_other_checks(content: Path) -> None:
    """A mistake in site.yaml does not keep mistakes elsewhere from being told."""
    replace_in(content / "site.yaml", "notice:", "notise:")
    replace_in(content / "charts.yaml", "form: amounts", "form: bars")
    replace_in(content / "charts.yaml", "[road-money, hall-money]", "[road-money, visits]")
    assert [problem.code for problem in find(content)] == ["E504", "E212"]


def test_a_broken_indicator_is_told_once(content: Path) -> None:
    """Tags, charts, checks, titles and headlines that use a broken entry are not told of it again."""
    old = "measure: count\n    unit: 项\n    scope: 全州\n    theme: services\n  online-share"
    replace_in(content / "indicators.yaml", old, old.replace("measure: count", "measure: F99"))
    assert [(problem.code, problem.place.file) for problem in find(content)] == [("E214", "indicators.yaml")]


def test_a_broken_theme_is_told_once(content: Path) -> None:
    """Indicators under a broken theme are not told of it again."""
    replace_in(content / "indicators.yaml", "villages: 乡村", 'villages: ""')
    assert [problem.code for problem in find(content)] == ["E215"]


def test_every_report_is_checked(tmp_path: Path) -> None:
    """Mistakes in two reports are listed together."""
    content = copy_fixture("two_years", tmp_path)
    replace_in(content / "reports/2023.md", "[520人]{fact=volunteers}", "520人")
    replace_in(content / "reports/2024.md", "继续植树", "继续种树")
    listed = [(problem.code, problem.place.file) for problem in find(content)]
    assert listed == [("E401", "reports/2023.md"), ("E310", "reports/2024.md")]
