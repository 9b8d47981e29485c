"""Records of drafting: what is looked for, a match, a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..analysis.number_context import NumberContext
from ..model.catalogue import Indicator
from ..model.measures import CHANGE
from ..model.numeral import Numeral
from ..model.raw_report import RawReport
from ..model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A fact of an earlier report, looked for in the new one: an indicator in one role, of one year, of one place."""

    indicator: Indicator
    role: str | None
    year: str | None = None
    """The year that its tag has to say in the new report, as far from the report's as before."""
    of: str | None = None
    contexts: tuple[NumberContext, ...]
    """Where earlier reports stated it, the latest first."""
    supposed: bool = False
    """Whether no report states it: the aim of what they state."""
    beside: tuple[NumberContext, ...] = ()
    """Where they stated its aim, or what became of it: other words for the same thing."""
    named: frozenset[str] = frozenset()
    """The years that its paragraphs name before it, each as far from the new report's as before."""
    report: str = ""
    """The latest report that states it."""
    fact: str = ""
    """Its id there."""
    quote: str = ""
    """Its words there, the number in 【】."""

    @property
    def id(self) -> str:
        """The id of the fact in the new report."""
        return ".".join([self.indicator.id, *(part for part in (self.role, self.year, self.of) if part)])

    @property
    def unit(self) -> str:
        """The unit of its numbers: the indicator's, but of a change its own."""
        return self.contexts[0].numeral.unit if self.role == "change" else self.indicator.unit

    @property
    def measure(self) -> str:
        """What is measured: what the indicator says, but of a change a change."""
        return CHANGE if self.role == "change" else self.indicator.measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An indicator that a number may state."""

    slot: Slot
    score: float
    """How alike the contexts are, 0 to 1."""
    doubts: tuple[str, ...] = ()
    """Why it is not certain, in words for staff; empty when it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedNumber:
    """What drafting makes of one number of the new report."""

    contexts: tuple[NumberContext, ...]
    """One, or one for each subject that shares the number."""
    certain: tuple[Slot, ...] = ()
    """The facts it states for certain; then it is tagged."""
    score: float = 0.0
    """How alike the certain ones are to last year's, 0 to 1."""
    again: bool = False
    candidates: tuple[Candidate, ...] = ()
    """The best guess first, when it is not certain; empty for a new number."""

    @property
    def numeral(self) -> Numeral:
        """The number itself."""
        return self.contexts[0].numeral

    @property
    def is_new(self) -> bool:
        """Whether no known indicator comes near."""
        return not self.certain and not self.candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """What the sections of the new report continue."""

    sections: Mapping[str, str] = field(default_factory=dict)
    """Section of the new report → the one of the latest that it continues for certain."""
    doubtful: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Section of the new report → those of the latest that it may continue, and how alike they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionCandidate:
    """A section of the latest report that a new one may continue."""

    number: str
    heading: str
    slug: str
    """The name of its page; empty for a part without one."""
    score: float
    """How alike the headings are, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSection:
    """A section that continues none for certain."""

    number: str
    heading: str
    slug: str
    """The provisional name of its page; empty for a part without one."""
    candidates: tuple[SectionCandidate, ...]
    """The likeliest first; empty when no heading comes near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report prepared for staff to complete."""

    raw: RawReport
    numbers: tuple[DraftedNumber, ...]
    """Every quantity of the body, in order."""
    lost: tuple[Slot, ...]
    """Facts of the latest report that were not found, doubtful ones left out."""
    slugs: Mapping[str, str]
    """Section number → name of its page."""
    invented: tuple[str, ...]
    """Sections whose page names only say where they stand."""
    open_sections: tuple[OpenSection, ...]
    """Those that continue none of the latest report for certain; empty when there is no earlier report."""
    renumbered: Mapping[str, tuple[str, ...]]
    """Part or section of the latest report → those of the new one that answer it."""
