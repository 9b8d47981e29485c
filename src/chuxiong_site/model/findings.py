"""Records of the analysis: facts with values, classified numerals, checks, series, follow-ups."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from .catalogue import Indicator
from .check_specs import CheckSpec, OpenClaim, TableSum
from .measures import CHANGE, CLAIMS, ROUNDED, STANDARD
from .numeral import NumeralKind, Qualifier
from .place import Place, Span
from .project import Project
from .records import dataclass
from .report import Report
from .words import Excerpts, LocalityMention, SectionKeywords, SentenceWords, TermMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A tagged number of one report. What readers see is `display`; `value` is for computing."""

    id: str
    """The indicator's id, plus `.role`, `.year` and `.of` of its tag; `at-<start>` without a name; also the HTML anchor."""
    indicator: Indicator
    """What it counts; of a fact without a name a stand-in, named by the fact's own clause in quotation marks."""
    role: str | None
    span: Span
    surface: str
    """The raw slice: number, 余, measure word."""
    display: str
    """The same after display normalisation."""
    value: Decimal
    resolution: Decimal
    """One unit of the last printed digit."""
    unit: str
    """The measure word without 万 and 亿, that of its table included."""
    qualifier: Qualifier | None
    qualifier_text: str
    """不少于, 平均, 拟 …, as printed; 余 is inside the surface already."""
    section: str
    sentence: Span
    place: Place
    upper: Decimal | None = None
    """The upper end of a printed range."""
    per: Decimal | None = None
    """What a rate is counted by: 2.1/10万 → 100000."""
    members: tuple[Decimal, ...] = ()
    """The members of a ratio."""
    unit_words: str = ""
    """The unit as the table around it says it: 万吨; empty where the number says its own."""
    included: bool | None = None
    """Whether a bound is said to count itself: （含）以上."""
    year: str | None = None
    """The year that it speaks of: its tag's, else the report's; `None` where neither says it."""
    told_year: str | None = None
    """The same where its own tag says it."""
    of: str | None = None
    """Of whom or where it speaks, when its tag says so."""
    role_name: str = ""
    """What tells it from other facts of its indicator: 青石县，2011年，压缩前. The ends of a change are named by the
    report's own word where it has one, else 变化前 and 变化后."""
    occurrences: tuple[Span, ...] = ()
    """Later repetitions (`again`), in order."""
    named: bool = True
    """False until somebody has named what it counts."""

    @property
    def words(self) -> str:
        """The number with the unit that its table says for it: 15004.94万吨; any other as it is displayed."""
        return self.display + self.unit_words

    @property
    def measure(self) -> str:
        """What is measured: the indicator's measure, but of its change a change."""
        return CHANGE if self.role == "change" else self.indicator.measure

    @property
    def counted_in(self) -> str:
        """The unit as staff write it: the indicator's, but of a change its own."""
        return self.unit if self.role == "change" else self.indicator.unit

    @property
    def is_claim(self) -> bool:
        """Whether the report claims by it how numbers are related: a share, a change, an average; no aim, no earlier value."""
        return self.named and self.measure in CLAIMS and self.role in {None, "before", "after", "change"}

    @property
    def nature(self) -> str:
        """What kind of thing it states; numbers of different nature are not drawn in one chart."""
        if self.role == "target":
            return "目标"
        if self.qualifier is Qualifier.PLANNED:
            return "计划"
        bound = self.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST}
        return "标准" if bound or self.measure == STANDARD else "实际数"

    @property
    def is_rounded(self) -> bool:
        """Whether what is printed stands for an interval as wide as its last digit: in 万 or 亿, with decimals, a rate."""
        written = any(char in self.surface + self.unit_words for char in "万亿") or self.resolution % 1 != 0
        return written or self.measure in ROUNDED or self.qualifier is Qualifier.AVERAGE

    @property
    def is_exact(self) -> bool:
        """Whether the text means just this number rather than one near, above or below it."""
        return self.qualifier in {None, Qualifier.AVERAGE, Qualifier.PLANNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class CensusEntry:
    """A numeral of the body with its kind and facts: one line of `numerals.json`."""

    span: Span
    text: str
    kind: NumeralKind
    facts: tuple[str, ...] = ()


class CheckOutcome(StrEnum):
    """The outcome of a check."""

    HOLDS = "holds"
    FAILS = "fails"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A closed range of real numbers."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """A claim of the report, recomputed from its own printed numbers."""

    spec: CheckSpec | TableSum | OpenClaim
    inputs: tuple[Fact, ...]
    """The facts that the formula uses, the claim itself last."""
    claim: Fact | None
    """The printed number that was to be recomputed; `None` when a relation between numbers is claimed."""
    formula: str
    """With the printed numbers: 41159件 ÷ 41903件."""
    computed: str
    """The recomputed number to six digits, marked by the pages as 本站计算; empty when there is none."""
    interval: Interval | None
    """What the printed claim allows at its precision."""
    outcome: CheckOutcome
    reason: str
    """Why it holds, fails or cannot be checked; a Chinese sentence."""
    base: tuple[str, Fact] | None = None
    """The report before this one whose number is computed with, and that number."""
    lacks_input: bool = False
    """Whether it cannot be checked because the report does not print what the claim would be computed from."""

    @property
    def printed(self) -> str:
        """The claim as printed; empty when the claim is a relation."""
        return self.claim.display if self.claim else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A fact beside the same thing in the report of the year before."""

    report_id: str
    """The report of the year before."""
    base: Fact
    """What that report prints."""
    href: str
    """Where it prints it, from the site root."""
    difference: Decimal | None
    """This year's value less last year's; `None` where either is not one exact number."""
    margin: Decimal
    """By how much the difference may be off, since printed numbers are rounded; zero where both are exact."""
    stated: Fact | None
    """What this report prints as last year's value, where that is another number."""
    claimed: str
    """What this report itself says of the change, in its words: 下降9.7%; empty where it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A problem with the plans and achievements that this site reads as belonging to it (本站整理)."""

    key: str
    problems: tuple[Span, ...]
    plans: tuple[Span, ...]
    achievements: tuple[Span, ...]
    counterpart: str = ""
    """The section of the plans with the subject of the problem's own section; empty where that is unsure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFindings:
    """The findings of one report."""

    report: Report
    facts: tuple[Fact, ...]
    """In the order of the text."""
    census: tuple[CensusEntry, ...]
    checks: tuple[CheckResult, ...]
    follow_ups: tuple[FollowUp, ...]
    words: Mapping[Span, SentenceWords] = field(default_factory=dict)
    """The words of every sentence as readers see it, by the sentence's raw span."""
    keywords: tuple[SectionKeywords, ...] = ()
    excerpts: tuple[Excerpts, ...] = ()
    """Of the pages that are long enough to have some."""
    localities: tuple[LocalityMention, ...] = ()
    terms: tuple[TermMention, ...] = ()
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    """Fact id → last year's value beside it."""
    stated: str = field(default="", compare=False)
    """SHA-256 of what other pages may say of it: its name, its source, its facts and where they stand; not its text."""
    _orders: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """Fact id → where it stands in `facts`."""
    _stated: tuple[tuple[int, int, int], ...] = field(init=False, repr=False, compare=False)
    """Start and end of every place that states a fact, in order, with where the fact stands in `facts`."""

    def __post_init__(self) -> None:
        """Remember where each fact stands: it is asked for with every number of every page."""
        orders = {fact.id: order for order, fact in enumerate(self.facts)}
        object.__setattr__(self, "_orders", orders)
        stated = sorted(
            (span.start, span.end, order)
            for order, fact in enumerate(self.facts)
            for span in (fact.span, *fact.occurrences)
        )
        object.__setattr__(self, "_stated", tuple(stated))

    def fact(self, id: str) -> Fact | None:  # noqa: A002  # the word of the data contract
        """Return the fact of that id, or `None`."""
        order = self._orders.get(id)
        return None if order is None else self.facts[order]

    def facts_of(self, indicator: str) -> tuple[Fact, ...]:
        """Return the facts of an indicator, in the order of the text."""
        return tuple(fact for fact in self.facts if fact.indicator.id == indicator)

    def facts_in(self, span: Span) -> dict[Span, list[Fact]]:
        """Return the places inside a span that state facts, in order, each with its facts in the order of `facts`."""
        first, behind = bisect_left(self._stated, (span.start,)), bisect_left(self._stated, (span.end,))
        found: dict[Span, list[Fact]] = {}
        for start, end, order in self._stated[first:behind]:
            if end <= span.end:
                found.setdefault(Span(start=start, end=end), []).append(self.facts[order])
        return found

    def census_in(self, span: Span) -> tuple[CensusEntry, ...]:
        """Return the numerals that stand inside a span."""
        first = bisect_left(self.census, span.start, key=_find_start)
        behind = bisect_left(self.census, span.end, lo=first, key=_find_start)
        return tuple(entry for entry in self.census[first:behind] if entry.span.end <= span.end)


def _find_start(entry: CensusEntry) -> int:
    return entry.span.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The findings of all reports, newest first."""

    project: Project
    reports: tuple[ReportFindings, ...]
    series: Mapping[str, tuple[tuple[str, Fact], ...]]
    """Indicator id → (report id, fact), by county or group, then from the oldest year to the newest; one a year."""
    neighbours: tuple[ReportFindings, ...] = ()
    """In the findings of one report alone: the others whose numbers stand beside its own, newest first; their facts only."""

    @property
    def known_by(self) -> object:
        """What tells these from other findings: in a few words where all of it was read from files."""
        every = self.at_hand
        if not self.project.digest or not all(entry.report.digest for entry in every):
            return self
        own = [(entry.report.digest, entry.checks, entry.comparisons) for entry in self.reports]
        beside = [entry.report.digest for entry in self.neighbours]
        return self.project.digest, self.project.variants, own, beside, self.series

    @property
    def at_hand(self) -> tuple[ReportFindings, ...]:
        """The reports whose numbers are known here, newest first."""
        return tuple(
            sorted((*self.reports, *self.neighbours), key=lambda entry: entry.report.id, reverse=True)
        )
