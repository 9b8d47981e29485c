"""A report: what the source says, with the place of every tag. Offsets are code points of `body`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import field, replace
from itertools import accumulate

from .captured import CapturedText
from .catalogue import Disclosure
from .numeral import NumeralKind
from .place import Place, Span
from .records import dataclass
from .table import Table

TITLE, PREAMBLE, CLOSING = "T", "0", "Z"
"""Numbers of the pieces that no heading begins: the title line, what stands before the first heading, the last words."""


OMITTED = {"page_number": "页码", "running_head": "页眉页脚", "markup": "排版记号"}
"""What staff may mark as no text of the report, each with its name for readers."""


def is_within(number: str, other: str) -> bool:
    """Tell whether a section is a part of another: 1.2.3 is within 1.2 and within 1."""
    return number.startswith(f"{other}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A bracketed span of the annotated copy: `[words]{attributes}`."""

    span: Span
    place: Place
    """Where the words stand in the annotated file (inside the brackets)."""
    facts: tuple[str, ...] = ()
    is_unnamed: bool = False
    """A fact whose indicator nobody has named yet."""
    role: str | None = None
    """`before`, `after`, `target`, `previous` or `change`."""
    year: str | None = None
    """The year that the number speaks of, when it is not the report's."""
    of: str | None = None
    """Of whom or where it speaks: a county, a group."""
    again: bool = False
    """A repetition of a fact stated earlier with the same value."""
    numeral: NumeralKind | None = None
    """A waiver: this numeral is not a fact but …"""
    problem: str | None = None
    plan: str | None = None
    achievement: str | None = None
    depth: int | None = None
    """The depth of the heading that the words are, 0 for none."""
    omitted: str | None = None
    """What the words are that are no text of the report: the foot of a printed page, marks of a file."""

    @property
    def part(self) -> str:
        """What tells its facts from others of their indicators, as their ids end: `.target.2025.青石县`."""
        return "".join(f".{part}" for part in (self.role, self.year, self.of) if part)

    @property
    def is_fact(self) -> bool:
        """Whether its words are a fact, with a name or without."""
        return self.is_unnamed or bool(self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered piece of the report: `T` title line, `0` preamble, `1` a part, `1.2` a section, `A1` an appendix, `Z` the closing."""

    number: str
    heading: Span | None
    """The heading with its marker and, when run in, its closing 。; `None` for preamble and closing."""
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    """Every sentence of heading and paragraphs, in order, without gaps but for line breaks."""
    slug: str | None
    """File name of the page that it begins; `None` where it stands on another one's."""
    page: str = ""
    """Number of the section whose page carries it; empty for the title line."""
    tables: tuple[Table, ...] = ()
    """Their rows are among the paragraphs, their cells among the sentences."""

    @property
    def part(self) -> str:
        """The part's number: `1.2` → `1`."""
        return self.number.split(".")[0]

    @property
    def depth(self) -> int:
        """How deep its heading stands: 1 for a part, 2 for a section; 0 for what has no heading, and the title line."""
        return 0 if self.number in {TITLE, PREAMBLE, CLOSING} else self.number.count(".") + 1

    @property
    def is_part(self) -> bool:
        """Whether this is a part's heading and introduction."""
        return self.depth == 1

    @property
    def span(self) -> Span:
        """From the first to the last code point."""
        return Span(start=self.sentences[0].start, end=self.sentences[-1].end)

    @property
    def blocks(self) -> tuple[Span, ...]:
        """Heading and paragraphs, in order: all that is text; what else stands between them is blank."""
        return (*((self.heading,) if self.heading else ()), *self.paragraphs)

    def order_of(self, sentence: Span) -> int:
        """Return the ordinal of one of its sentences, counted from 1."""
        return bisect_left(self.sentences, sentence) + 1

    def sentences_across(self, span: Span) -> tuple[Span, ...]:
        """Return those of its sentences of which a part stands in a span."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.end)
        behind = bisect_left(self.sentences, span.end, lo=first, key=lambda sentence: sentence.start)
        return tuple(sentence for sentence in self.sentences[first:behind] if sentence.overlaps(span))


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayText:
    """The body as readers see it: punctuation and stray spaces normalised, nothing else."""

    text: str
    offsets: tuple[int, ...]
    """For each code point of the raw body, and for its end, the offset in `text`."""
    marks: tuple[tuple[str, str, int], ...] = ()
    """(raw mark, shown mark, how many were changed), in the order of the normalisation table."""
    spaces: tuple[int, ...] = ()
    """Raw offsets of the spaces left out."""
    edges: tuple[int, ...] = ()
    """Raw offsets of the blanks before and behind the words of paragraphs."""
    line_ends: tuple[int, ...] = ()
    """Raw offsets of the line ends inside paragraphs, and of the blanks beside them."""
    separators: tuple[int, ...] = ()
    """Raw offsets of what stands between the cells of tables."""

    def of(self, span: Span) -> str:
        """Return the display text of a raw span."""
        return self.text[self.offsets[span.start] : self.offsets[span.end]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A line of the body and how it stands in the annotated file."""

    start: int
    columns: tuple[int, ...]
    """For each of its code points, and its end, the column in the file."""
    place: Place
    """The line as a whole, with its excerpt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An image or attachment of the official page that is no text: readers are told of it at its place."""

    words: str
    """What the page calls it; empty when it does not."""
    after: int
    """Where in the body the paragraph ends after which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One year's report, locked to its official text."""

    id: str
    """Its name in URLs: `2023`."""
    file: str
    """The annotated file, relative to the content folder."""
    body: str
    """The official text from its title line to the end, without the characters of the capture that nobody sees."""
    capture_sha256: str
    source_url: str
    disclosure: Disclosure
    title: str
    sections: tuple[Section, ...]
    tags: tuple[Tag, ...]
    display: DisplayText
    headline: tuple[str, ...]
    headline_places: tuple[Place, ...]
    unanswered: Mapping[str, Place]
    """Problems that no plan of the report answers, as staff say, and where they say so."""
    doors: Mapping[str, str]
    """Part number → what readers are told it answers."""
    elements: Mapping[str, tuple[str, ...]]
    """What such a report has to contain → the sections that do (本站整理)."""
    elements_source: str
    title_en: str = ""
    """Staff's translation of the title; empty without one."""
    publisher_en: str = ""
    accepted_failures: Mapping[str, str]
    """Checks that the official text itself fails, with staff's word for it."""
    lines: tuple[ReportLine, ...]
    missing: tuple[Missing, ...] = ()
    digest: str = ""
    """SHA-256 of its two files; empty when it was not read from files."""
    captured: CapturedText
    """The body as it was captured, for `report.txt` and for the places in it that data name."""
    _orders: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """Section number → where it stands in `sections`."""
    _page_orders: Mapping[str, list[int]] = field(init=False, repr=False, compare=False)
    """The number of the section that begins a page → where all sections on the page stand in `sections`."""
    _tag_orders: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where the tags stand in `tags`, in the order of the text."""
    _tag_reaches: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """For each of these, how far the tags reach that begin there or before it."""

    def __post_init__(self) -> None:
        """Remember where each section and tag stands: that is asked for with every sentence."""
        orders = {section.number: order for order, section in enumerate(self.sections)}
        object.__setattr__(self, "_orders", orders)
        pages: dict[str, list[int]] = {}
        for order, section in enumerate(self.sections):
            pages.setdefault(section.page, []).append(order)
        object.__setattr__(self, "_page_orders", pages)
        starts = sorted(range(len(self.tags)), key=self._find_tag)
        object.__setattr__(self, "_tag_orders", tuple(starts))
        reaches = accumulate((self.tags[order].span.end for order in starts), max)
        object.__setattr__(self, "_tag_reaches", tuple(reaches))

    @property
    def pages(self) -> tuple[Section, ...]:
        """The sections that have a page of their own, in order."""
        return tuple(section for section in self.sections if section.slug is not None)

    def page_of(self, section: Section) -> Section | None:
        """Return the section on whose page a section stands; `None` for the title line: it stands on the full page only."""
        page = self.section(section.page)
        return page if page and page.slug is not None else None

    def on_page(self, page: Section) -> tuple[Section, ...]:
        """Return the sections that stand on the page of a section, in order."""
        return tuple(self.sections[order] for order in self._page_orders.get(page.number, ()))

    def carried_by(self, page: Section) -> tuple[Section, ...]:
        """Return the sections on a page from the one that begins it: without the headings above that."""
        own = self.on_page(page)
        return own[own.index(page) :]

    def parent_of(self, section: Section) -> Section | None:
        """Return the section that a section is directly a part of; `None` for parts and pieces without a heading."""
        above = section.number.rpartition(".")[0]
        return self.section(above) if above else None

    def section(self, number: str) -> Section | None:
        """Return the section of that number, or `None`."""
        order = self._orders.get(number)
        return None if order is None else self.sections[order]

    def place_of(self, span: Span) -> Place:
        """Return where a span of the body stands in the annotated file."""
        line = self.lines[max(0, bisect_right(self.lines, span.start, key=lambda line: line.start) - 1)]
        first = min(span.start - line.start, len(line.columns) - 1)
        last = min(max(span.end - 1 - line.start, first), len(line.columns) - 1)
        column = line.columns[first]
        return replace(line.place, column=column, length=line.columns[last] + 1 - column)

    def tags_in(self, span: Span) -> tuple[Tag, ...]:
        """Return the tags inside a span, in the order of `tags`."""
        first = bisect_left(self._tag_orders, span.start, key=self._find_tag)
        behind = bisect_right(self._tag_orders, span.end, lo=first, key=self._find_tag)
        tags = (self.tags[order] for order in sorted(self._tag_orders[first:behind]))
        return tuple(tag for tag in tags if tag.span.end <= span.end)

    def tags_across(self, span: Span) -> tuple[Tag, ...]:
        """Return the tags of which a part stands in a span, in the order of `tags`."""
        first = bisect_right(self._tag_reaches, span.start)
        behind = bisect_left(self._tag_orders, span.end, lo=first, key=self._find_tag)
        tags = (self.tags[order] for order in sorted(self._tag_orders[first:behind]))
        return tuple(tag for tag in tags if tag.span.overlaps(span))

    def _find_tag(self, order: int) -> int:
        return self.tags[order].span.start

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables, in order."""
        return tuple(table for section in self.sections for table in section.tables)

    def section_at(self, offset: int) -> Section:
        """Return the section that contains a code point of the body."""
        after = bisect_right(self.sections, offset, key=lambda section: section.sentences[0].start)
        return self.sections[max(0, after - 1)]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that contains a code point of the body."""
        sentences = self.section_at(offset).sentences
        after = bisect_right(sentences, offset, key=lambda sentence: sentence.start)
        return sentences[max(0, after - 1)]
