"""How are the lines of a captured text made into paragraphs, and what in it is no text?"""

from __future__ import annotations

import pytest

from chuxiong_site.content.layout import Layout, structure_layout

LONG = "全州办理各类案件三千余件，道路养护和植树造林同步推进，群众满意"
"""A line that fills the width of its page and goes on."""


def list_paragraphs(body: str) -> list[str]:
    """Return the words of the paragraphs, line ends as bars."""
    return [span.of(body).replace("\n", "|") for span in structure_layout(body).paragraphs]


def list_omitted(body: str) -> list[tuple[str, str]]:
    """Return what is no text, with what it is."""
    return [(span.of(body), kind) for span, kind in structure_layout(body).omitted]


def wrap(lines: int, last: str = "度提高。") -> str:
    """Return a paragraph broken at the margin."""
    return "\n".join([LONG] * lines + [last])


def test_lines_are_paragraphs() -> None:
    """Where lines are not broken at a margin, each is a paragraph."""
    body = "标题\n\n一、做法\n　　开展工作。\n又一段。"
    assert list_paragraphs(body) == ["标题", "一、做法", "　　开展工作。", "又一段。"]
    assert not structure_layout(body).is_flowing


def test_wrapped_lines_are_joined() -> None:
    """Lines that were full and go on are one paragraph; a short one, a full stop or a heading ends it."""
    body = f"标题\n{wrap(7)}\n一、做法\n{wrap(7)}\n"
    assert list_paragraphs(body) == [
        "标题",
        wrap(7).replace("\n", "|"),
        "一、做法",
        wrap(7).replace("\n", "|"),
    ]
    assert structure_layout(body).is_flowing


def test_an_indent_begins_a_paragraph() -> None:
    """A line with an indent goes on nothing, however full the one before is."""
    body = f"标题\n{wrap(8)}\n　　{LONG}\n{wrap(6)}"
    assert [words.startswith("　　") for words in list_paragraphs(body)] == [False, False, True]


def test_a_title_over_two_lines_is_one() -> None:
    """The lines of the title are one paragraph."""
    layout: Layout = structure_layout("青禾州2024年度\n工作报告\n话。", 2)
    assert [span.end for span in layout.paragraphs] == [14, 17]


def test_a_line_of_several_paragraphs_is_parted() -> None:
    """A long line is cut where an indent stands in the middle of it."""
    words = LONG * 4
    body = f"标题\n{words}。　　{words}。"
    assert list_paragraphs(body) == ["标题", f"{words}。", f"　　{words}。"]


def test_page_numbers_are_no_text() -> None:
    """Page numbers are left out; a paragraph that they cut goes on behind them."""
    body = f"标题\n{wrap(6, LONG)}\n\n—3—\n\n{wrap(7)}\n"
    assert list_omitted(body) == [("—3—", "page_number")]
    assert len(list_paragraphs(body)) == 2


def test_bare_page_numbers_count_on() -> None:
    """Lines of nothing but a number are page numbers where they count on from page to page, else text."""
    pages = "\n".join(f"话{n}。\n又一句。\n再一句。\n{n}" for n in range(1, 4))
    assert [words for words, _ in list_omitted(f"标题\n{pages}")] == ["1", "2", "3"]
    assert list_omitted("标题\n话。\n12\n话。\n35") == []


def test_running_heads_are_no_text() -> None:
    """A short line that comes again beside each page number is a running head."""
    pages = "\n".join(f"话{n}。\n—{n}—\n青禾州年报" for n in range(1, 4))
    assert [kind for _, kind in list_omitted(f"标题\n{pages}")].count("running_head") == 3


@pytest.mark.parametrize(
    ("line", "omitted"),
    [
        ("## 概况", ["## "]),
        ("**表1** 情况", ["**", "**"]),
        ("| --- | --- |", ["| --- | --- |"]),
        ("![图](a.png)", ["![图](a.png)"]),
    ],
)
def test_marks_of_a_text_file_are_no_text(line: str, omitted: list[str]) -> None:
    """Hashes, stars, rules of tables and pictures of a text with marks are left out."""
    body = f"# 标题\n## 概述\n话。\n{line}\n话。"
    assert [words for words, kind in list_omitted(body) if kind == "markup"][2:] == omitted
