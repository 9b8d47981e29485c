"""What a finished page holds, once it is read: words and where they stand, official text, facts, pictures, links, anchors."""

from __future__ import annotations

from dataclasses import field

from ...model.records import dataclass
from .joins import Join, JoinGroup
from .overview import ShownOverview, SmallLine
from .picture import Picture
from .utterance import Utterance


@dataclass(slots=True, kw_only=True)
class ShownFact:
    """An element with `data-fact`."""

    ids: str
    report_id: str
    """Its `data-report`; empty when it speaks of the page's own report."""
    text: str
    """Its words; they are read after its attributes."""
    value: str | None
    """Its `value`, a decimal string, when it has one."""
    anchor: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialPiece:
    """An element with `data-official-text`."""

    number: str
    shown: str
    captured: str
    """The same with every normalised mark as it was captured, where the page carries these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart on a page."""

    picture: Picture
    table: tuple[tuple[str, str], ...]
    """(label, value) of each row of its table."""
    data: str
    """The figure that a script draws, as JSON; empty where there is none."""
    file: str
    """The picture file that a script makes a PNG of, as a JSON text; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """An element with `data-excerpt`: a sentence of the page's own text that stands at its head."""

    anchor: str
    """Of the sentence."""
    link: str
    text: str


@dataclass(slots=True)
class BuiltPage:
    """The contents of a page."""

    utterances: list[Utterance] = field(default_factory=list)
    official: list[OfficialPiece] = field(default_factory=list)
    facts: list[ShownFact] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    """The words of all elements with `data-quote`."""
    excerpts: list[Excerpt] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    """Anchor of a chart → the chart."""
    overview: ShownOverview | None = None
    """The picture of a whole report."""
    small_lines: list[SmallLine] = field(default_factory=list)
    """The lines beside the contents."""
    joins: list[Join] = field(default_factory=list)
    join_groups: list[JoinGroup] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    """Where the list leads of sections that answer no problem."""
    links: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """Anchor → the element's name."""
    duplicate_ids: set[str] = field(default_factory=set)
    year_cells: list[tuple[str, str]] = field(default_factory=list)
    """(heading of the column, year that a narrow screen shows instead) of each cell of a table by years."""
    sort_values: dict[str, str] = field(default_factory=dict)
    """Anchor of a row → the decimal string by which it is sorted."""
    headings: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    """Addresses of the files of the site that it loads, at once or when a reader asks for more."""
    foreign: list[str] = field(default_factory=list)
    """Addresses on other sites that the browser would fetch by itself."""
    islands: list[tuple[str, str]] = field(default_factory=list)
    """(class, else type; words) of data inside the page."""
    inline: list[tuple[str, str]] = field(default_factory=list)
    """(element, words) of scripts and style sheets inside the page."""
    blocked: list[str] = field(default_factory=list)
    """Attributes that no policy of ours allows: handlers, `style`."""
    policy: str = ""
    canonical: str = ""
