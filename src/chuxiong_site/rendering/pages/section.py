"""A section's page: its text, its charts, its facts, its terms, and what it answers or is answered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup

from ...charts import ChartView, picture_id
from ...model import addresses
from ...model.catalogue import Term
from ...model.chart_forms import CHART_FORMS
from ...model.findings import Fact, ReportFindings
from ...model.headings import describe_heading, describe_marker
from ...model.records import dataclass
from ...model.report import Report, Section, is_within
from ..elsewhere.embeds import EmbedCode, describe_embed_code
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.excerpts import Excerpt, describe_excerpts
from ..parts.fact_notes import render_fact_notes
from ..parts.fact_rows import FactRow, describe_rows
from ..parts.follow_ups import FollowUpView, describe_follow_ups
from ..parts.overview import Strokes, describe_small_line
from ..parts.overview_lines import Lines, compute_lines
from ..text.breaks import render_heading
from ..text.official_text import Block, describe_blocks
from ..text.term_links import choose_term_links

CHART_HEIGHT = 550
"""How many characters of text, as set beside it, are as high as a chart with its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """What a section page shows."""

    lead: tuple[Block, ...]
    """Headings and introductions of the parts that begin with this page, and what stands before them."""
    heading: Block | None
    excerpts: tuple[Excerpt, ...]
    """Sentences of the text that stand for it; none where it is short."""
    blocks: tuple[Block, ...]
    source_url: str
    """Of the official page; empty while it is not known."""
    part_title: str
    title: str
    marker: str
    contents: tuple[ContentsPart, ...]
    charts: tuple[ChartView, ...]
    beside: int
    """How many of the charts, the first ones, stand beside the text where there is room; the others below it."""
    embeds: Mapping[str, EmbedCode]
    """A chart's id → the code that puts it into another page."""
    years: Mapping[str, str]
    """A chart's id → the page with the values of all years, of a trend where there is one."""
    rows: tuple[FactRow, ...]
    notes: Markup
    """JSON for the notes on the facts; empty where there are none."""
    terms: tuple[Term, ...]
    """Those with a definition first told, each by itself."""
    undefined: tuple[Term, ...]
    """Those that the report uses without saying what they are."""
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
    strokes: Strokes | None = None
    """The section as a small line with its numbers; none where there is no room for it."""


def describe_contents(
    context: Context, current: str = "", lines: Lines | None = None
) -> tuple[ContentsPart, ...]:
    """Return the outline of the report with how many facts each section states, with its lines if they are given."""
    report = context.report
    counts = Counter(fact.section for fact in context.report_findings.facts)
    parts: list[ContentsPart] = []
    for section in list_contents(report):
        head = next((other for other in report.sections if other.number == section.part), section)
        title = "" if section.depth < 2 else render_heading(context.report_findings, head)
        carried = report.carried_by(section) if section.slug else (section,)
        link = ContentsLink(
            text=render_heading(context.report_findings, section),
            href=addresses.contents_href(report, section),
            number=section.number,
            facts=sum(counts[other.number] for other in carried),
            current=section.number == current,
            strokes=describe_small_line(lines, section) if lines else None,
        )
        if parts and parts[-1].title == title:
            parts[-1] = ContentsPart(title=title, links=(*parts[-1].links, link))
        else:
            parts.append(ContentsPart(title=title, links=(link,)))
    return tuple(parts)


def list_contents(report: Report) -> tuple[Section, ...]:
    """Return what the contents name: the sections with a page, and those that stand at the end of another one's."""
    named = [section.number for section in report.pages]
    return tuple(
        section
        for section in report.sections
        if section.slug
        or (
            section.depth > 0
            and not any(
                is_within(number, section.number) or is_within(section.number, number) for number in named
            )
        )
    )


def describe_section_pages(context: Context) -> tuple[Page, ...]:
    """Return the pages of all sections, in order."""
    lines = compute_lines(context.report_findings)
    return tuple(_describe_section_page(context, section, lines) for section in context.report.pages)


