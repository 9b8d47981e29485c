"""A section's page: its text, its charts, its facts, its terms, and what it answers or is answered by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ...charts import ChartView, picture_id
from ...model import addresses
from ...model.catalogue import Term
from ...model.findings import Fact, ReportFindings
from ...model.headings import describe_heading, describe_marker
from ...model.place import Span
from ...model.report import Report, Section
from ..elsewhere.embeds import EmbedCode, describe_embed_code
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.fact_notes import render_fact_notes
from ..parts.fact_rows import FactRow, describe_rows
from ..parts.follow_ups import FollowUpView, describe_follow_ups
from ..text.breaks import render_heading
from ..text.official_text import Block, describe_blocks
from ..text.term_links import choose_term_links


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """What a section page shows."""

    part: tuple[Block, ...]
    """The part's heading and introduction, on the first page of a part."""
    heading: Block | None
    paragraphs: tuple[Block, ...]
    part_title: str
    title: str
    marker: str
    contents: tuple[ContentsPart, ...]
    charts: tuple[ChartView, ...]
    embeds: Mapping[str, EmbedCode]
    """A chart's id → the code that puts it into another page."""
    rows: tuple[FactRow, ...]
    notes: Markup
    """JSON for the notes on the facts; empty where there are none."""
    terms: tuple[Term, ...]
    follow_ups: tuple[FollowUpView, ...]
    role: str
    """`results`, `problems` or `plans`: which side of the follow-ups this page is."""
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsPart:
    """A part with its sections, for the contents rail."""

    title: str
    links: tuple[ContentsLink, ...]

    @property
    def current(self) -> bool:
        """Whether the page stands in this part."""
        return any(link.current for link in self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLink:
    """A section in the contents."""

    text: str
    href: str
    number: str
    facts: int
    current: bool


def describe_contents(context: Context, current: str = "") -> tuple[ContentsPart, ...]:
    """Return the outline of the report with how many facts each section states."""
    report = context.report
    parts: list[ContentsPart] = []
    for section in report.pages:
        head = next((other for other in report.sections if other.number == section.part), section)
        title = "" if section.number == "0" else render_heading(context.report_findings, head)
        link = ContentsLink(
            text=render_heading(context.report_findings, section),
            href=addresses.section_href(report, section),
            number=section.number,
            facts=sum(fact.section == section.number for fact in context.report_findings.facts),
            current=section.number == current,
        )
        if parts and parts[-1].title == title:
            parts[-1] = ContentsPart(title=title, links=(*parts[-1].links, link))
        else:
            parts.append(ContentsPart(title=title, links=(link,)))
    return tuple(parts)


def describe_section_pages(context: Context) -> tuple[Page, ...]:
    """Return the pages of all sections, in order."""
    return tuple(_describe_section_page(context, section) for section in context.report.pages)


def _describe_section_page(context: Context, section: Section) -> Page:
    report, report_findings = context.report, context.report_findings
    part = find_part_head(report, section)
    own = (part, section) if part else (section,)
    links = choose_term_links(report_findings, own, lambda term: f"#{addresses.term_anchor(term.id)}")
    part_blocks = describe_blocks(report_findings, part, table="", terms=links) if part else ()
    blocks = describe_blocks(report_findings, section, table="", terms=links)
    heading = blocks[0] if section.heading is not None else None
    shown = {shown.number for shown in own}
    facts = tuple(fact for fact in report_findings.facts if shown & _list_sections(report, fact))
    charts = tuple(
        context.views[picture_id(record)]
        for record in context.charts
        if record.report_id == report.id and record.section in shown
    )
    title = describe_heading(report, section)
    pages = report.pages
    index = pages.index(section)
    body = SectionPage(
        part=part_blocks,
        heading=heading,
        paragraphs=blocks[1:] if heading else blocks,
        part_title=_part_title(report_findings, section),
        title=title,
        marker=describe_marker(report, section),
        contents=describe_contents(context, section.number),
        charts=charts,
        embeds={view.id: describe_embed_code(context.site, view.record) for view in charts},
        rows=describe_rows(
            report_findings, facts, {theme.id: theme.name for theme in context.findings.project.themes}
        ),
        notes=render_fact_notes(context, facts, here=addresses.section_href(report, section))
        if facts
        else Markup(),
        terms=tuple(
            mention.term
            for mention in report_findings.terms
            if any(mention.stands_in(piece.span) for piece in own)
        ),
        follow_ups=describe_follow_ups(report_findings, section),
        role=_describe_role(report, section),
        previous=_link(report_findings, pages[index - 1]) if index else None,
        next=_link(report_findings, pages[index + 1]) if index + 1 < len(pages) else None,
    )
    return describe_page(
        context,
        path=addresses.section_href(report, section),
        title=title,
        description=report.display.of(_find_first_sentence(section)),
        kind="section",
        body=body,
        crumbs=(report_crumb(report),),
        has_charts=bool(charts),
        picture=addresses.chart_file(charts[0].record.report_id, charts[0].record.id, "svg")
        if charts
        else "",
    )


def _list_sections(report: Report, fact: Fact) -> set[str]:
    """Return the sections that state a fact, those that only repeat it among them."""
    return {report.section_at(span.start).number for span in (fact.span, *fact.occurrences)}


def find_part_head(report: Report, section: Section) -> Section | None:
    """Return the part whose heading stands on this section's page, if one does."""
    if "." not in section.number:
        return None
    part = next(other for other in report.sections if other.number == section.part)
    return part if report.page_of(part) is section else None


def _part_title(report_findings: ReportFindings, section: Section) -> str:
    if "." not in section.number:
        return ""
    head = next(other for other in report_findings.report.sections if other.number == section.part)
    return render_heading(report_findings, head)


def _describe_role(report: Report, section: Section) -> str:
    for kind, name in (("problem", "problems"), ("plan", "plans"), ("achievement", "results")):
        if any(getattr(tag, kind) and section.span.contains(tag.span) for tag in report.tags):
            return name
    return "results"


def _find_first_sentence(section: Section) -> Span:
    """Return the first sentence of the text; of a section that is only a heading, that."""
    return next((span for span in section.sentences if span != section.heading), section.sentences[0])


def _link(report_findings: ReportFindings, section: Section) -> Link:
    return Link(
        text=render_heading(report_findings, section),
        href=addresses.section_href(report_findings.report, section),
    )
