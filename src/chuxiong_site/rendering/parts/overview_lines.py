"""A report as lines of characters: how long each section is, where its sentences end, where its numbers stand.

One record for the picture on the home page and for the small lines beside the contents.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction

from ...model import measures
from ...model.check_specs import OpenClaim, TableSum
from ...model.findings import CheckOutcome, Fact, ReportFindings
from ...model.place import Span
from ...model.records import dataclass
from ...model.report import DisplayText, Report, Section

CLOSEST = 100
"""Gaps nearer to one another than a hundredth of the longest line are not drawn: they would leave nothing of the line."""


class MarkKind(StrEnum):
    """What a mark says of its number, in the order of the legend."""

    HOLDS = "holds"
    """A rate that was recomputed and agrees."""
    FAILS = "fails"
    """A rate that was recomputed and does not."""
    OPEN = "open"
    """A rate that cannot be recomputed, or was not."""
    OTHER = "other"
    """Any other number."""


Judgement = tuple[MarkKind, bool]
"""The kind of a number, and whether it is a rate that nothing recomputes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number on its line."""

    fact: Fact
    at: Fraction
    """Its middle, in characters from the beginning of the line."""
    kind: MarkKind
    is_unchecked: bool
    """Whether it is a rate for which nobody has written how to recompute it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A section, or what a heading introduces before its first section, in characters as readers see them."""

    section: Section
    length: int
    ends: tuple[int, ...]
    """Where sentences end, but for the last."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lines of a report; every number of it is on one."""

    all: tuple[Line, ...]
    longest: int = field(init=False)
    """The length that all lines are measured by; at least 1."""
    _orders: Mapping[str, int] = field(init=False)
    """The number of the section that begins a line → where the line stands in `all`."""

    def __post_init__(self) -> None:
        """Measure and index the lines once: each of them is drawn by it."""
        longest = max((line.length for line in self.all), default=1) or 1
        object.__setattr__(self, "longest", longest)
        orders = {line.section.number: order for order, line in enumerate(self.all)}
        object.__setattr__(self, "_orders", orders)

    def list_gaps(self, line: Line) -> tuple[int, ...]:
        """Return the ends of sentences that are drawn as gaps."""
        drawn = [0]
        for end in line.ends:
            if min(end - drawn[-1], line.length - end) * CLOSEST >= self.longest:
                drawn.append(end)
        return tuple(drawn[1:])

    def find(self, section: Section) -> Line | None:
        """Return the line that a section begins, if one does."""
        order = self._orders.get(section.number)
        return None if order is None else self.all[order]


def compute_lines(report_findings: ReportFindings) -> Lines:
    """Return one line a page, one a heading above that has words of its own or states numbers, as may the title."""
    facts: dict[str, dict[Span, list[Fact]]] = {}
    for fact in report_findings.facts:
        facts.setdefault(fact.section, {}).setdefault(fact.sentence, []).append(fact)
    outcomes = _group_outcomes(report_findings)
    judgements = {fact.id: _judge(fact, outcomes.get(fact.id, ())) for fact in report_findings.facts}
    return Lines(
        all=tuple(
            _compute_line(report_findings, pieces, facts, judgements)
            for pieces in _list_pieces(report_findings.report, facts)
        )
    )


def _group_outcomes(report_findings: ReportFindings) -> dict[str, list[CheckOutcome]]:
    """Return the outcomes of the checks that staff wrote, by the number that is claimed."""
    outcomes: dict[str, list[CheckOutcome]] = {}
    for check in report_findings.checks:
        if check.claim is not None and not isinstance(check.spec, OpenClaim | TableSum):
            outcomes.setdefault(check.claim.id, []).append(check.outcome)
    return outcomes


def _judge(fact: Fact, outcomes: Collection[CheckOutcome]) -> Judgement:
    """Return what the checks of a rate came to, and whether there are none; anything else is an other number."""
    if not fact.is_claim or fact.measure not in measures.RATES:
        return MarkKind.OTHER, False
    if CheckOutcome.FAILS in outcomes:
        return MarkKind.FAILS, False
    return (MarkKind.HOLDS if CheckOutcome.HOLDS in outcomes else MarkKind.OPEN), not outcomes


def _list_pieces(report: Report, stating: Container[str]) -> Iterator[tuple[Section, ...]]:
    """Yield the sections that make a line each, in the order of the report."""
    for section in report.sections:
        page = report.page_of(section)
        if section.slug is not None:
            yield report.carried_by(section)
        elif (page is None or section not in report.carried_by(page)) and (
            section.number in stating or (page is not None and section.paragraphs)
        ):
            yield (section,)


def _compute_line(
    report_findings: ReportFindings,
    pieces: tuple[Section, ...],
    facts: dict[str, dict[Span, list[Fact]]],
    judgements: dict[str, Judgement],
) -> Line:
    display = report_findings.report.display
    length, ends, marks = 0, list[int](), list[Mark]()
    for piece in pieces:
        inside, stated = _list_inside_rows(piece), facts.get(piece.number, {})
        for sentence in piece.sentences:
            places = _place(display, stated.get(sentence, []), length - display.offsets[sentence.start])
            for fact, at in places:
                kind, is_unchecked = judgements[fact.id]
                marks.append(Mark(fact=fact, at=at, kind=kind, is_unchecked=is_unchecked))
            length += len(display.of(sentence))
            if sentence.end not in inside and length and length != (ends or [0])[-1]:
                ends.append(length)
    return Line(
        section=pieces[0],
        length=length,
        ends=tuple(end for end in ends if end < length),
        marks=tuple(sorted(marks, key=lambda mark: mark.at)),
    )


def _list_inside_rows(section: Section) -> frozenset[int]:
    """Return where cells end that are not the last of their row: a row of a table is one piece of the line."""
    rows = ([cell for cell in row if cell.end > cell.start] for table in section.tables for row in table.rows)
    return frozenset(cell.end for row in rows for cell in row[:-1])


def _place(display: DisplayText, facts: list[Fact], shift: int) -> Iterator[tuple[Fact, Fraction]]:
    """Yield the places of a sentence's numbers; several that one number states share its width."""
    for fact in facts:
        alike = [other for other in facts if other.span == fact.span]
        start, end = (display.offsets[at] + shift for at in (fact.span.start, fact.span.end))
        yield fact, start + (end - start) * Fraction(2 * alike.index(fact) + 1, 2 * len(alike))
