"""How this site is made: method, source, normalisations, licences, accessibility, privacy, corrections."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ...model import addresses
from ...model.hidden_names import name_hidden
from ...model.records import dataclass
from ...model.report import Report
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.display_changes import list_display_changes

QUOTED_SPACES = 20
"""More spaces than this are counted, not quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report's source and the changes made for display."""

    report: Report
    marks: tuple[tuple[str, str, int], ...]
    marks_total: int
    spaces: tuple[str, ...]
    """Each space left out with the characters beside it, where there are few."""
    changes: tuple[str, ...]
    """What else is shown otherwise than it was captured."""
    """The words around each space left out."""
    hidden: tuple[HiddenCharacter, ...]
    raw_href: str
    checks_href: str
    body_sha256: str
    """Of the file behind `raw_href`; that of the captured page as a whole is the report's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCharacter:
    """A character of the capture that nobody sees, and how often it is left out."""

    code: str
    """`U+200B`."""
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A line of the change log."""

    date: str
    report: Link | None
    """The report it is about; `None` when it is about the site."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What the about page shows."""

    sources: tuple[Source, ...]
    changes: tuple[ChangeLine, ...]
    """The newest first."""
    arranged: tuple[str, ...]
    """What this site wrote beside the official words; nothing of what it has none of."""
    facts: int
    """How many numbers all reports state."""
    charts: bool
    """Whether any report has a chart."""
    display_changes: bool
    """Whether anything is shown otherwise than it was captured."""
    contact: str
    repository: str


def describe_about_page(context: Context) -> Page:
    """Return the page about the site itself."""
    sources = tuple(_describe_source(report_findings.report) for report_findings in context.findings.reports)
    body = AboutPage(
        sources=sources,
        changes=_describe_changes(context),
        arranged=tuple(_list_arranged(context)),
        facts=sum(len(report_findings.facts) for report_findings in context.findings.reports),
        charts=bool(context.charts) or addresses.EXPLORE not in context.left_out_pages,
        display_changes=any(source.marks or source.spaces or source.hidden for source in sources),
        contact=context.site.contact,
        repository=context.site.repository,
    )
    return describe_page(
        context,
        path=addresses.ABOUT,
        title="关于本站",
        description="本站怎样制作、怎样核对，来源、许可、隐私与更正。",
        kind="about",
        body=body,
        site_column="概况信息",
    )


def _list_arranged(context: Context) -> Iterator[str]:
    """Yield in words what this site wrote or put together itself."""
    reports = context.findings.reports
    if context.findings.project.indicators:
        yield "指标的名称、单位、范围和主题"
    if any(report_findings.follow_ups for report_findings in reports):
        yield "问题与安排的对应"
    if any(report_findings.report.elements for report_findings in reports):
        yield "要素对照"
    if context.charts:
        yield "图的标题和说明"


def _describe_changes(context: Context) -> tuple[ChangeLine, ...]:
    crumbs = {
        report_findings.report.id: report_crumb(report_findings.report)
        for report_findings in context.findings.reports
    }
    newest = sorted(context.site.changes, key=lambda change: change.date, reverse=True)
    return tuple(
        ChangeLine(date=change.date, report=crumbs.get(change.report), text=change.text) for change in newest
    )


def _describe_source(report: Report) -> Source:
    display = report.display
    few = len(display.spaces) <= QUOTED_SPACES
    return Source(
        report=report,
        marks=display.marks,
        marks_total=sum(count for _, _, count in display.marks),
        spaces=tuple(report.body[max(0, at - 1) : at + 2] for at in display.spaces) if few else (),
        changes=tuple(words for words in list_display_changes(report) if not (few and "词内空格" in words)),
        hidden=tuple(
            HiddenCharacter(code=f"U+{ord(char):04X}", name=name_hidden(char), count=count)
            for char, count in report.captured.count_hidden()
        ),
        raw_href=addresses.data_file(report, "report.txt"),
        checks_href=addresses.report_page(report, "checks"),
        body_sha256=hashlib.sha256(report.captured.text.encode()).hexdigest(),
    )
