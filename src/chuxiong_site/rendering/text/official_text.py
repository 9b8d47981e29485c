"""The official text as HTML: the very words, with facts, sentences and follow-ups marked and nothing added.

Whatever stands inside an element with `data-official-text` is the report's wording in reading order;
the proof reads it back. No white space is ever put in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from markupsafe import Markup, escape

from ...analysis.numerals import HOTLINES
from ...model import addresses
from ...model.addresses import row_href, sentence_id
from ...model.findings import CensusEntry, Fact, ReportFindings
from ...model.numeral import NumeralKind
from ...model.place import Span
from ...model.records import dataclass
from ...model.report import TITLE, Report, Section, Tag
from .breaks import UNBROKEN, list_breaks, list_heading_words
from .tables import TableView, describe_table
from .term_links import TermLinks

NO_TERMS: TermLinks = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading or paragraph of official text."""

    number: str
    """The section's number, as `data-official-text` says it."""
    level: str
    """`title`, `heading`, `paragraph`, `table` or `missing`."""
    html: Markup
    rank: int = 0
    """Of a heading: which heading of the page it is, 2 to 6."""
    is_part: bool = False
    """Whether it is the heading of a part of the report."""
    table: TableView | None = None
    """For `table`: its cells."""
    missing: str = ""
    """For `missing`: what the official page calls an image or attachment that is not here."""
    is_ragged: bool = False
    """Not justified: it holds a span of years, so long that the line before it would be torn apart."""


@dataclass(frozen=True, slots=True)
class _Element:
    span: Span
    opening: str
    closing: str
    rank: int
    """Where two elements cover the same span, the lower rank stands outside."""


def describe_blocks(
    report_findings: ReportFindings,
    section: Section,
    *,
    table: str,
    terms: TermLinks = NO_TERMS,
    with_raw_marks: bool = False,
    outer: int = 0,
) -> tuple[Block, ...]:
    """Return the blocks of one section. `table` is the page of the facts' rows (empty: this page).

    `outer` is the depth of the heading that the page has as its own.
    """
    report = report_findings.report
    elements = _list_elements(report_findings, section, table)
    elements += [_term_element(span, href) for span, href in terms.items() if section.span.contains(span)]
    if with_raw_marks:
        elements += _raw_marks(report, section)
    elements.sort(key=_order)
    blocks = []
    if section.heading is not None and report.display.of(section.heading).strip():
        blocks.append(
            Block(
                number=section.number,
                level="title" if section.number == TITLE else "heading",
                html=_render(report, section.heading, elements),
                rank=min(6, max(2, section.depth - outer + 1)),
                is_part=section.is_part,
            )
        )
        blocks += _list_missing(report, section, section.heading)
    tables = {table.lines[0]: table for table in section.tables}
    rows = {line for table in section.tables for line in table.lines[1:]}
    for paragraph in section.paragraphs:
        if paragraph in tables:
            view = describe_table(report, tables[paragraph], lambda cell: _render(report, cell, elements))
            blocks.append(Block(number=section.number, level="table", html=Markup(), table=view))
        elif paragraph not in rows and report.display.of(paragraph).strip():
            blocks.append(_describe_paragraph(report_findings, section, paragraph, elements))
        blocks += _list_missing(report, section, paragraph)
    return tuple(blocks)


def _describe_paragraph(
    report_findings: ReportFindings, section: Section, paragraph: Span, elements: list[_Element]
) -> Block:
    return Block(
        number=section.number,
        level="paragraph",
        html=_render(report_findings.report, paragraph, elements),
        is_ragged=any(
            entry.kind is NumeralKind.PLAN_PERIOD for entry in report_findings.census_in(paragraph)
        ),
    )


def _list_missing(report: Report, section: Section, paragraph: Span) -> list[Block]:
    """Return placeholders for what stands behind a paragraph on the official page and is not here."""
    return [
        Block(number=section.number, level="missing", html=Markup(), missing=missing.words)
        for missing in report.missing
        if missing.after == paragraph.end
    ]


def _render(report: Report, span: Span, elements: list[_Element]) -> Markup:
    """Write the words of a span, opening and closing the elements inside it, which are in order."""
    first = bisect_left(elements, span.start, key=_find_start)
    behind = bisect_right(elements, span.end, lo=first, key=_find_start)
    opens = [element for element in elements[first:behind] if span.contains(element.span)]
    parts: list[str] = []
    stack: list[_Element] = []
    cursor = span.start
    for element in opens:
        while stack and stack[-1].span.end <= element.span.start:
            cursor = _write(report, cursor, stack[-1].span.end, parts)
            parts.append(stack.pop().closing)
        cursor = _write(report, cursor, element.span.start, parts)
        parts.append(element.opening)
        stack.append(element)
    while stack:
        cursor = _write(report, cursor, stack[-1].span.end, parts)
        parts.append(stack.pop().closing)
    _write(report, cursor, span.end, parts)
    return Markup("".join(parts))  # every word was escaped


