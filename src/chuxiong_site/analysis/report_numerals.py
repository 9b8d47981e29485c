"""The numerals of a report: those that the reader finds, and each article that staff count by a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.numeral import Numeral, NumeralKind
from ..model.report import Report
from .numerals import read_numerals

ONE = "一"


def read_report_numerals(report: Report) -> tuple[Numeral, ...]:
    """Return the numerals of a report in order; 一项 that is tagged as a fact counts, whatever stands before it."""
    numerals = tuple(_classify(report, read_numerals(report.body)))
    counted = list(_read_counted_articles(report, numerals))
    return tuple(sorted([*numerals, *counted], key=lambda numeral: numeral.span)) if counted else numerals


def _classify(report: Report, numerals: Iterable[Numeral]) -> Iterator[Numeral]:
    """Yield the numerals; those in page numbers and running heads count pages, nothing of the report."""
    omitted = [tag.span for tag in report.tags if tag.omitted]
    for numeral in numerals:
        if any(span.contains(numeral.span) for span in omitted):
            yield replace(numeral, kind=NumeralKind.STRUCTURAL)
        elif not any(span.overlaps(numeral.span) for span in omitted):
            yield numeral


def _read_counted_articles(report: Report, numerals: tuple[Numeral, ...]) -> Iterator[Numeral]:
    for tag in report.tags:
        words = tag.span.of(report.body)
        if not (tag.is_fact and words.startswith(ONE)) or any(n.span.overlaps(tag.span) for n in numerals):
            continue
        alone = read_numerals(words)
        if len(alone) == 1 and alone[0].text == words and alone[0].kind is NumeralKind.FACT:
            yield replace(alone[0], span=tag.span)
