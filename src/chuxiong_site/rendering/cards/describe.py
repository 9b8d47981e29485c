"""Which pages have a card of their own, and what it says: nothing that no page proves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import addresses
from ...model.findings import Fact, ReportFindings
from ...model.headings import describe_heading
from ...model.report import Section
from ..frame.page import Context
from ..parts.fact_rows import FactRow, describe_rows
from ..parts.outcomes import compute_tallies
from ..parts.overview_lines import Line, Lines, compute_lines
from ..parts.overview_words import describe_answers, describe_finding, describe_legend
from ..poster.headline import name_figure
from ..poster.poster import MATCHING
from ..poster.rows import Group, Row, list_sections
from .card import Card

MOST_FIGURES = 3
LONGEST_NAME = 30
"""Of a figure, in characters: more do not fit below it."""
LONGEST_QUOTE = 110
"""Of a sentence, in characters."""
STOPS = ("。", "！", "？")


def describe_cards(contexts: tuple[Context, ...]) -> Iterator[Card]:
    """Yield the cards of a site, newest report first."""
    for context in contexts:
        lines = compute_lines(context.report_findings)
        yield _describe_whole(context, lines)
        yield from filter(None, (_describe_section(context, lines, page) for page in context.report.pages))
        yield from _describe_lists(context, lines)


def _describe_whole(context: Context, lines: Lines) -> Card:
    """Return the card of all of a report: its text with its numbers."""
    report, fields = context.report, context.report.disclosure
    return Card(
        page=addresses.report_page(report, "index"),
        kicker=tuple(filter(None, (fields.publisher, fields.published and f"{fields.published}发布"))),
        title=report.title,
        lead=(describe_finding(report, lines),),
        legend=describe_legend(lines),
        groups=list_sections(report, lines),
        foot=_describe_foot(context),
    )


def _describe_section(context: Context, lines: Lines, section: Section) -> Card | None:
    """Return the card of a section: its first figures above its own line, else a sentence of it; none where neither fits."""
    report_findings, report = context.report_findings, context.report
    line, part = lines.find(section), section.part
    figures = _choose_figures(report_findings, [mark.fact for mark in line.marks] if line else [])
    quote = "" if figures else next(_list_quotes(report_findings, section), "")
    if not (figures or quote):
        return None
    above = next((other for other in report.sections if other.number == part), section)
    return Card(
        page=addresses.section_href(report, section),
        kicker=(report.title, *([_name(context, above)] if above is not section else [])),
        title=_name(context, section),
        quote=quote,
        figures=figures,
        groups=_draw_alone(lines, line) if line and figures else (),
        foot=_describe_foot(context),
    )


def _draw_alone(lines: Lines, line: Line) -> tuple[Group, ...]:
    marks = tuple((mark.kind, mark.at) for mark in line.marks)
    row = Row(name="", length=line.length, gaps=lines.list_gaps(line), marks=marks)
    return (Group(title="", rows=(row,)),)


def _describe_lists(context: Context, lines: Lines) -> Iterator[Card]:
    """Yield the cards of the pages that list a report's numbers, checks, problems."""
    report_findings, report = context.report_findings, context.report
    kicker, foot, finding = (report.title,), _describe_foot(context), describe_finding(report, lines)
    tallies = tuple(map(str, compute_tallies(report_findings)))
    answers = describe_answers(report_findings)
    if report_findings.facts:
        yield Card(
            page=addresses.report_page(report, "facts"),
            kicker=kicker,
            title="全部数字",
            lead=(finding,),
            figures=_choose_figures(report_findings, report_findings.facts),
            foot=foot,
        )
    if tallies:
        yield Card(
            page=addresses.report_page(report, "checks"),
            kicker=kicker,
            title="核对了什么",
            lead=tallies,
            foot=foot,
        )
    if answers:
        yield Card(
            page=addresses.report_page(report, "follow-up"),
            kicker=kicker,
            title="问题与安排",
            lead=(answers,),
            note=MATCHING,
            discs=tuple(bool(entry.plans) for entry in report_findings.follow_ups),
            foot=foot,
        )


def _choose_figures(report_findings: ReportFindings, facts: Iterable[Fact]) -> tuple[FactRow, ...]:
    """Return the headline figures among some facts, then the others in their order; none whose name is long."""
    rows = [
        row
        for row in describe_rows(report_findings, tuple(facts), {})
        if len(name_figure(row)) <= LONGEST_NAME
    ]
    headline = report_findings.report.headline
    first = sorted(
        (row for row in rows if row.fact.id in headline), key=lambda row: headline.index(row.fact.id)
    )
    return (*first, *(row for row in rows if row not in first))[:MOST_FIGURES]


def _list_quotes(report_findings: ReportFindings, page: Section) -> Iterator[str]:
    """Yield the sentences on a page that a card can hold: whole ones, no headings, no cells."""
    report = report_findings.report
    for section in report.carried_by(page):
        for sentence in section.sentences:
            words = report.display.of(sentence).strip()
            is_heading = section.heading is not None and section.heading.contains(sentence)
            if words.endswith(STOPS) and len(words) <= LONGEST_QUOTE and not is_heading:
                yield words


def _name(context: Context, section: Section) -> str:
    return " ".join(describe_heading(context.report, section).split())


def _describe_foot(context: Context) -> tuple[str, ...]:
    return (context.site.name, *filter(None, context.site.notice.split("\n")))
