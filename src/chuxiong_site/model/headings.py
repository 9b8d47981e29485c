"""Names of parts and sections in the words and ordinals that their headings print."""

from __future__ import annotations

import re

from .place import Span
from .report import Report, Section

PART_MARKER = re.compile("[一二三四五六七八九十]+")
SECTION_MARKER = re.compile("[（(]([一二三四五六七八九十]+)[）)]")
"""Brackets of either width: a report may be shown with its own marks."""
UNHEADED = {"T": "标题", "0": "序"}


def describe_heading(report: Report, section: Section) -> str:
    """Return a section's heading for contents and links: marker kept, indent and closing 。 dropped, 序 for the preamble."""
    if section.heading is None:
        return UNHEADED["0"]
    return report.display.of(section.heading).strip().rstrip("。")


def describe_marker(report: Report, section: Section) -> str:
    """Return a section's printed place: 序, 一, 一（七）. The only function that writes it."""
    if section.number in UNHEADED:
        return UNHEADED[section.number]
    parts = {other.number: other for other in report.sections}
    part = PART_MARKER.match(describe_heading(report, parts[section.part]))
    inner = SECTION_MARKER.match(describe_heading(report, section))
    return (part[0] if part else section.part) + (f"（{inner[1]}）" if inner else "")


def describe_place(report: Report, section: Section) -> str:
    """Return the printed place with its kind, for use alone: 第一部分（七）, 第三部分, 报告序."""
    marker = describe_marker(report, section)
    if section.number in UNHEADED:
        return f"报告{marker}"
    part, bracket, inner = marker.partition("（")
    return f"第{part}部分{bracket}{inner}"


def describe_sentence_place(report: Report, span: Span) -> str:
    """Return a sentence's printed place with its ordinal there, the heading's counted: 一（七）第 3 句."""
    section = report.section_at(span.start)
    order = section.sentences.index(report.sentence_at(span.start)) + 1
    return f"{describe_marker(report, section)}第 {order} 句"
