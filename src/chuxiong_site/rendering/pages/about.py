"""How this site is made: method, source, normalisations, licences, accessibility, privacy, corrections."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import addresses
from ...model.records import dataclass
from ..frame.page import Context, Page, describe_page
from ..parts.change_log import ChangeLine, describe_change_log
from ..parts.report_list import ReportList, describe_report_list, list_other_reports
from ..parts.sources import Source, describe_source


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What the about page shows."""

    source: Source
    """Of the newest report."""
    others: ReportList
    """The sources of the other reports."""
    changes: tuple[ChangeLine, ...]
    """The newest first."""
    is_cut: bool
    """Whether older lines stand on the pages of their reports alone."""
    arranged: tuple[str, ...]
    """What this site wrote beside the official words; nothing of what it has none of."""
    facts: int
    """How many numbers all reports state."""
    charts: bool
    """Whether any report has a chart."""
    contact: str
    repository: str


def describe_about_page(context: Context) -> Page:
    """Return the page about the site itself."""
    changes = describe_change_log(context)
    body = AboutPage(
        source=describe_source(context.report),
        others=describe_report_list(
            list_other_reports(context), lambda report: f"{addresses.report_page(report, 'index')}#_source"
        ),
        changes=changes,
        is_cut=len(changes) < len(context.site.changes),
        arranged=tuple(_list_arranged(context)),
        facts=sum(len(report_findings.facts) for report_findings in context.findings.reports),
        charts=bool(context.charts) or addresses.EXPLORE not in context.left_out_pages,
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
