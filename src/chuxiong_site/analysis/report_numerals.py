"""The numerals of a report: those that the reader finds, and each article that staff count by a tag."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model.numeral import Numeral, NumeralKind
from ..model.place import Span, collect_spans
from ..model.report import Report
from ..model.table import Table
from .cell_numbers import read_cell_numbers
from .numerals import read_numerals
from .table_units import add_table_units

ONE = "一"


def read_report_numerals(report: Report) -> tuple[Numeral, ...]:
    """Return the numerals of a report in order; 一项 that is tagged as a fact counts, whatever stands before it."""
    paragraphs = [Span(start=line.start, end=line.start + len(line.columns) - 1) for line in report.lines]
    read = _classify(report, read_paragraph_numerals(report.body, paragraphs, report.tables))
    numerals = tuple(add_table_units(report, read))
    counted = list(_read_counted_articles(report, numerals))
    return tuple(sorted([*numerals, *counted], key=lambda numeral: numeral.span)) if counted else numerals


def read_paragraph_numerals(
    body: str, paragraphs: Iterable[Span], tables: Sequence[Table] = ()
) -> tuple[Numeral, ...]:
    """Return the numerals of a body in order, those of `tables` by their columns."""
    return tuple(read_cell_numbers(body, _read_paragraphs(body, tuple(paragraphs)), tables))


def _read_paragraphs(body: str, paragraphs: Sequence[Span]) -> tuple[Numeral, ...]:
    """Return the numerals. None goes on from one paragraph into the next: there both are read alone."""
    numerals = read_numerals(body)
    starts = sorted({paragraph.start for paragraph in paragraphs})
    torn = [n for n in numerals if bisect_right(starts, n.span.start) != bisect_right(starts, n.span.end - 1)]
    if not torn:
        return numerals
    alone: list[Numeral] = []
    read: set[int] = set()
    crossing = collect_spans(numeral.span for numeral in torn)
    for paragraph in paragraphs:
        if crossing.overlaps(paragraph):
            read.add(paragraph.start)
            alone += [
                replace(numeral, span=numeral.span.move(paragraph.start))
                for numeral in read_numerals(paragraph.of(body))
            ]
    kept = [
        n
        for n in numerals
        if starts[bisect_right(starts, n.span.start) - 1] not in read and not crossing.overlaps(n.span)
    ]
    return tuple(sorted([*kept, *alone], key=lambda numeral: numeral.span))


def _classify(report: Report, numerals: Iterable[Numeral]) -> Iterator[Numeral]:
    """Yield the numerals; those in page numbers and running heads count pages, nothing of the report."""
    for numeral in numerals:
        omitted = [tag.span for tag in report.tags_across(numeral.span) if tag.omitted]
        if any(span.contains(numeral.span) for span in omitted):
            yield replace(numeral, kind=NumeralKind.STRUCTURAL)
        elif not omitted:
            yield numeral


def _read_counted_articles(report: Report, numerals: tuple[Numeral, ...]) -> Iterator[Numeral]:
    read = collect_spans(numeral.span for numeral in numerals)
    for tag in report.tags:
        words = tag.span.of(report.body)
        if not (tag.is_fact and words.startswith(ONE)) or read.overlaps(tag.span):
            continue
        alone = read_numerals(words)
        if len(alone) == 1 and alone[0].text == words and alone[0].kind is NumeralKind.FACT:
            yield replace(alone[0], span=tag.span)