def _order(element: _Element) -> tuple[int, bool, int, int]:
    """What begins earlier comes first; at one place a break stands before what begins there, then the longer."""
    span = element.span
    return span.start, span.end > span.start, -span.end, element.rank


def _find_start(element: _Element) -> int:
    return element.span.start


def _write(report: Report, start: int, end: int, parts: list[str]) -> int:
    if end > start:
        parts.append(str(escape(report.display.of(Span(start=start, end=end)))))
    return max(start, end)


def _list_elements(report_findings: ReportFindings, section: Section, table: str) -> list[_Element]:
    report, own = report_findings.report, section.span
    elements = [
        _Element(sentence, f'<span class="sentence" id="{sentence_id(report, sentence)}">', "</span>", 0)
        for sentence in section.sentences
    ]
    elements += [element for tag in report.tags_in(own) for element in _follow_up(report, tag)]
    alike = _list_alike(report_findings)
    elements += [
        _fact_element(span, facts, table, alike) for span, facts in report_findings.facts_in(own).items()
    ]
    elements += [
        _numeral_element(entry) for entry in report_findings.census_in(own) if entry.kind in UNBROKEN
    ]
    return elements + _break_elements(report_findings, section)


def _numeral_element(entry: CensusEntry) -> _Element:
    """A number that must not wrap; that of a hotline can be called, on purpose and not by the browser's guess."""
    if entry.text in HOTLINES:
        return _Element(entry.span, f'<a class="nb" href="tel:{entry.text}">', "</a>", 3)
    return _Element(entry.span, '<span class="nb">', "</span>", 3)


def _list_alike(report_findings: ReportFindings) -> frozenset[str]:
    """Return the figures that the report prints at more places than one, with another meaning at each: 100%."""
    shown = Counter(display for display, _ in {(fact.display, fact.span) for fact in report_findings.facts})
    return frozenset(display for display, count in shown.items() if count > 1)


def _fact_element(span: Span, facts: list[Fact], table: str, alike: frozenset[str]) -> _Element:
    """A link to the first fact's row; one that prints what another does says what it counts to those who hear it."""
    first = facts[0]
    ids = [fact.id for fact in facts if fact.span == span]
    opening = "".join(f'<span id="{id}">' for id in ids[1:])  # noqa: A001
    own = f' id="{ids[0]}"' if ids else ""
    words = " ".join(fact.id for fact in facts)
    names = "、".join(fact.indicator.name for fact in facts)
    label = f' aria-label="{escape(f"{first.display}：{names}")}"' if first.display in alike else ""
    opening += f'<a class="fact"{own} data-fact="{words}" href="{row_href(table, first.id)}"{label}>'
    return _Element(span, opening, "</a>" + "</span>" * len(ids[1:]), 2)


def _term_element(span: Span, href: str) -> _Element:
    return _Element(span, f'<a class="term" href="{escape(href)}">', "</a>", 2)


def _follow_up(report: Report, tag: Tag) -> list[_Element]:
    """One element a sentence, so that passages and sentences never cross; the first carries the anchor."""
    elements = []
    for kind, key in (("problem", tag.problem), ("plan", tag.plan), ("achievement", tag.achievement)):
        if key is None:
            continue
        anchor = f' id="{passage_id(report, kind, key, tag.span)}"'
        for sentence in report.section_at(tag.span.start).sentences_across(tag.span):
            part = Span(start=max(sentence.start, tag.span.start), end=min(sentence.end, tag.span.end))
            elements.append(_Element(part, f'<span class="passage passage--{kind}"{anchor}>', "</span>", 1))
            anchor = ""
    return elements


def passage_id(report: Report, kind: str, key: str, span: Span) -> str:
    """Return the anchor of a passage: `_plan-one-thing-once-list`, the second one with `-2`."""
    spans = sorted(tag.span for tag in report.tags if getattr(tag, kind) == key)
    order = spans.index(span) + 1
    return addresses.passage_anchor(kind, key, order)


def _break_elements(report_findings: ReportFindings, section: Section) -> list[_Element]:
    """A heading may break between its words only; `<wbr>` says where and adds nothing."""
    if section.heading is None:
        return []
    offsets = report_findings.report.display.offsets
    start = offsets[section.heading.start]
    breaks = list_breaks(word.text for word in list_heading_words(report_findings, section))
    raw = (bisect_left(offsets, start + length) for length in breaks)
    return [_Element(Span(start=at, end=at), "<wbr>", "", 5) for at in raw]


def _raw_marks(report: Report, section: Section) -> list[_Element]:
    """Wrap every normalised mark, so that a script can show the raw one in its place."""
    shown = {raw: full for raw, full, _ in report.display.marks}
    spaces = {*report.display.spaces, *report.display.edges, *report.display.line_ends}
    elements = []
    for offset in range(section.span.start, section.span.end):
        raw = report.body[offset]
        span = Span(start=offset, end=offset + 1)
        if offset in spaces or (raw in shown and report.display.of(span) == shown[raw]):
            said = escape(raw if raw != "\n" else "")
            elements.append(_Element(span, f'<span class="raw" data-raw="{said}">', "</span>", 4))
    return elements
