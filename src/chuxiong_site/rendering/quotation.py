"""A sentence of the report, quoted whole, with a word of it marked."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model.findings import ReportFindings
from ..model.place import Span
from . import urls
from .breaks import keep_whole, list_figures
from .page import describe_marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A sentence as pieces: those at odd places are the marked word."""

    pieces: tuple[Markup, ...]
    marker: str
    href: str


def describe_quotation(found: ReportFindings, sentence: Span, word: str) -> Quotation:
    """Return the sentence cut around every occurrence of a word, its figures kept whole."""
    report, figures = found.report, list_figures(found, sentence)
    pieces: list[str] = []
    parts = report.display.of(sentence).split(word)
    for part in parts[:-1]:
        pieces += [part, word]
    return Quotation(
        pieces=tuple(keep_whole(piece, figures) for piece in (*pieces, parts[-1])),
        marker=describe_marker(report, report.section_at(sentence.start)),
        href=urls.sentence_href(report, sentence),
    )
