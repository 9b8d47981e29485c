"""A sentence of the report, quoted whole, with a word of it marked."""

from __future__ import annotations

import re

from markupsafe import Markup

from ...model import addresses
from ...model.findings import ReportFindings
from ...model.headings import describe_marker, describe_sentence_place
from ...model.place import Span
from ...model.records import dataclass
from .breaks import keep_whole, list_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A sentence as pieces: those at odd places are the marked word, or the figure that ends in it."""

    pieces: tuple[Markup, ...]
    marker: str
    label: str
    """The same with the sentence's ordinal, so that no two links are called alike: 一（七）第 3 句."""
    href: str


def describe_quotation(report_findings: ReportFindings, sentence: Span, word: str) -> Quotation:
    """Return the sentence cut around every occurrence of a word, its figures kept whole: 20个工作日 is not cut for 工作日."""
    report, figures = report_findings.report, list_figures(report_findings, sentence)
    marked = [*sorted((figure for figure in figures if word in figure), key=len, reverse=True), word]
    pieces = re.split(f"({'|'.join(map(re.escape, marked))})", report.display.of(sentence))
    return Quotation(
        pieces=tuple(keep_whole(piece, figures) for piece in pieces),
        marker=describe_marker(report, report.section_at(sentence.start)),
        label=describe_sentence_place(report, sentence),
        href=addresses.sentence_href(report, sentence),
    )
