"""The home page: the latest report in one screen."""

from __future__ import annotations

from markupsafe import Markup

from ...model import addresses
from ...model.findings import ReportFindings
from ...model.numeral import NumeralKind
from ...model.records import dataclass
from ...model.report import Report, Section
from ..frame.dates import iso_date
from ..frame.page import Context, Page, describe_page
from ..parts.fact_rows import FactRow, describe_rows
from ..parts.outcomes import RELATIONS, compute_tallies, describe_tallies
from ..parts.overview import Overview, describe_overview
from ..parts.overview_words import describe_answers
from ..parts.report_list import ReportList, describe_report_list, list_other_reports
from ..text.breaks import keep_clauses, render_heading

YEAR = "{year}"
"""In a door's name: the year of the part's heading, as printed there."""
MOST_DOORS = 4
"""What stands side by side on one screen; the picture below names all parts."""
APPENDIX = "A"
"""How the numbers of appendices begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A part of the report, named by the question it answers, or as the report names it."""

    number: str
    name: str
    heading: str
    """The part's heading under the name that staff gave it; empty where that is the name."""
    href: str
    sections: int
    """How many sections the part has; 0 where it is one by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows."""

    report: Report
    title: str
    """The report's title, with the places where it may break."""
    published: str
    headline: tuple[FactRow, ...]
    doors: tuple[Door, ...]
    overview: Overview
    answers: Markup
    """How many problems met a plan; empty where none are tagged."""
    facts: int
    tallies: Markup
    """How the printed rates and totals came out when recomputed; empty where there are none."""
    others: ReportList
    """The other reports."""


def describe_home(context: Context) -> Page:
    """Return the home page for the latest report."""
    report, report_findings = context.report, context.report_findings
    themes = {theme.id: theme.name for theme in context.findings.project.themes}
    by_id = {fact.id: fact for fact in report_findings.facts}
    headline = describe_rows(report_findings, tuple(by_id[id] for id in report.headline), themes)  # noqa: A001
    body = HomePage(
        report=report,
        title=render_heading(report_findings, report.sections[0]),
        published=iso_date(report.disclosure.published),
        headline=headline,
        doors=describe_doors(context),
        overview=describe_overview(report_findings),
        answers=keep_clauses(describe_answers(report_findings)),
        facts=len(report_findings.facts),
        tallies=describe_tallies(
            tally for tally in compute_tallies(report_findings) if tally.name != RELATIONS
        ),
        others=describe_report_list(
            list_other_reports(context), lambda other: addresses.report_page(other, "index")
        ),
    )
    return describe_page(
        context,
        path=addresses.HOME,
        title=context.site.name,
        description=context.site.description,
        kind="home",
        body=body,
        site_column="首页",
    )


def describe_doors(context: Context) -> tuple[Door, ...]:
    """Return one door a part, in the order of the report; of many parts those that staff named, of too many none."""
    report = context.report
    parts = [section for section in report.sections if section.is_part and section.number[0] != APPENDIX]
    if len(parts) > MOST_DOORS:
        parts = [section for section in parts if section.number in report.doors][:MOST_DOORS]
    doors = []
    for part in parts:
        pages = [page for page in report.pages if page.part == part.number]
        heading, name = (
            render_heading(context.report_findings, part),
            name_door(context.report_findings, part),
        )
        doors.append(
            Door(
                number=part.number,
                name=name or heading,
                heading=heading if name else "",
                href=addresses.section_href(report, part),
                sections=sum(page is not part for page in pages),
            )
        )
    return tuple(doors)


def name_door(report_findings: ReportFindings, part: Section) -> str:
    """Return staff's name of a part, with the year that its heading names; empty for the heading itself."""
    name = report_findings.report.doors.get(part.number, "")
    if YEAR not in name:
        return name
    years = (
        entry
        for entry in report_findings.census
        if entry.kind is NumeralKind.YEAR and part.heading is not None and part.heading.contains(entry.span)
    )
    year = next((report_findings.report.display.of(entry.span) for entry in years), "")
    return name.replace(YEAR, year) if year else ""
