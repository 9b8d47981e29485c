"""What a number may state: known indicators, with the words of the reports that state them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...model.records import dataclass
from ..records import Candidate, DraftedNumber


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
    is_beside: bool = False
    """Whether it says of the number before it by how much that changed; report, number and sentence are its own then."""


def list_suggestions(match: DraftedNumber, stated: Mapping[str, str], shown: str) -> Iterator[Suggestion]:
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
