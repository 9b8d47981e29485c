"""The record of a card: what it says, in order, and what it draws."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.records import dataclass
from ..parts.fact_rows import FactRow
from ..parts.overview_lines import MarkKind
from ..poster.headline import name_figure
from ..poster.rows import Group

JOINT = "；"
"""Between the words of a card where they stand in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A page's card; every text is one that the page, or the report's front page, prints too."""

    page: str
    """The path of the page."""
    kicker: tuple[str, ...]
    """Whose page it is."""
    title: str
    lead: tuple[str, ...] = ()
    """What there is to say, a line each or more."""
    quote: str = ""
    """A sentence of the page."""
    note: str = ""
    """How to read what is drawn."""
    legend: tuple[tuple[MarkKind, str, int], ...] = ()
    figures: tuple[FactRow, ...] = ()
    groups: tuple[Group, ...] = ()
    """The lines of the text with its numbers, without their names."""
    discs: tuple[bool, ...] = ()
    """A problem each: whether it met a plan."""
    foot: tuple[str, ...] = ()

    def list_words(self) -> Iterator[str]:
        """Yield all words, from the head to the foot; a figure after its name."""
        yield from (*self.kicker, self.title, *self.lead)
        yield from filter(None, (self.quote, self.note))
        yield from (f"{words} {count}" for _, words, count in self.legend)
        yield from (f"{name_figure(row)}：{row.shown}" for row in self.figures)
        yield from self.foot
