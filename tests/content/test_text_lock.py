from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import create_source

from chuxiong_site.content.spans import structure_line
from chuxiong_site.content.text_lock import check_text, structure_official_lines
from chuxiong_site.problems import Problem

OFFICIAL = ("示例报告", "全州共办理120件。", "主要表现在:", "服务还不够均衡,办事还不够方便。", "继续改进。")


def lock(
    *ours: str, official: tuple[str, ...] = OFFICIAL, skip: frozenset[int] = frozenset()
) -> list[Problem]:
    """Compare annotated lines, one paragraph a line, with the official ones."""
    source = create_source("\n".join(ours))
    capture = create_source("首页\n" + "\n\n".join(official) + "\n", "reports/2023.txt")
    lines = [structure_line(text, number) for number, text in enumerate(ours, start=1)]
    return check_text(source, lines, structure_official_lines(capture, 2)[1], set(skip), capture.name)


def change(index: int, *texts: str) -> list[Problem]:
    """Compare after putting other lines in the place of one."""
    return lock(*OFFICIAL[:index], *texts, *OFFICIAL[index + 1 :])


def test_the_same_text() -> None:
    """Tags make no difference, nor do blank lines of the captured page."""
    assert change(1, "全州共办理[120件]{fact=cases}。") == []


def test_body_and_offsets() -> None:
    """The body is the captured page from its line on, and offsets count its code points."""
    body, official = structure_official_lines(create_source("甲\n乙\n\n𠮷丙\n丁"), 2)
    assert body == "乙\n\n𠮷丙\n丁"
    assert [(line.number, line.start, line.text) for line in official] == [
        (2, 0, "乙"),
        (4, 3, "𠮷丙"),
        (5, 6, "丁"),
    ]


@pytest.mark.parametrize(
    ("written", "column", "length", "marked"),
    [
        ("全州共办理[121件]{fact=cases}。", 9, 1, "【1】"),
        ("全州共办[120件]{fact=cases}。", 6, 0, "【】"),
        ("全州共同办理[120件]{fact=cases}。", 4, 1, "【同】"),
        ("全州共办理[120件]{fact=cases}", 24, 0, "【】"),
        ("全省共办理[120件]{fact=cases}。", 2, 1, "【省】"),
    ],
)
def test_where_a_line_differs(written: str, column: int, length: int, marked: str) -> None:
    """A difference is marked where it stands in the annotated file, tags counted."""
    [problem] = change(1, written)
    assert problem.code == "E310"
    assert (problem.place.line, problem.place.column, problem.place.length) == (2, column, length)
    assert marked in problem.found
    assert "官方页第 4 行" in problem.expected


def test_every_difference_of_a_line() -> None:
    """Several differences of one paragraph are told together."""
    problems = change(3, "服务还不够平衡，办事还不方便。")
    mendings = [problem.hint.partition("官方")[0] for problem in problems]
    assert mendings == ["把「平」改回「均」。", "把「，」改回「,」。", "补上「够」。"]


def test_a_paragraph_too_many() -> None:
    """A paragraph of our own is reported at its line."""
    [problem] = lock(*OFFICIAL[:2], "编者按如下。", *OFFICIAL[2:])
    assert (problem.code, problem.place.line) == ("E311", 3)


def test_a_paragraph_missing() -> None:
    """A missing paragraph is reported after the line before it, with its place in the captured page."""
    [problem] = change(2)
    assert (problem.code, problem.place.line) == ("E312", 2)
    assert "第 6 行" in problem.expected


def test_the_first_and_the_last_paragraph_missing() -> None:
    """Missing at either end is told as well."""
    assert [problem.code for problem in change(0)] == ["E312"]
    assert [problem.code for problem in change(4)] == ["E312"]


def test_a_changed_paragraph_beside_a_missing_one() -> None:
    """When one paragraph is missing and its neighbour changed, each is told as what it is."""
    problems = lock(OFFICIAL[0], OFFICIAL[1], "服务还不够平衡,办事还不够方便。", OFFICIAL[4])
    assert [(problem.code, problem.place.line) for problem in problems] == [("E312", 2), ("E310", 3)]


def test_a_split_paragraph() -> None:
    """A paragraph broken in two is one problem, at the second half."""
    [problem] = change(3, "服务还不够均衡,", "办事还不够方便。")
    assert (problem.code, problem.place.line) == ("E311", 5)
    assert "接到上一段" in problem.hint


def test_two_paragraphs_joined() -> None:
    """Two paragraphs made one are one problem, at the place of the break."""
    [problem] = lock(*OFFICIAL[:2], OFFICIAL[2] + OFFICIAL[3], OFFICIAL[4])
    assert (problem.code, problem.place.line, problem.place.column) == ("E312", 3, 7)


def test_another_paragraph_altogether() -> None:
    """A paragraph unlike the official one is one too many and one missing, not a heap of differences."""
    assert sorted(problem.code for problem in change(3, "这里完全是另外一段话")) == ["E311", "E312"]


def test_lines_with_a_problem_of_their_own() -> None:
    """A line that already has a problem is not reported again."""
    assert lock(OFFICIAL[0], "全州共办理[120件{fact=a}。", *OFFICIAL[2:], skip=frozenset({2})) == []


def test_a_very_long_paragraph() -> None:
    """A paragraph of a hundred thousand characters is compared without delay."""
    ours, theirs = "甲" * 50_000 + "乙" + "丙" * 50_000, "甲" * 50_000 + "丁" + "丙" * 50_000
    [problem] = lock(ours, official=(theirs,))
    assert problem.place.column == 50_001


@settings(max_examples=100)
@given(st.data())
def test_no_change_goes_unseen(data: st.DataObject) -> None:
    """Whatever single character is changed, added or removed, it is reported on its line."""
    index = data.draw(st.integers(0, len(OFFICIAL) - 1))
    at = data.draw(st.integers(0, len(OFFICIAL[index]) - 1))
    put = data.draw(st.sampled_from(["", "变", "变变"]))
    keep = data.draw(st.sampled_from([0, 1]))
    text = OFFICIAL[index][:at] + put + OFFICIAL[index][at + 1 - keep :]
    if text != OFFICIAL[index]:
        problems = change(index, text)
        assert problems
        assert {problem.code for problem in problems} <= {"E310", "E311", "E312"}
        assert any(problem.place.line in {index + 1, index} for problem in problems)
