"""Answer for every number of a raw report, so that the copy passes the gate: a fact, or not read."""

from __future__ import annotations

from ..analysis.numerals import find_unread_digits
from ..analysis.report_numerals import read_paragraph_numerals
from ..model.numeral import Numeral, NumeralKind
from ..model.place import Span
from ..model.raw_report import RawReport
from ..model.records import dataclass

UNREAD = "numeral=unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The numbers of a raw report."""

    numerals: tuple[Numeral, ...]
    facts: tuple[Numeral, ...]
    """Those that can be facts: their values are read, and each stands in one paragraph."""
    unread: tuple[Span, ...]


def answer_numbers(raw: RawReport) -> Answers:
    """Return all numerals of a text, those that can be facts, and what is not read."""
    omitted = [span for span, _ in raw.omitted]
    tables = [table for section in raw.sections for table in section.tables]
    numerals = tuple(
        n
        for n in read_paragraph_numerals(raw.body, raw.paragraphs, tables)
        if not any(span.overlaps(n.span) for span in omitted)
    )
    facts = tuple(n for n in numerals if n.kind is NumeralKind.FACT and _can_be_fact(n, raw))
    unread = tuple(
        span
        for span in _list_unread(raw, numerals, facts)
        if not any(other.overlaps(span) for other in omitted)
    )
    return Answers(numerals=numerals, facts=facts, unread=unread)


def _can_be_fact(numeral: Numeral, raw: RawReport) -> bool:
    return numeral.value is not None and any(paragraph.contains(numeral.span) for paragraph in raw.paragraphs)


def _list_unread(
    raw: RawReport, numerals: tuple[Numeral, ...], facts: tuple[Numeral, ...]
) -> tuple[Span, ...]:
    """Return what the gate would ask about: quantities without a value, digits that no rule reads; each in one paragraph."""
    valueless = [n.span for n in numerals if n.kind is NumeralKind.FACT and n not in facts]
    digits = [
        span
        for span in find_unread_digits(raw.body, numerals)
        if not any(v.overlaps(span) for v in valueless)
    ]
    return tuple(sorted(_cut_at_paragraph(raw, span) for span in (*valueless, *digits)))


def _cut_at_paragraph(raw: RawReport, span: Span) -> Span:
    """Return the part of a span that stands in its first paragraph: a tag cannot go on in the next."""
    end = next((p.end for p in raw.paragraphs if p.start <= span.start < p.end), span.end)
    return Span(start=span.start, end=min(span.end, end))
