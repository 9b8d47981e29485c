"""Raw report and its source → a new report; new reports → a new project: the entry point."""

from __future__ import annotations

from dataclasses import replace

from ...model.raw_report import RawReport
from ..answers import answer_numbers
from ..records import Continued
from ..sections import compute_slugs
from .annotate import render_copy
from .doubts import list_doubts
from .folder_files import list_folder_files
from .records import NewProject, NewReport, Source
from .site_files import choose_name, list_site_files


def compute_new_report(raw: RawReport, source: Source, year: str) -> NewReport:
    """Return a raw text with every number answered for; the copy that it makes passes the gate."""
    answers = answer_numbers(raw)
    report = NewReport(
        id=year,
        raw=raw,
        source=source,
        numerals=answers.numerals,
        facts=answers.facts,
        unread=answers.unread,
        slugs=compute_slugs(raw, None, Continued()),
        doubts=(),
    )
    return replace(report, doubts=list_doubts(report))


def compute_new_project(reports: tuple[NewReport, ...], name: str, program: str) -> NewProject:
    """Return a project of these reports, the latest first; `program` is how staff call the commands."""
    ordered = tuple(sorted(reports, key=lambda report: report.id, reverse=True))
    name = name or choose_name(ordered[0])
    files = list_site_files(ordered, name) | list_folder_files(ordered, name, program)
    for report in ordered:
        stem = f"content/reports/{report.id}"
        files |= {f"{stem}.md": render_copy(report).encode(), f"{stem}.txt": report.raw.page.encode()}
    return NewProject(name=name, reports=ordered, files=files)