def _describe_section_page(context: Context, section: Section, lines: Lines) -> Page:
    report, report_findings = context.report, context.report_findings
    own = report.on_page(section)
    links = choose_term_links(report_findings, own, lambda term: f"#{addresses.term_anchor(term.id)}")
    described = {
        piece.number: describe_blocks(report_findings, piece, table="", terms=links, outer=section.depth)
        for piece in own
    }
    carried = report.carried_by(section)
    lead = tuple(block for piece in own if piece not in carried for block in described[piece.number])
    blocks = tuple(block for piece in carried for block in described[piece.number])
    heading = blocks[0] if blocks and section.heading is not None else None
    shown = {shown.number for shown in own}
    facts = tuple(fact for fact in report_findings.facts if shown & _list_sections(report, fact))
    charts = tuple(
        context.views[picture_id(record)]
        for record in context.charts
        if record.report_id == report.id and record.section in shown
    )
    terms = [
        mention.term
        for mention in report_findings.terms
        if any(mention.stands_in(piece.span) for piece in own)
    ]
    title = describe_heading(report, section)
    pages = report.pages
    index = pages.index(section)
    body = SectionPage(
        lead=lead,
        heading=heading,
        excerpts=describe_excerpts(report_findings, section),
        blocks=blocks[1:] if heading else blocks,
        source_url=report.source_url,
        part_title=_part_title(report_findings, section),
        title=title,
        marker=describe_marker(report, section),
        contents=describe_contents(context, section.number, lines),
        charts=charts,
        beside=count_beside(len(charts), sum(len(report.display.of(piece.span)) for piece in own)),
        embeds={view.id: describe_embed_code(context.site, view.record) for view in charts},
        years={
            view.id: addresses.indicator_page(view.record.rows[0].fact.indicator.id)
            for view in charts
            if context.surroundings.several and CHART_FORMS[view.record.form].is_over_years
        },
        rows=describe_rows(
            report_findings, facts, {theme.id: theme.name for theme in context.findings.project.themes}
        ),
        notes=render_fact_notes(context, facts, here=addresses.section_href(report, section))
        if facts
        else Markup(),
        terms=tuple(term for term in terms if term.definition),
        undefined=tuple(term for term in terms if not term.definition),
        follow_ups=describe_follow_ups(report_findings, carried),
        role=_describe_role(report, carried),
        previous=_link(report_findings, pages[index - 1]) if index else None,
        next=_link(report_findings, pages[index + 1]) if index + 1 < len(pages) else None,
    )
    return describe_page(
        context,
        path=addresses.section_href(report, section),
        title=title,
        description=describe_sentence(report, carried),
        kind="section",
        body=body,
        crumbs=(report_crumb(report),),
        has_charts=bool(charts),
        has_notes=bool(body.notes or body.terms),
        picture=addresses.chart_file(charts[0].record.report_id, charts[0].record.id, "svg")
        if charts
        else "",
    )


def count_beside(charts: int, characters: int) -> int:
    """Return how many charts stand beside a text: at least one, one more for each chart's height of text.

    Below the text they stand two to a row, so their number is even there.
    """
    beside = min(charts, max(1, round(characters / CHART_HEIGHT)))
    return beside + (charts - beside) % 2


def describe_sentence(report: Report, sections: tuple[Section, ...]) -> str:
    """Return the first sentence of a page behind its heading, the heading where there is no other."""
    shown = [
        words
        for section in sections
        for sentence in section.sentences
        if (words := report.display.of(sentence)).strip()
    ]
    return shown[min(1, len(shown) - 1)]


def _list_sections(report: Report, fact: Fact) -> set[str]:
    """Return the sections that state a fact, those that only repeat it among them."""
    return {report.section_at(span.start).number for span in (fact.span, *fact.occurrences)}


def find_part_head(report: Report, section: Section) -> Section | None:
    """Return the part whose heading stands on this section's page above it, if one does."""
    above = (part for part in report.on_page(section) if part.is_part)
    return next((part for part in above if is_within(section.number, part.number)), None)


def _part_title(report_findings: ReportFindings, section: Section) -> str:
    if section.depth < 2:
        return ""
    head = next(other for other in report_findings.report.sections if other.number == section.part)
    return render_heading(report_findings, head)


def _describe_role(report: Report, sections: tuple[Section, ...]) -> str:
    for kind, name in (("problem", "problems"), ("plan", "plans"), ("achievement", "results")):
        tagged = (tag.span for tag in report.tags if getattr(tag, kind))
        if any(section.span.contains(span) for span in tagged for section in sections):
            return name
    return "results"


def _link(report_findings: ReportFindings, section: Section) -> Link:
    return Link(
        text=render_heading(report_findings, section),
        href=addresses.section_href(report_findings.report, section),
    )
