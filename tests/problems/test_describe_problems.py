from __future__ import annotations

import json

import pytest

from chuxiong_site.model.place import Place
from chuxiong_site.problems import FORMATS, Problem, describe_problems
from chuxiong_site.problems.describe import cell_width

LINE = "全州办理[120件]{fact=cases}，办结率达[99%]{fact=rate}。"


def create_problem(
    code: str = "E310", *, column: int = 6, length: int = 4, excerpt: str = LINE, hint: str = "试试"
) -> Problem:
    """Return a problem on line 3."""
    place = Place(file="reports/2023.md", line=3, column=column, length=length, excerpt=excerpt)
    return Problem(code=code, place=place, found="现状", expected="应有", hint=hint)


def describe_marks(problem: Problem) -> tuple[str, str]:
    """Return the excerpt and the line of marks under it."""
    lines = describe_problems([problem], "text").split("\n")
    return lines[1], lines[2]


def test_all_parts() -> None:
    """A problem names file, line, column, code, title, excerpt, what is, what should be, and what to do."""
    assert describe_problems([create_problem()], "text").split("\n") == [
        "reports/2023.md:3:6 错误 E310 正文与官方原文不同",
        "  | 全州办理[【120件】]{fact=cases}，办结率达[99%]{f…",
        "               ^^^^^",
        "  现在：现状",
        "  应为：应有",
        "  建议：试试",
        "",
        "共 1 个错误。",
    ]


@pytest.mark.parametrize(("column", "length"), [(1, 2), (3, 1), (6, 4), (12, 10), (24, 1), (38, 1)])
def test_marks_stand_under_their_characters(column: int, length: int) -> None:
    """Under each marked character stand as many marks as it is wide, right under it."""
    excerpt, marks = describe_marks(create_problem(column=column, length=length))
    before, rest = excerpt.split("【")
    marked = rest.split("】")[0]
    assert marked == LINE[column - 1 : column - 1 + length]
    assert marks.index("^") == sum(map(cell_width, before + "【"))
    assert marks.count("^") == sum(map(cell_width, marked))


def test_a_gap() -> None:
    """Where something is missing, the gap between two characters is marked."""
    excerpt, marks = describe_marks(create_problem(column=5, length=0))
    assert "理【】[" in excerpt
    assert marks.count("^") == 1


def test_long_lines_are_cut() -> None:
    """Of a very long line only the surroundings are shown, and the marks still fit."""
    excerpt, marks = describe_marks(
        create_problem(column=501, length=2, excerpt="甲" * 500 + "乙丙" + "丁" * 500)
    )
    assert "【乙丙】" in excerpt
    assert len(excerpt) < 80
    assert marks.index("^") == sum(map(cell_width, excerpt.split("【")[0] + "【"))


@pytest.mark.parametrize(
    ("char", "shown"), [("\u202e", "<U+202E>"), ("\u200b", "<U+200B>"), ("\t", "<Tab>"), ("\x1b", "<U+001B>")]
)
def test_what_cannot_be_seen_is_written_out(char: str, shown: str) -> None:
    """Characters that a terminal hides or obeys are written out, in the excerpt and in the words."""
    problem = create_problem(column=2, length=1, excerpt=f"甲{char}乙")
    assert f"甲【{shown}】乙" in describe_problems([problem], "text")
    words = Problem(code="E310", place=Place(file="a"), found=f"有{char}", expected="无")
    for style in ("text", "github"):
        assert char not in describe_problems([words], style)


def test_the_code_has_a_suggestion_for_all() -> None:
    """A problem without a suggestion of its own gets that of its code, in every format."""
    for style in FORMATS:
        assert "写成 [原文里的字]{fact=指标标识}" in describe_problems(
            [create_problem("E301", hint="")], style
        )


def test_places_as_far_as_known() -> None:
    """A problem of a whole file names the file, one of a line no column."""
    for place, said in (
        (Place(file="a.yaml"), "a.yaml 错误"),
        (Place(file="a.yaml", line=2), "a.yaml:2 错误"),
    ):
        assert describe_problems(
            [Problem(code="E102", place=place, found="", expected="乙")], "text"
        ).startswith(said)


def test_counts() -> None:
    """Errors and warnings are counted apart; none is said to be none."""
    assert describe_problems([create_problem(), create_problem("W501")], "text").endswith(
        "共 1 个错误，1 个提醒。"
    )
    assert describe_problems([create_problem("W501")], "text").endswith("共 1 个提醒。")
    assert describe_problems([], "text") == "共 0 个错误。"


def test_colour_only_where_asked_for() -> None:
    """Colours are added on request and change no word."""
    plain, coloured = (describe_problems([create_problem()], "text", colour=c) for c in (False, True))
    assert "\x1b" not in plain
    assert coloured.count("\x1b[31m") == 1
    assert plain.replace("\n", "") == "".join(
        p.partition("m")[2] if i else p for i, p in enumerate(coloured.split("\x1b["))
    ).replace("\n", "")


def test_json() -> None:
    """For programs every part is a field, the excerpt as it is written."""
    [record] = json.loads(describe_problems([create_problem()], "json"))["problems"]
    assert record == {
        "code": "E310",
        "severity": "error",
        "title": "正文与官方原文不同",
        "file": "reports/2023.md",
        "line": 3,
        "column": 6,
        "excerpt": LINE,
        "found": "现状",
        "expected": "应有",
        "hint": "试试",
    }
    assert json.loads(describe_problems([], "json")) == {"problems": []}


def test_github() -> None:
    """For GitHub each problem is one annotation line; what would end the line or a property is escaped."""
    text = describe_problems([create_problem(), create_problem("W501", hint="甲%乙\n丙")], "github")
    first, second = text.split("\n")
    assert first.startswith(
        "::error file=reports/2023.md,line=3,col=6,title=E310 正文与官方原文不同::现在：现状%0A应为："
    )
    assert second.startswith("::warning ")
    assert second.endswith("甲%25乙<U+000A>丙")


def test_github_properties_are_escaped() -> None:
    """A file name with a comma or colon does not break the annotation."""
    problem = Problem(code="E102", place=Place(file="a,b:c.md"), found="甲", expected="乙")
    assert "file=a%2Cb%3Ac.md," in describe_problems([problem], "github")


def test_widths() -> None:
    """Hanzi and full-width marks are two columns wide, ASCII one, combining marks none."""
    assert [cell_width(char) for char in "甲，a“·"] == [2, 2, 1, 2, 2]
    assert cell_width("\u0301") == 0
