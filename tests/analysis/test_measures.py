from __future__ import annotations

import pytest

from chuxiong_site.analysis.numerals import read_numerals
from chuxiong_site.analysis.uses import Use, check_uses
from chuxiong_site.model import measures
from chuxiong_site.model.measures import CHOICES, MEASURES, find_new_word
from chuxiong_site.model.numeral import Numeral, NumeralKind
from chuxiong_site.model.place import Place
from chuxiong_site.model.report import Report, Tag
from chuxiong_site.problems import Problem
from fact_samples import create_indicator
from sample_projects import FIXTURES, analyse_content


@pytest.fixture(scope="module")
def report() -> Report:
    """Return a report whose body holds numbers of many measures."""
    return analyse_content(FIXTURES / "small")[0].reports[0].report


def read(text: str) -> Numeral:
    """Return the only quantity of a text."""
    [numeral] = [numeral for numeral in read_numerals(text) if numeral.kind is NumeralKind.FACT]
    return numeral


def check(report: Report, words: str, measure: str, unit: str) -> list[Problem]:
    """Check the number that stands as `words` in the report against an indicator of which it is the only use."""
    [numeral] = [numeral for numeral in read_numerals(report.body) if numeral.text == words]
    tag = Tag(span=numeral.span, place=Place(file=report.file, line=1, column=1))
    indicator = create_indicator("a", measure=measure, unit=unit)
    use = Use(report=report, tag=tag, numeral=numeral, indicator=indicator)
    return list(check_uses(analyse_content(FIXTURES / "small")[0].project, [use]))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("办理120件", {"count"}),
        ("服务5600人(次)", {"count", "occasions"}),
        ("受理3.21万件", {"count", "scaled_count"}),
        ("投入1.2亿元", {"count", "scaled_count", "money"}),
        ("投入3600万元", {"count", "scaled_count", "money"}),
        ("开展30余次", {"approximate_count"}),
        ("近百件", {"approximate_count"}),
        ("不少于2人", {"standard"}),
        ("平均办理24件", {"average"}),
        ("计划新建8个", {"planned"}),
        ("办结率99.5%", {"rate"}),
        ("压缩到6个工作日", {"count", "duration"}),
        ("连续3年", {"count", "duration", "streak"}),
    ],
)
def test_which_measures_a_number_fits(text: str, measures: set[str]) -> None:
    """A number fits the measures that its words allow, and no others."""
    numeral = read(text)
    assert {word for word, measure in MEASURES.items() if measure.fits(numeral)} == measures


def test_every_measure_has_a_rule() -> None:
    """Each measure says in words what it is, and no two are called the same."""
    names = [measure.name for measure in MEASURES.values()]
    assert len(set(names)) == len(names)
    assert all(MEASURES[word].note and MEASURES[word].like for word in CHOICES)
    assert [find_new_word(f"f{number}") for number in range(1, 12)] == list(CHOICES)
    assert find_new_word("") == find_new_word("count") == ""


def test_a_fitting_number(report: Report) -> None:
    """A number of the right unit and kind is right; the width of brackets in the unit makes no difference."""
    assert check(report, "120项", measures.COUNT, "项") == []
    assert check(report, "5600人(次)", measures.OCCASIONS, "人（次）") == []


def test_another_unit(report: Report) -> None:
    """Another unit is a problem that names both."""
    [problem] = check(report, "120项", measures.COUNT, "件")
    assert (problem.code, problem.expected) == ("E404", "单位「项」")
    assert problem.found == "a 的单位写的是「件」，报告里写的是「120项」（reports/2023.md 第 1 行）"


@pytest.mark.parametrize(
    ("words", "unit", "shown", "fitting"),
    [
        ("30余次", "次", "「30余次」", "approximate_count"),
        ("2人", "人", "「不少于2人」", "standard"),
        ("24件", "件", "「平均…24件」", "average"),
        ("8个", "个", "「计划…8个」", "planned"),
    ],
)
def test_another_kind(report: Report, words: str, unit: str, shown: str, fitting: str) -> None:
    """A number of another kind is shown with its word as it stands, and the fitting measure is suggested."""
    [problem] = check(report, words, measures.COUNT, unit)
    assert problem.code == "E405"
    assert f"报告里写的是{shown}" in problem.found
    assert f"就改成 {fitting}；" in problem.hint
