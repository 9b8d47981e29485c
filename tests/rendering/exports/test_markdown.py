"""Is the Markdown edition the official text, to a reader of Markdown as to the proof, and does each part lead to its place?"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from built import BuiltSite, build_project
from chuxiong_site.rendering.text.markdown_words import escape_markdown
from sample_projects import copy_fixture, replace_in

PATH = "data/2023/report.md"
WITH_TABLE = "data/2022/report.md"
BASE = "https://example.org/r"
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Words(HTMLParser):
    """Collects the words of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        """Keep words as they are."""
        self.words += data


def read_official(markdown: bytes) -> str:
    """Return the official text of an edition as CommonMark with tables has it: without quotations and links."""
    page = LexborHTMLParser(MARKDOWN.render(markdown.decode()))
    for added in page.css("blockquote, a[href]"):
        added.decompose()
    assert page.body is not None
    return "".join(page.body.text().split())


def read_page(site: BuiltSite, path: str) -> str:
    """Return the official text of a page."""
    pieces = LexborHTMLParser(site.pages[path]).css("[data-official-text]")
    return "".join("".join(piece.text() for piece in pieces).split())


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_the_text_is_the_official_one(built_site: BuiltSite, year: str) -> None:
    """Another reader of Markdown finds the very words of the full page, tables too, and an anchor a block."""
    markdown = built_site.read(f"data/{year}/report.md")
    assert read_official(markdown) == read_page(built_site, f"{year}/full.html")
    anchors = re.findall(r'<a id="([^"]+)"></a>', markdown.decode())
    assert len(anchors) == len(set(anchors)) > 3
    assert all(f'id="{anchor}"' in built_site.pages[f"{year}/full.html"] for anchor in anchors)


def test_a_table_is_a_table(built_site: BuiltSite) -> None:
    """Its cells are the cells of the page's table, row by row; Markdown knows no cells over several columns."""
    page = LexborHTMLParser(MARKDOWN.render(built_site.read(WITH_TABLE).decode()))
    full = LexborHTMLParser(built_site.pages["2022/full.html"])

    def list_rows(table: LexborNode) -> list[list[str]]:
        return [[cell.text() for cell in row.css("th, td") if cell.text()] for row in table.css("tr")]

    [ours], [theirs] = page.css("table"), full.css(".official-table table")
    assert list_rows(ours) == list_rows(theirs)
    assert ours.css("thead th")


def test_every_block_leads_to_its_place(addressed_site: BuiltSite) -> None:
    """With a known address each heading, paragraph and table has a link to the page that carries it."""
    text = addressed_site.read(PATH).decode()
    links = re.findall(r"\[¶\]\(([^)]+)\)", text)
    assert len(links) == text.count("<a id=")
    for link in links:
        page, _, anchor = link.removeprefix(f"{BASE}/").partition("#")
        assert f'id="{anchor}"' in addressed_site.pages[page]


def test_without_an_address_there_are_no_links(built_site: BuiltSite) -> None:
    """A file that may lie anywhere leads to nothing but the official page."""
    text = built_site.read(PATH).decode()
    assert "[¶]" not in text
    assert f"> - 官方原页：<{built_site.report_findings.report.source_url}>" in text


@pytest.mark.parametrize(
    ("name", "below", "allowed"),
    [
        ("small", "2023年,示例州", frozenset[str]()),
        ("small", "示例州2023年度便民服务情况报告\n", frozenset[str]()),
        ("bare", "这一年来", frozenset({"W411"})),
    ],
)
def test_a_picture_at_the_title(name: str, below: str, allowed: frozenset[str], tmp_path: Path) -> None:
    """Where the official page has a picture right below its title, or above it, the source stands all the same, above the picture."""
    content = copy_fixture(name, tmp_path)
    replace_in(content / "reports/2023.md", f"\n\n{below}", f"\n\n![甲图](missing)\n\n{below}")
    blocks = build_project(content, tmp_path / "_site", allowed=allowed).read(PATH).decode().split("\n\n")
    assert blocks[1].startswith("> - 来源：")
    assert blocks[2] == "> - 官方原页这里有「甲图」，本站没有收录。"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_no_words_are_marks(words: str) -> None:
    """Behind an anchor, any words are read as they are."""
    reader = Words()
    reader.feed(MARKDOWN.renderInline(f'<a id="_s0-1"></a>{escape_markdown(words)}'))
    assert reader.words == words


