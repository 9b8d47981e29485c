"""How a finished page is read: as an HTML5 parser reads it, block by block, with what each piece stands at."""

from __future__ import annotations

import pytest

from chuxiong_site.proof.documents.built_page import BuiltPage
from chuxiong_site.proof.documents.html import read_page


def read(html: str) -> BuiltPage:
    """Read a fragment as a page."""
    return read_page(f"<!doctype html><body>{html}".encode())


def list_said(page: BuiltPage) -> list[tuple[str, str]]:
    """Return (role, words) of all that is said."""
    return [(said.role, said.text) for said in page.utterances]


def test_a_block_ends_a_paragraph_as_browsers_end_it() -> None:
    """Official text is 甲 alone where a block cuts its paragraph short, as in every browser."""
    page = read('<p data-official-text="0">甲<div>乙</div>丙</p>')
    assert [piece.shown for piece in page.official] == ["甲"]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>甲 <b>乙</b>\n丙</p>", [("p", "甲 乙 丙")]),
        ("<div>甲<p>乙</p>丙</div>", [("div", "甲"), ("p", "乙"), ("div", "丙")]),
        (
            '<p class="lead big">甲<span class="lead__count">5</span></p>',
            [("lead", "甲"), ("lead__count", "5")],
        ),
        ('<img alt="甲">', [("@alt", "甲")]),
        ('<p hidden title="甲">乙</p>', [("@title", "甲"), ("p", "乙")]),
        ("<p>&lt;5&gt;</p><!-- 6 -->", [("p", "<5>")]),
    ],
    ids=["inline", "blocks", "component", "picture", "hidden", "entities"],
)
def test_what_is_said(html: str, said: list[tuple[str, str]]) -> None:
    """Inline elements belong to their block, a component's part and an attribute speak for themselves."""
    assert list_said(read(html)) == said


def test_cells_know_their_column() -> None:
    """A cell says under which heading it stands; the headings themselves are only headings."""
    table = "<thead><tr><th>名称</th><th>单位</th></tr></thead><tbody><tr><th>甲</th><td>件</td></tr></tbody>"
    said = list_said(read(f"<table>{table}</table>"))
    assert said == [("th", "名称"), ("th", "单位"), ("column:名称", "甲"), ("column:单位", "件")]


def test_words_know_what_they_are_about() -> None:
    """A row's anchor, the link beside a count and the fact in a sentence are kept with the words."""
    page = read(
        '<ul><li id="_row-x"><a href="a.html">甲</a><span class="c__n">5</span></li></ul>'
        '<p><data data-fact="y" data-report="2023" value="7">7件</data></p>'
    )
    assert [(said.subject, said.link) for said in page.utterances[:2]] == [("_row-x", "a.html")] * 2
    assert [(said.text, said.facts, said.report_id) for said in page.utterances[2:]] == [
        ("7件", ("y",), "2023")
    ]
    assert [(fact.ids, fact.text, fact.value) for fact in page.facts] == [("y", "7件", "7")]


def test_captured_marks_stand_behind_the_shown() -> None:
    """What was captured is read from `data-raw`, the rest as it stands."""
    page = read('<p data-official-text="1.1">甲<span data-raw=",">，</span>乙</p>')
    assert [(piece.shown, piece.captured) for piece in page.official] == [("甲，乙", "甲,乙")]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"<p", b"<table><tr><td>", b"<script>", b"<p id=a id=b>"]
)
def test_broken_bytes_are_no_traceback(data: bytes) -> None:
    """Whatever stands in a file is read somehow: the proof speaks of it, it does not fall over it."""
    assert isinstance(read_page(data), BuiltPage)
