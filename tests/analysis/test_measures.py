from __future__ import annotations

import pytest

from chuxiong_site.analysis.numerals import read_numerals
from chuxiong_site.analysis.uses import Use, check_uses
from chuxiong_site.model import measures
from chuxiong_site.model.measures import MEASURES, find_new_word, list_choices, list_fitting
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
        ("服务5600人(次)", {"count"}),
        ("受理3.21万件", {"count"}),
        ("突破370万人次", {"count"}),
        ("投入1.2亿元", {"money"}),
        ("投入3600余万元", {"money"}),
        ("开展30余次", {"count"}),
        ("不少于2人", {"count"}),
        ("计划新建8个", {"count"}),
        ("办结率99.5%", {"share", "change"}),
        ("提高3个百分点", {"change"}),
        ("评分98.5", {"count", "index"}),
        ("评分98.5分", {"count", "index"}),
        ("增长到2.5倍", {"count", "ratio"}),
        ("压缩到6个工作日", {"count", "duration"}),
        ("连续3年", {"count", "duration", "streak"}),
    ],
)
def test_which_measures_a_number_fits(text: str, measures: set[str]) -> None:
    """A number shows what it may measure by its unit, however it is printed; any may be an average or a standard."""
    numeral = read(text)
    assert set(list_fitting([numeral])) == measures
    fitting = {word for word, measure in MEASURES.items() if measure.fits(numeral)}
    assert fitting == measures | {"average", "standard"}


def test_every_measure_has_a_rule() -> None:
    """Each measure says in words what it is, and no two are called the same."""
    names = [measure.name for measure in MEASURES.values()]
    assert len(set(names)) == len(names)
    assert all(MEASURES[word].note and MEASURES[word].like for word in list_choices())
    assert find_new_word("") == find_new_word("count") == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("F1", "「count」"), ("F2", "「count」"), ("F3", "「count」"), ("F4", "「money」"), ("F5", "「count」"),
        ("F6", "「standard」"), ("F7", "「average」"), ("F8", "「count」"), ("F10", "「duration」"), ("F11", "「streak」"),
        ("occasions", "「count」"), ("scaled_count", "「count」"), ("approximate_count", "「count」"), ("planned", "「count」"),
        ("rate", "「share」（一部分占全体的多少）或者「change」（增减了多少）"),
        ("f9", "「share」（一部分占全体的多少）或者「change」（增减了多少）"),
    ],
)  # fmt: skip
def test_old_words(old: str, new: str) -> None:
    """What a measure was once called is named by its word of today."""
    assert find_new_word(old) == new


def test_a_fitting_number(report: Report) -> None:
    """A number of the right unit and kind is right; the width of brackets in the unit makes no difference."""
    assert check(report, "120项", measures.COUNT, "项") == []
    assert check(report, "5600人(次)", measures.COUNT, "人（次）") == []
    assert check(report, "5600人(次)", measures.COUNT, "人次") == []
    assert check(report, "30余次", measures.COUNT, "次") == []


def test_another_unit(report: Report) -> None:
    """Another unit is a problem that names both."""
    [problem] = check(report, "120项", measures.COUNT, "件")
    assert (problem.code, problem.expected) == ("E404", "单位「项」")
    assert problem.found == "a 的单位写的是「件」，报告里写的是「120项」（reports/2023.md 第 1 行）"


@pytest.mark.parametrize(
    ("words", "unit", "shown", "fitting"),
    [
        ("1.2亿元", "元", "「1.2亿元」", "money"),
        ("3600万元", "元", "「3600万元」", "money"),
        ("80%", "%", "「80%」", "share 或 change"),
        ("99.5%", "%", "「99.5%」", "share 或 change"),
    ],
)
def test_another_kind(report: Report, words: str, unit: str, shown: str, fitting: str) -> None:
    """A number of another kind is shown with its word as it stands, and the fitting measure is suggested."""
    [problem] = check(report, words, measures.COUNT, unit)
    assert problem.code == "E405"
    assert f"报告里写的是{shown}" in problem.found
    assert f"就改成 {fitting}；" in problem.hint
