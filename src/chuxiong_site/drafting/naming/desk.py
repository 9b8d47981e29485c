"""What lies on the desk: every number of a report with its state, what it may be, and what its name could be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
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
from ..records import Candidate, DraftedNumber
from .proposals import Proposal, Proposals


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
class Suggestion:
    """A known indicator that a number may state, with last year's words beside."""

    indicator: str
    """Several with blanks between, where the number states them all."""
    name: str
    role: str = ""
    year: str = ""
    of: str = ""
    report: str
    """The latest report that states it."""
    shown: str
    """Its number there, as printed."""
    quote: str
    """Its sentence there, the number in 【】."""
    doubts: tuple[str, ...]
    """What speaks against it, in words for staff; empty when nothing does."""
    taken: str = ""
    """The number of this report that states it already, as printed."""
    again: bool = False
    """Whether that is the same number, so that this one says it again."""


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
    numbers = [
        _describe_number(
            _Found(entry=entry, section=section, facts=facts.get(entry.span, ())),
            report,
            matches.get(entry.span),
            stated,
            proposals,
        )
        for entry in own.census
        if entry.kind is not NumeralKind.LIST_MARKER and (section := _find_section(report, entry.span))
    ]
    return Desk(report=report, numbers=tuple(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A numeral of the text with what it states."""

    entry: CensusEntry
    section: Section
    facts: tuple[Fact, ...]


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
    suggestions = tuple(_list_suggestions(match, stated, facts[0].display)) if is_open and match else ()
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


def _list_suggestions(match: DraftedNumber, stated: Mapping[str, str], shown: str) -> Iterator[Suggestion]:
    """Yield what a number may state, first all that it certainly states, where one tag says that."""
    certain = tuple(Candidate(slot=slot, score=match.score) for slot in match.certain)
    each = tuple(_describe_candidate(candidate, stated, shown) for candidate in (*certain, *match.candidates))
    yield from _join_suggestions(each[: len(certain)])
    yield from each


def _describe_candidate(candidate: Candidate, stated: Mapping[str, str], shown: str) -> Suggestion:
    """Return a suggestion; the same number of the same thing again is said to be that."""
    slot = candidate.slot
    return Suggestion(
        indicator=slot.indicator.id,
        name=slot.indicator.name,
        role=slot.role or "",
        year=slot.year or "",
        of=slot.of or "",
        report=slot.report,
        shown=slot.contexts[0].numeral.text,
        quote=slot.quote,
        doubts=candidate.doubts,
        taken=stated.get(slot.id, ""),
        again=stated.get(slot.id) == shown,
    )


def _join_suggestions(certain: tuple[Suggestion, ...]) -> Iterator[Suggestion]:
    """Yield one suggestion of several indicators that a number states at once, in the same part."""
    parts = {(one.role, one.year, one.of, one.again) for one in certain}
    if len(certain) > 1 and len(parts) == 1:
        yield replace(
            certain[0],
            indicator=" ".join(one.indicator for one in certain),
            name="、".join(one.name for one in certain),
            taken=next((one.taken for one in certain if one.taken), ""),
        )


def list_measures() -> tuple[tuple[str, str, str], ...]:
    """Return what an indicator may measure: id, name, what it means."""
    return tuple((id, measure.name, measure.note) for id, measure in MEASURES.items() if id != UNDETERMINED)  # noqa: A001
