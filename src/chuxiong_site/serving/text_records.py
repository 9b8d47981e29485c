"""The text on the desk as plain records: paragraphs with their numbers and marks, the outline, problems and what answers them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from ..drafting.naming.desk import Desk
from ..drafting.naming.marks import MarkKind, read_mark
from ..drafting.naming.planning import MARK_NAMES
from ..model.findings import ReportFindings
from ..model.place import Span
from ..model.records import dataclass
from ..model.report import OMITTED, TITLE, Report, Section, Tag
from ..model.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """What a tag says of its words that is not of a number."""

    span: Span
    kind: MarkKind
    value: str


def list_blocks(desk: Desk) -> list[dict[str, Any]]:
    """Return headings, paragraphs and tables in order, cut where numbers and marks stand."""
    return [block for section in desk.report.sections for block in _list_section(desk, section)]


def _list_section(desk: Desk, section: Section) -> Iterator[dict[str, Any]]:
    tables = {table.lines[0]: table for table in section.tables}
    rows = {line for table in section.tables for line in table.lines}
    page = desk.report.page_of(section)
    for block in section.blocks:
        if block in tables:
            table = tables[block]
            yield {"rows": [_describe_row(desk, table, row) for row in range(len(table.rows))]}
        elif block not in rows:
            marks = _list_marks(desk.report.tags_in(block))
            yield {
                "start": block.start,
                "heading": section.depth if block == section.heading else 0,
                "isTitle": section.number == TITLE,
                "stem": page.slug if page else "",
                "pieces": list(_cut(desk, block, marks)),
                "marks": [_describe_mark(desk.report, mark) for mark in marks],
            }


def _describe_row(desk: Desk, table: Table, row: int) -> list[dict[str, Any]]:
    """Return the cells of a row, each with whether it is a head."""
    return [
        {"head": row < table.head_rows or column < table.head_columns, "pieces": list(_cut(desk, cell, ()))}
        for column, cell in enumerate(table.rows[row])
    ]


def _list_marks(tags: Sequence[Tag]) -> tuple[_Mark, ...]:
    return tuple(
        _Mark(span=tag.span, kind=kind, value=value)
        for tag in tags
        for kind in MarkKind
        if (value := read_mark(tag, kind))
    )


def _describe_mark(report: Report, mark: _Mark) -> dict[str, Any]:
    return {
        "start": mark.span.start,
        "end": mark.span.end,
        "mark": mark.kind.value,
        "words": report.display.of(mark.span) or mark.span.of(report.body),
        "said": _say(mark),
    }


def _say(mark: _Mark) -> str:
    """Return in words what a mark says."""
    if mark.kind is MarkKind.HEADING:
        return "不是标题" if mark.value == "no" else f"第 {mark.value} 层标题"
    if mark.kind is MarkKind.OMIT:
        return f"不是报告的字：{OMITTED[mark.value]}"
    return f"{MARK_NAMES[mark.kind]}：{mark.value}"


def _cut(desk: Desk, block: Span, marks: Sequence[_Mark]) -> Iterator[dict[str, Any]]:
    """Yield the words of a block; a number is one piece, other words are cut where marks begin and end."""
    start = block.start
    edges = sorted({edge for mark in marks for edge in (mark.span.start, mark.span.end)})
    for number in desk.numbers_in(block):
        yield from _cut_words(desk.report, Span(start=start, end=number.span.start), marks, edges)
        yield _describe_piece(desk.report, number.span, marks) | {"number": number.id}
        start = number.span.end
    yield from _cut_words(desk.report, Span(start=start, end=block.end), marks, edges)


def _cut_words(
    report: Report, span: Span, marks: Sequence[_Mark], edges: Sequence[int]
) -> Iterator[dict[str, Any]]:
    inner = [edge for edge in edges if span.start < edge < span.end]
    for first, last in zip([span.start, *inner], [*inner, span.end], strict=True):
        piece = _describe_piece(report, Span(start=first, end=last), marks)
        if piece["text"]:
            yield piece


def _describe_piece(report: Report, span: Span, marks: Sequence[_Mark]) -> dict[str, Any]:
    kinds = sorted({mark.kind.value for mark in marks if mark.span.contains(span)})
    return {"text": report.display.of(span), **({"marks": kinds} if kinds else {})}


def list_outline(report: Report, drafted: Sequence[str], named: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sections in order, each with its heading and page; `drafted` are those whose pages nobody has looked at."""
    return [
        {
            "number": section.number,
            "heading": report.display.of(section.heading) if section.heading else "",
            "depth": section.depth,
            "slug": section.slug or "",
            "drafted": section.number in drafted,
            "isNamed": section.number in named,
            "at": section.span.start,
        }
        for section in report.sections
        if section.number != TITLE
    ]


def list_links(own: ReportFindings) -> list[dict[str, Any]]:
    """Return the problems with the plans and achievements that are marked as theirs."""
    report = own.report
    starts = [block.start for section in report.sections for block in section.blocks]
    return [
        {
            "id": link.key,
            "unanswered": link.key in report.unanswered,
            **{
                name: [_describe_words(report, span, starts) for span in spans]
                for name, spans in (
                    ("problems", link.problems), ("plans", link.plans), ("achievements", link.achievements),
                )
            },
        }
        for link in own.follow_ups
    ]  # fmt: skip


def _describe_words(report: Report, span: Span, starts: Sequence[int]) -> dict[str, Any]:
    return {"words": report.display.of(span), "at": starts[max(0, bisect_right(starts, span.start) - 1)]}
