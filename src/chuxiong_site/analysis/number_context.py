"""The record of the words in which a number stands."""

from __future__ import annotations

from enum import StrEnum

from ..model.numeral import Numeral
from ..model.place import Span
from ..model.records import dataclass
from .part_kinds import PartKind


class TimeKind(StrEnum):
    """Of which time a number speaks."""

    YEAR = "year"
    """Of the report's year, or of none that is said."""
    SEVERAL_YEARS = "several_years"
    """五年来."""
    AIM = "aim"
    """到2030年."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberContext:
    """The words in which a number stands, half-width and without spaces."""

    numeral: Numeral
    section: str
    part: PartKind
    heading: str
    sentence: str
    """With `#` for every quantity."""
    label: str
    """The words that say what is counted, before the number."""
    tail: str
    """The words after it, up to the next mark or number."""
    lead: str = ""
    """The words of the sentence before the label."""
    role: str | None = None
    """`before` or `after`, when the text says from … to …."""
    time: TimeKind = TimeKind.YEAR
    """Of which time it speaks, as the words of its paragraph say last."""
    year: str | None = None
    """The year that its paragraph names last before it, or else its part's heading: 2012; `None` where none is named."""
    share: int = 0
    """Which of several subjects of one number this is: 均为 gives one number to each."""

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.numeral.span

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of the sentence before the label, the nearest first."""
        return tuple(clause for clause in reversed(self.lead.replace(";", ",").split(",")) if clause)

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts whose words are used."""
        return (self.label, self.tail, self.sentence, self.heading, self.lead, *self.clauses)
