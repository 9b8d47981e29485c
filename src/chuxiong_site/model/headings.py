"""Names of parts and sections in the words and ordinals that their headings print."""

from __future__ import annotations

import re

from .place import Span
from .report import CLOSING, PREAMBLE, TITLE, Report, Section

MARK = re.compile(
    r"\s*(?:#+\s+)?(?:"
    r"(?P<titled>第[一二三四五六七八九十0-9]{1,3}(?:[编篇章节]|部分)|附\s*[件录]\s*[0-9０-９一二三四五六七八九十]{0,3})"
    r"|(?P<bracket>[(（](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[)）])"
    r"|(?P<dotted>[0-9]{1,2}(?:[.．][0-9]{1,2})+)"
    r"|(?P<plain>[一二三四五六七八九十]{1,3}(?=[\s\u3000]*[、．.是\s\u3000])|[0-9０-９]{1,2}(?=[.．、\s\u3000])|[①-⑳]))"
)
"""The mark at the beginning of a heading, in brackets of either width: a report may be shown with its own marks."""
WIDE = str.maketrans("()", "（）")
UNHEADED = {TITLE: "标题", PREAMBLE: "序", CLOSING: "结语"}


def describe_heading(report: Report, section: Section) -> str:
    """Return a section's heading for contents and links: marker kept, indent and closing 。 dropped, 序 for the preamble."""
    if section.heading is None:
        return UNHEADED.get(section.number, UNHEADED[PREAMBLE])
    return report.display.of(section.heading).strip().rstrip("。")


def describe_marker(report: Report, section: Section) -> str:
    """Return a section's printed place: 序, 一, 一（七）, 第二章, 一（七）3. The only function that writes it."""
    if section.number in UNHEADED:
        return UNHEADED[section.number]
    own, is_whole = _read_mark(report, section)
    above = None if is_whole else report.parent_of(section)
    return (describe_marker(report, above) if above else "") + own


def _read_mark(report: Report, section: Section) -> tuple[str, bool]:
    """Return the mark of a heading, and whether it names the sections above too; without a mark, the place in the outline."""
    match = MARK.match(describe_heading(report, section))
    if match is None:
        return section.number, True
    if match["titled"]:
        return re.sub(r"\s", "", match["titled"]), False
    if match["bracket"]:
        return match["bracket"].translate(WIDE), False
    return match["dotted"] or match["plain"], bool(match["dotted"])


def describe_place(report: Report, section: Section) -> str:
    """Return the printed place with its kind, for use alone: 第一部分（七）, 第三部分, 报告序."""
    marker = describe_marker(report, section)
    if section.number in UNHEADED:
        return f"报告{marker}"
    match = re.match("[一二三四五六七八九十]+", marker)
    return f"第{match[0]}部分{marker[match.end() :]}" if match else marker


def describe_sentence_place(report: Report, span: Span) -> str:
    """Return a sentence's printed place with its ordinal there, the heading's counted: 一（七）第 3 句."""
    section = report.section_at(span.start)
    order = section.order_of(report.sentence_at(span.start))
    return f"{describe_marker(report, section)}第 {order} 句"
