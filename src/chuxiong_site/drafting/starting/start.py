"""Raw report and its source → a new report; new reports → a new project: the entry point."""

from __future__ import annotations

from dataclasses import replace

from ...analysis.numerals import find_unread_digits
from ...analysis.report_numerals import read_paragraph_numerals
from ...model.numeral import Numeral, NumeralKind
from ...model.place import Span
from ...model.raw_report import RawReport
from ..records import Continued
from ..sections import compute_slugs
from .annotate import render_copy
from .doubts import list_doubts
from .folder_files import list_folder_files
from .records import NewProject, NewReport, Source
from .site_files import choose_name, list_site_files


def compute_new_report(raw: RawReport, source: Source, year: str) -> NewReport:
    """Return a raw text with every number answered for; the copy that it makes passes the gate."""
    omitted = [span for span, _ in raw.omitted]
    tables = [table for section in raw.sections for table in section.tables]
    numerals = tuple(
        n
        for n in read_paragraph_numerals(raw.body, raw.paragraphs, tables)
        if not any(span.overlaps(n.span) for span in omitted)
    )
    quantities = [numeral for numeral in numerals if numeral.kind is NumeralKind.FACT]
    facts = tuple(numeral for numeral in quantities if is_fact(numeral, raw))
    unread = tuple(
        span
        for span in _list_unread(raw, numerals, facts)
        if not any(other.overlaps(span) for other in omitted)
    )
    report = NewReport(
        id=year,
        raw=raw,
        source=source,
        numerals=numerals,
        facts=facts,
        unread=unread,
        slugs=compute_slugs(raw, None, Continued()),
        doubts=(),
    )
    return replace(report, doubts=list_doubts(report))


def is_fact(numeral: Numeral, raw: RawReport) -> bool:
    """Tell whether a quantity can be a fact: its value is read, and it stands in one paragraph."""
    return numeral.value is not None and any(paragraph.contains(numeral.span) for paragraph in raw.paragraphs)


def compute_new_project(reports: tuple[NewReport, ...], name: str, program: str) -> NewProject:
    """Return a project of these reports, the latest first; `program` is how staff call the commands."""
    ordered = tuple(sorted(reports, key=lambda report: report.id, reverse=True))
    name = name or choose_name(ordered[0])
    files = list_site_files(ordered, name) | list_folder_files(ordered, name, program)
    for report in ordered:
        stem = f"content/reports/{report.id}"
        files |= {f"{stem}.md": render_copy(report).encode(), f"{stem}.txt": report.raw.page.encode()}
    return NewProject(name=name, reports=ordered, files=files)


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
