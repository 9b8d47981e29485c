"""The catalogue's terms that a report uses, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ..model.catalogue import Term
from ..model.place import Span
from ..model.report import Report
from ..model.words import TermMention


def compute_terms(report: Report, terms: Iterable[Term]) -> tuple[TermMention, ...]:
    """Return the terms that occur, in the order staff wrote them; each with every span, raw offsets."""
    mentions = []
    for term in terms:
        spans = tuple(sorted(set(_find_spans(report, term))))
        if spans:
            mentions.append(TermMention(term=term, spans=spans))
    return tuple(mentions)


def _find_spans(report: Report, term: Term) -> Iterator[Span]:
    """Return the spans of a term, written with the marks of the capture or with those that readers see."""
    offsets = report.display.offsets
    for word in (term.id, *term.also):
        yield from _find_word(report.body, word)
        for shown in _find_word(report.display.text, word):
            yield Span(start=bisect_left(offsets, shown.start), end=bisect_left(offsets, shown.end))


def _find_word(text: str, word: str) -> Iterator[Span]:
    at = text.find(word)
    while at >= 0:
        yield Span(start=at, end=at + len(word))
        at = text.find(word, at + len(word))
