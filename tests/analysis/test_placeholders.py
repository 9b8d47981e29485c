from __future__ import annotations

import pytest

from chuxiong_site.analysis.placeholders import check_words, list_placeholders
from chuxiong_site.model.place import Place
from chuxiong_site.problems import Problem

KNOWN = {"cases", "days.before", "days.after"}


def check(text: str, known: set[str] | None = KNOWN) -> list[Problem]:
    """Check a title that stands after its key."""
    place = Place(file="charts.yaml", line=4, column=8, length=len(text), excerpt=f"title: {text}")
    return check_words(text, place, known)


def marked(problem: Problem) -> str:
    """Return what a problem marks."""
    return problem.place.excerpt[problem.place.column - 1 : problem.place.column - 1 + problem.place.length]


def test_placeholders_are_listed() -> None:
    """Ids are found in order, blanks around them ignored."""
    text = "由{days.before}到{ days.after }"
    assert list_placeholders(text) == ("days.before", "days.after")


@pytest.mark.parametrize(
    "text",
    [
        "全州办理{cases}",
        "由{days.before}压缩到{days.after}",
        "统一办理，进一步改进",
        "“一网通办”",
        "政务服务一张网",
        "双柏县",
    ],
)
def test_right_words(text: str) -> None:
    """Known placeholders and words with lexical numerals are right."""
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("办理120件", "E502", "120件"),
        ("办理１２０件", "E502", "１２０件"),
        ("{cases}中的3件", "E502", "3件"),
        ("2023年办理", "E502", "2023年"),
        ("办理三十件", "E502", "三十件"),
        ("两项不能相加", "E502", "两项"),
        ("百分之五十", "E502", "百分之五十"),
        ("办理{case}", "E503", "{case}"),
        ("办理{}", "E503", "{}"),
        ("办理{cases", "E503", "{"),
        ("办理cases}", "E503", "}"),
        ("办理｛cases｝", "E503", "｛"),
    ],
)
def test_wrong_words(text: str, code: str, words: str) -> None:
    """A typed number, an unknown placeholder or a lonely brace is marked by itself."""
    [problem] = check(text)
    assert (problem.code, marked(problem)) == (code, words)


def test_hints() -> None:
    """The nearest id is suggested, and both ends of an indicator that has two."""
    assert check("{case}")[0].hint == "是不是要写 cases？"
    assert check("{days}")[0].hint == "写成 days.before 或 days.after。"


def test_where_no_placeholder_may_stand() -> None:
    """Names and reasons take neither numbers nor placeholders, and are not told to use one."""
    [problem] = check("办理{cases}", None)
    assert "图的标题" in problem.expected
    assert "{" not in check("办理120件", None)[0].hint


def test_words_on_several_lines() -> None:
    """Words that do not stand on the line of their value are marked as a whole."""
    place = Place(file="charts.yaml", line=4, column=8, length=1, excerpt="title: >")
    assert check_words("办理120件", place, KNOWN)[0].place == place


def test_all_at_once() -> None:
    """Every unknown placeholder is reported, and a typed number beside them."""
    assert [problem.code for problem in check("{a}与{b}，共5件")] == ["E503", "E503", "E502"]
