"""Does 在官方原文中核对 come to the number itself in the official page?"""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import unquote

import pytest

from built import RICH, BuiltSite, is_ci
from chuxiong_site.model.place import Span
from chuxiong_site.rendering.parts.fact_notes import describe_official_address
from chuxiong_site.rendering.text.text_fragment import describe_text_fragment

pytestmark = pytest.mark.browser

TALL: dict[str, Any] = {"viewport": {"width": 400, "height": 2000}}
"""Higher than any clause: the browser puts the beginning of what it found in the middle of the window."""
LOOK = """html { scroll-behavior: auto } body { margin: 3000px 0; font: 16px/20px sans-serif }
p { width: 1em; margin: 0 0 100px; word-break: break-all; line-break: anywhere; white-space: pre-wrap }"""
"""Each character has a line of its own, so how far the page has scrolled says which characters were found."""
PLACE = """([line, start]) => {
  const range = document.createRange();
  const text = document.querySelectorAll('p')[line].firstChild;
  range.setStart(text, start);
  range.setEnd(text, start + 1);
  return Math.round(range.getBoundingClientRect().top - innerHeight / 2);
}"""
"""How far below the middle of the window a character's line begins, in px."""
REPEATED = "\n".join(
    (
        "一、情况",
        "（一）甲县。办结45件，上年办结45件,全县办结45件；办结45件。",
        "45件",
        "乙县办结45件。",
        "45件",
        "丙县\t45件",
        "丁县\t45件",
        "全州１２个市场主体占98.5%,占98.5%、A-B类占98.5%&其他(占98.5%)以上。",
        "自2021—2025年,每年5个工作日内办结率达98.5%以上,",
        "自2021—2025年,每年5个工作日内办结率达98.5%以上,",
    )
)
"""The same words again and again: in one line, as whole lines, in cells of a table, in two lines that are alike."""


class OfficialPage:
    """An official page whose blocks are the lines of a text, opened by addresses with text fragments."""

    def __init__(self, page: Any, address: str, text: str) -> None:
        """Answer for `address` with the text."""
        self.page, self.text = page, text
        blocks = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
        html = f"<!doctype html><html lang=zh-CN><meta charset=utf-8><style>{LOOK}</style>{blocks}"
        page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))

    def finds(self, address: str, span: Span) -> bool:
        """Open an address anew, and tell whether the words it names are found around the span, not elsewhere."""
        words = unquote(next(part for part in address.partition(":~:text=")[2].split(",") if "-" not in part))
        start = self.text.rfind(words, 0, span.start + len(words))
        assert start <= span.start
        assert span.end <= start + len(words)
        line_start = self.text.rfind("\n", 0, start) + 1
        self.page.goto("about:blank")
        self.page.goto(address)
        place = [self.text.count("\n", 0, start), start - line_start]
        return bool(self.page.evaluate("scrollY")) and abs(self.page.evaluate(PLACE, place)) < 20


@pytest.fixture(autouse=True)
def following(visit: Any) -> None:
    """Take a browser that goes to the words of an address; the smallest builds of Chromium stay at the top."""
    address = "https://example.org/following.htm"
    official = OfficialPage(visit(**TALL).page, address, "甲\n办结45件")
    if not official.finds(f"{address}#:~:text=办结45件", Span(start=2, end=7)):
        why = "这个浏览器不会到网址里写的字那里去：「在官方原文中核对」没有试。装上完整的 Chromium 再试。"
        pytest.fail(why, pytrace=False) if is_ci() else pytest.skip(why)


def test_every_fact_is_found(visit: Any, built_site: BuiltSite) -> None:
    """Opened at its address, the captured page shows each fact's own clause in the middle of the window."""
    report = built_site.report_findings.report
    captured = (RICH / "reports" / f"{report.id}.txt").read_bytes().decode("utf-8")
    ahead = captured.index(report.body)
    official = OfficialPage(visit(**TALL).page, report.source_url, captured)

    missed = [
        fact.id
        for fact in built_site.report_findings.facts
        if not official.finds(
            describe_official_address(report, fact),
            Span(start=ahead + fact.span.start, end=ahead + fact.span.end),
        )
    ]

    assert missed == []


def test_repeated_words_are_told_apart(visit: Any) -> None:
    """Of words that stand several times in a page, in any kind of block, those are shown that were asked for."""
    address = "https://example.org/report.htm"
    official = OfficialPage(visit(**TALL).page, address, REPEATED)

    missed = []
    for found in re.finditer(r"[\d.—]+(?:件|个|%|年)", REPEATED):
        span = Span(start=found.start(), end=found.end())
        fragment = describe_text_fragment(REPEATED, span)
        if not official.finds(f"{address}#{fragment}", span):
            missed.append((found.start(), unquote(fragment)))

    assert missed == []
