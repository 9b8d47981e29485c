"""What lies on the desk: every number of a report with its state, what it may be, and what its name could be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum

from ...analysis.unnamed import name_unnamed
from ...model.findings import CensusEntry, Fact, ReportFindings
from ...model.measures import MEASURES, UNDETERMINED
from ...model.numeral import NumeralKind
from ...model.place import Place, Span
from ...model.project import Project
from ...model.records import dataclass
from ...model.report import Report, Section
from ...model.words import SplitWords
from ..draft import match_numbers
from ..records import DraftedNumber
from .beside import suggest_change
from .proposals import Proposal, Proposals
from .suggestion import Suggestion, list_suggestions


class State(StrEnum):
    """How far a number is decided."""

    NAMED = "named"
    DOUBTFUL = "doubtful"
    """Without a name, and the program has candidates."""
    UNNAMED = "unnamed"
    OTHER = "other"
    """No fact: a year, an ordinal, …"""
    UNREAD = "unread"
    """Nobody has read what it is."""


OPEN = frozenset({State.DOUBTFUL, State.UNNAMED, State.UNREAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNumber:
    """One number of the report."""

    id: str
    """`at-` and where it stands in `report.txt`."""
    span: Span
    words: str
    state: State
    kind: NumeralKind
    place: Place
    """Its words in the annotated file."""
    sentence: Span
    facts: tuple[Fact, ...]
    suggestions: tuple[Suggestion, ...]
    proposal: Proposal | None
    """Of a number that can be a fact and has no name."""
    is_tagged: bool
    """Whether its tag is all about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A report with its numbers in the order of the text."""

    report: Report
    numbers: tuple[DeskNumber, ...]

    def numbers_in(self, span: Span) -> tuple[DeskNumber, ...]:
        """Return the numbers that begin in a span."""
        first = bisect_left(self.numbers, span.start, key=_find_start)
        return self.numbers[first : bisect_left(self.numbers, span.end, lo=first, key=_find_start)]

    def find(self, id: str) -> DeskNumber | None:  # noqa: A002  # the contract's word
        """Return a number."""
        return next((number for number in self.numbers if number.id == id), None)

    def find_partner(self, number: DeskNumber, role: str) -> DeskNumber | None:
        """Return the open number that the text says is the `role` end of the change whose other end a number is."""
        sentence = self.numbers_in(number.sentence)
        ends = [other for other in sentence if other.proposal and other.proposal.role == role]
        if role == "after":
            return next((other for other in ends if other.span.start > number.span.start), None)
        return next((other for other in reversed(ends) if other.span.start < number.span.start), None)

    def find_at(self, place: Place) -> DeskNumber | None:
        """Return the only number that stands at a place of the annotated file."""
        found = [
            number
            for number in self.numbers
            if (number.place.file, number.place.line) == (place.file, place.line)
            and place.column < number.place.column + number.place.length
            and number.place.column < place.column + place.length
        ]
        return found[0] if len(found) == 1 else None


def _find_start(number: DeskNumber) -> int:
    return number.span.start


def compute_matches(report: Report, project: Project, split: SplitWords) -> Mapping[Span, DraftedNumber]:
    """Return for each quantity of a report what other reports say that it may be; nothing where there is no other."""
    if len(project.reports) < 2:
        return {}
    found = match_numbers(report, project, report.id, split)
    return {drafted.numeral.span: drafted for drafted in found.numbers}


def describe_desk(own: ReportFindings, project: Project, matches: Mapping[Span, DraftedNumber]) -> Desk:
    """Return the desk of a report: of the numerals of its text all that are not the marks of headings."""
    report = own.report
    facts: dict[Span, tuple[Fact, ...]] = {}
    for fact in own.facts:
        for span in (fact.span, *fact.occurrences):
            facts[span] = (*facts.get(span, ()), fact)
    stated = {fact.id: fact.display for fact in own.facts if fact.named}
    proposals = Proposals(own, project)
    numbers: list[DeskNumber] = []
    for entry in own.census:
        section = _find_section(report, entry.span)
        if entry.kind is not NumeralKind.LIST_MARKER and section:
            last = numbers[-1] if numbers else None
            found = _Found(
                entry=entry,
                section=section,
                facts=facts.get(entry.span, ()),
                before=(last.span, last.facts[0]) if last and len(last.facts) == 1 else None,
            )
            numbers.append(_describe_number(found, report, matches.get(entry.span), stated, proposals))
    return Desk(report=report, numbers=tuple(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A numeral of the text with what it states."""

    entry: CensusEntry
    section: Section
    facts: tuple[Fact, ...]
    before: tuple[Span, Fact] | None
    """The only fact that the number before it states, and where."""


def _describe_number(
    found: _Found,
    report: Report,
    match: DraftedNumber | None,
    stated: Mapping[str, str],
    proposals: Proposals,
) -> DeskNumber:
    span, facts = found.entry.span, found.facts
    tag = next((tag for tag in report.tags_in(span) if tag.span == span), None)
    is_open = any(not fact.named for fact in facts)
    beside = suggest_change(report, found.before, span, facts[0], stated) if is_open else None
    suggestions = (
        *([beside] if beside else []),
        *(list_suggestions(match, stated, facts[0].display) if is_open and match else ()),
    )
    return DeskNumber(
        id=name_unnamed(report, span),
        span=span,
        state=_find_state(found, suggestions),
        words=found.entry.text,
        kind=found.entry.kind,
        place=tag.place if tag else report.place_of(span),
        sentence=found.section.sentences_across(span)[0],
        facts=facts,
        suggestions=suggestions,
        proposal=proposals.propose(facts[0], found.section) if is_open else None,
        is_tagged=tag is not None,
    )


def _find_state(found: _Found, suggestions: tuple[Suggestion, ...]) -> State:
    if not found.facts:
        return State.UNREAD if found.entry.kind is NumeralKind.UNREAD else State.OTHER
    if all(fact.named for fact in found.facts):
        return State.NAMED
    return State.DOUBTFUL if suggestions else State.UNNAMED


def _find_section(report: Report, span: Span) -> Section | None:
    """Return the section of a place; of what is no text of the report (page numbers) there is none."""
    return next((section for section in report.sections if section.sentences_across(span)), None)


def list_measures() -> tuple[tuple[str, str, str], ...]:
    """Return what an indicator may measure: id, name, what it means."""
    return tuple((id, measure.name, measure.note) for id, measure in MEASURES.items() if id != UNDETERMINED)  # noqa: A001
