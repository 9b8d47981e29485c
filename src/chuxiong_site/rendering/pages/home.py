"""The home page: the latest report in one screen."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...model import addresses
from ...model.findings import ReportFindings
from ...model.headings import describe_marker, describe_sentence_place
from ...model.numeral import NumeralKind
from ...model.report import Report, Section
from ..frame.dates import iso_date
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.fact_rows import FactRow, describe_rows
from ..parts.follow_ups import Passage, list_passages
from ..parts.outcomes import RELATIONS, compute_tallies, describe_tallies
from ..text.breaks import quote, render_heading
from .section import ContentsPart, describe_contents, find_part_head

YEAR = "{year}"
"""In a door's name: the year of the part's heading, as printed there."""
MOST_DOORS = 4
"""What stands side by side on one screen; the list of sections below names all parts."""
APPENDIX = "A"
"""How the numbers of appendices begin."""
EXAMPLES = 2
"""How many of a section's facts or passages the contents show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A part of the report, named by the question it answers, or as the report names it."""

    name: str
    heading: str
    """The part's heading under the name that staff gave it; empty where that is the name."""
    href: str
    sections: tuple[Link, ...]
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """A section in the contents of the home page, with two of its facts."""

    part: str
    """The part's heading, on the first section of a part."""
    href: str
    title: str
    count: str
    """16 个数字, 6 条问题, 5 条安排: what the section has most of."""
    rows: tuple[FactRow, ...]
    passages: tuple[Passage, ...]
    """For sections without numbers: two of their problems or plans, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows."""

    report: Report
    title: str
    """The report's title, with the places where it may break."""
    published: str
    headline: tuple[FactRow, ...]
    doors: tuple[Door, ...]
    lines: tuple[SectionLine, ...]
    contents: tuple[ContentsPart, ...]
    facts: int
    tallies: Markup
    """How the printed rates and totals came out when recomputed; empty where there are none."""
    others: tuple[Link, ...]
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
        lines=_describe_lines(context, themes),
        contents=describe_contents(context),
        facts=len(report_findings.facts),
        tallies=describe_tallies(
            tally for tally in compute_tallies(report_findings) if tally.name != RELATIONS
        ),
        others=tuple(
            report_crumb(other.report) for other in context.findings.reports if other.report is not report
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
                name=name or heading,
                heading=heading if name else "",
                href=addresses.section_href(report, part),
                sections=tuple(
                    _link(context.report_findings, page) for page in pages if name or page is not part
                ),
                facts=sum(
                    fact.section.split(".")[0] == part.number for fact in context.report_findings.facts
                ),
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


def _link(report_findings: ReportFindings, section: Section) -> Link:
    return Link(
        text=render_heading(report_findings, section),
        href=addresses.section_href(report_findings.report, section),
    )


def _describe_lines(context: Context, themes: dict[str, str]) -> tuple[SectionLine, ...]:
    return tuple(_describe_line(context, section, themes) for section in context.report.pages)


def _describe_line(context: Context, section: Section, themes: dict[str, str]) -> SectionLine:
    report, report_findings = context.report, context.report_findings
    part = find_part_head(report, section)
    carried = report.carried_by(section)
    numbers = {piece.number for piece in carried}
    facts = tuple(fact for fact in report_findings.facts if fact.section in numbers)
    problems = list_passages(report_findings, "problem", carried)
    plans = list_passages(report_findings, "plan", carried)
    count = next(
        (
            f"{len(things)} {word}"
            for things, word in ((facts, "个数字"), (problems, "条问题"), (plans, "条安排"))
            if things
        ),
        f"{sum(len(piece.sentences) for piece in carried) - (section.heading is not None)} 句",
    )
    return SectionLine(
        part=render_heading(report_findings, part) if part else "",
        href=addresses.section_href(report, section),
        title=render_heading(report_findings, section),
        count=count,
        rows=describe_rows(report_findings, facts[:EXAMPLES], themes),
        passages=()
        if facts
        else (problems or plans or (_first_sentence(report_findings, section),))[:EXAMPLES],
    )


def _first_sentence(report_findings: ReportFindings, section: Section) -> Passage:
    """Return a section's first sentence, for sections without numbers, problems or linked plans."""
    sentence = next((s for s in section.sentences if s != section.heading), section.sentences[0])
    return Passage(
        text=quote(report_findings, sentence),
        marker=describe_marker(report_findings.report, section),
        label=describe_sentence_place(report_findings.report, sentence),
        href=addresses.sentence_href(report_findings.report, sentence),
    )
