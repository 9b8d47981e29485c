from __future__ import annotations

import pytest
from sources import create_source

from chuxiong_site.content.leftovers import check_leftovers, drop_official
from chuxiong_site.content.spans import structure_line
from chuxiong_site.problems import Problem


def find_leftovers(written: str) -> list[Problem]:
    """Return what is left over of a line."""
    return check_leftovers(create_source(written), structure_line(written, 1))


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[3件]｛fact=a｝", "[3件]{fact=a}"),
        ("［3件］{fact=a}", "[3件]{fact=a}"),
        ("【3件】{fact=a}", "方括号要用半角 [ ]，写成 [3件]{fact=a}"),
        ("[3件］{fact=a}", "方括号要用半角 [ ]，写成 [3件]{fact=a}"),
        ("[3件] {fact=a}", "[3件]{fact=a}"),
        ("[3件]{fact＝a}", "[3件]{fact=a}"),
        ("[3件]{fact=“a b”}", '[3件]{fact="a b"}'),
        ("[3件]{fact=a", "[3件]{fact=a}"),
        ("[3件{fact=a}", "[3件]{fact=a}"),
        ("[3件]{a}", "[3件]{fact=a}"),
        ("［3件］{fact}", "[3件]{fact}"),
        ("[3件]｛fact｝", "[3件]{fact}"),
        ("[3件] {fact}", "[3件]{fact}"),
        ("3件]{fact=a}", "[数字]{fact=a}"),
        ("3件{fact=a}", "[数字]{fact=a}"),
    ],
)
def test_one_problem_with_the_tag_written_right(written: str, mended: str) -> None:
    """A misspelt tag is one problem, and the suggestion is the tag as it should be."""
    line = f"共{written}，另有[5人]{{fact=b}}。"
    [problem] = find_leftovers(line)
    assert problem.code == "E301"
    assert mended in problem.hint
    first = problem.place.column - 1
    assert line[first : first + problem.place.length] in written


def test_suggestions_are_tags() -> None:
    """What the suggestion says to write is read as a tag."""
    [problem] = find_leftovers("共[3件]｛fact＝a｝。")
    suggested = problem.hint.partition("写成 ")[2].rstrip("。")
    assert structure_line(suggested, 1).text == "3件"


@pytest.mark.parametrize(
    "written", ["（2023年版）", "[2017]47号", "〔2017〕47号", "【专栏】甲", "甲]乙", "a=b"]
)
def test_official_brackets_are_no_tags(written: str) -> None:
    """Brackets of the official text that no brace follows are left in peace."""
    assert find_leftovers(written) == []


def test_lonely_marks() -> None:
    """A lonely brace and a bracket that is never closed are problems of their own."""
    assert [problem.place.column for problem in find_leftovers("甲}乙[丙")] == [2, 4]


def test_every_broken_tag_of_a_line() -> None:
    """All broken tags of a line are reported, each at its place."""
    line = "[1件]{fact＝a}和[2件]{fact=b}和[3件] {fact=c}"
    assert [problem.place.column for problem in find_leftovers(line)] == [1, 27]


def test_brackets_of_the_official_text_are_no_mistake() -> None:
    """Brackets and braces that the official text has just so are left alone; those that it does not have are told."""
    lines = [structure_line("总体情况[注：植树}", 1), structure_line("植树[5棵{fact=a}", 2)]
    source = create_source("总体情况[注：植树}\n植树[5棵{fact=a}")
    problems = [problem for line in lines for problem in check_leftovers(source, line)]
    assert {problem.place.line for problem in problems} == {1, 2}
    left = drop_official(problems, lines, ["总体情况[注：植树}", "植树5棵"])
    assert {problem.place.line for problem in left} == {2}
