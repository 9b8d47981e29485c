"""What was corrected: lines about a report stand on its pages, the newest of them on the page about the site too."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.catalogue import SiteConfig
from ...model.records import dataclass
from ..frame.nav import Link
from ..frame.page import Context, report_crumb

NEWEST = 10
"""How many lines about reports the page about the site has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A line of the change log."""

    date: str
    report: Link | None
    """The report it is about; `None` when it is about the site, or stands with its report."""
    text: str


def describe_change_log(context: Context) -> tuple[ChangeLine, ...]:
    """Return the lines about the site, and the newest about its reports, the newest first; of a report alone all."""
    crumbs = {entry.report.id: report_crumb(entry.report) for entry in context.findings.reports}
    newest = sorted(context.site.changes, key=lambda change: change.date, reverse=True)
    late = [change for change in newest if change.report]
    if context.surroundings.several:
        late = late[:NEWEST]
    return tuple(
        ChangeLine(date=change.date, report=crumbs.get(change.report), text=change.text)
        for change in newest
        if not change.report or change in late
    )


def list_report_changes(site: SiteConfig, report_id: str) -> Iterator[ChangeLine]:
    """Yield the lines about one report, the newest first."""
    for change in sorted(site.changes, key=lambda change: change.date, reverse=True):
        if change.report == report_id:
            yield ChangeLine(date=change.date, report=None, text=change.text)
