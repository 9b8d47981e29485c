"""What is left for a person to look at in a new report, each with its line and what to do."""

from __future__ import annotations

from ...model.place import Span
from ...model.raw_report import Doubt
from .records import NewReport

AROUND = 12
"""How many characters are shown on each side of an unread number."""
ENOUGH_HANZI = 60
"""A text with fewer Hanzi is no report."""
SHARE = 0.2
"""Share of Hanzi among the characters of a report, at least: 65,000 tables of figures have more."""


def list_doubts(report: NewReport) -> tuple[Doubt, ...]:
    """Return the doubts of the head, then headings that do not count on and numbers that nobody read, in page order."""
    found = [*report.raw.head.doubts, *report.raw.outline_doubts, *_doubt_numbers(report)]
    return tuple(sorted(found, key=lambda doubt: doubt.line))


def find_why_no_report(report: NewReport) -> str:
    """Return in words why a text is no report; empty for one that may be."""
    words = [char for char in report.raw.body if not char.isspace()]
    hanzi = sum("\u4e00" <= char <= "\u9fff" for char in words)
    if hanzi < ENOUGH_HANZI:
        return f"只有 {hanzi} 个汉字"
    if hanzi < SHARE * len(words):
        return "大部分不是汉字"
    headings = [section for section in report.raw.sections if section.heading and section.number != "T"]
    if not (report.raw.head.title or headings or report.facts):
        return "没有标题，没有分节，也没有一个数字"
    return ""


def _doubt_numbers(report: NewReport) -> list[Doubt]:
    return [
        Doubt(
            line=report.line_of(span.start),
            found=f"没有读出来的数：{_quote(report.raw.body, span)}",
            advice="是什么就把 numeral=unread 改成什么；不改，网页上照列，没有值",
        )
        for span in report.unread
    ]


def _quote(body: str, span: Span) -> str:
    """Return the words round a span on its line, itself in 【】."""
    before = body[max(0, span.start - AROUND) : span.start].rsplit("\n", maxsplit=1)[-1]
    after = body[span.end : span.end + AROUND].split("\n", maxsplit=1)[0]
    return f"{before.lstrip()}【{span.of(body)}】{after}"