@pytest.mark.parametrize(
    "words",
    ["# 甲", "###### 甲", "#", "- 甲", "+ 甲", "-", "---", "- - -", "> 甲", ">甲", "1. 甲", "2024) 甲", "1.", "甲 #", "甲 ##"],
)  # fmt: skip
@pytest.mark.parametrize(("before", "inside"), [("", "p"), ("> - ", "li"), ("## ", "h2")])
def test_no_words_begin_a_block(words: str, before: str, inside: str) -> None:
    """As a line of their own, in a list or a heading, words are read whole, and as nothing else."""
    page = LexborHTMLParser(MARKDOWN.render(f"{before}{escape_markdown(words)}"))
    [block] = page.css(inside)
    assert block.text().strip() == words
    assert not [node.tag for node in block.iter() if node.tag != "p"]


def test_words_that_begin_nothing_stay() -> None:
    """A sign of a number, a day, an ordinal without a blank behind it are written as they are."""
    for words in ("-3.5%", "#甲", "1.加强", "2024.3", "+5", "甲#"):
        assert escape_markdown(words) == words


def test_a_notice_that_looks_like_a_heading_is_words(tmp_path: Path) -> None:
    """The proof reads it in the edition as in the list of files, and finds it where it became a heading."""
    content = copy_fixture("small", tmp_path)
    text = (content / "site.yaml").read_text(encoding="utf-8")
    text = re.sub("(?m)^notice: .*$", 'notice: "# 说明：本站不是官方网站。"', text)
    (content / "site.yaml").write_text(text, encoding="utf-8", newline="\n")
    site = build_project(content, tmp_path / "_site")
    assert "\n> - \\# 说明：" in site.read(PATH).decode()
    assert site.prove_changed(PATH, "\\# 说明", "# 说明")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PATH, "2023", "2024"),
        (PATH, "青禾州", "青苗州"),
        (PATH, "## ", "### "),
        (PATH, "## ", ""),
        (PATH, '<a id="_s0-1">', '<a id="_s0-2">'),
        (PATH, "\n\n<a id", "\n\n另一段。\n\n<a id"),
        (PATH, "\n\n<a id", "\n\n> - 共 3 件。\n\n<a id"),
        (PATH, "官方原页：<", "官方网页：<"),
        (PATH, "> - 官方原页", "> - 全州办理的都是真的。\n> - 官方原页"),
        (PATH, "> - 来源", "> - 说明：来源"),
        (PATH, "为便于阅读，", ""),
        (WITH_TABLE, "| --- |", "|"),
        (WITH_TABLE, "\n| ", "\n| 甲"),
        (WITH_TABLE, "| 121 | 85 |", "| 1218 | 5 |"),
    ],
)
def test_a_change_is_found(built_site: BuiltSite, path: str, old: str, new: str) -> None:
    """Another digit, word, level, anchor or line, and the proof names the edition."""
    assert built_site.prove_changed(path, old, new)


def test_a_changed_link_is_found(addressed_site: BuiltSite) -> None:
    """A link to another place, or none, is named."""
    assert addressed_site.prove_changed(PATH, "full.html#_sT-1)", "full.html#_s0-1)")
    assert addressed_site.prove_without(PATH, r" \[¶\]\([^)]*\)")


def test_a_picture_told_elsewhere_is_found(tmp_path: Path) -> None:
    """What is missing is told at its place, and only there."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "reports/2023.md", "\n\n2023年,示例州", "\n\n![甲图](missing)\n\n2023年,示例州")
    site = build_project(content, tmp_path / "_site")
    told = "> - 官方原页这里有「甲图」，本站没有收录。\n\n"
    text = site.read(PATH).decode()
    assert site.prove(PATH, (text.replace(told, "") + f"\n{told.rstrip()}\n").encode())
