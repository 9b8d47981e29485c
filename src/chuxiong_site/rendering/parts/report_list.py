"""Links to the other reports of a site: short, and folded up where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ...model.records import dataclass
from ...model.report import Report
from ..frame.nav import Link
from ..frame.page import Context
from ..frame.titles import name_report

SHOWN = 10
"""How many reports stand in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    """Other reports, newest first."""

    newest: tuple[Link, ...]
    older: tuple[tuple[Link, ...], ...]
    """A decade each, by the year alone; reports that are called by no year stand together."""


def list_other_reports(context: Context) -> Iterator[Report]:
    """Yield the reports of a site but the one of the context, newest first."""
    return (entry.report for entry in context.findings.reports if entry.report is not context.report)


def describe_report_list(
    reports: Iterable[Report], address: Callable[[Report], str], name: Callable[[Report], str] = name_report
) -> ReportList:
    """Return links to a place in each of some reports, which come newest first; `name` says what one is called."""
    listed = list(reports)
    return ReportList(
        newest=tuple(Link(text=name(report), href=address(report)) for report in listed[:SHOWN]),
        older=tuple(
            tuple(
                Link(text=report.id if report.id.isdecimal() else name(report), href=address(report))
                for report in decade
            )
            for _, decade in groupby(listed[SHOWN:], key=_find_decade)
        ),
    )


def _find_decade(report: Report) -> str:
    return report.id[:-1] if report.id.isdecimal() else ""
