"""A report: what the source says, with the place of every tag. Offsets are code points of `body`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .captured import CapturedText
from .catalogue import Disclosure
from .numeral import NumeralKind
from .place import Place, Span


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
    """A numbered piece of the report: `T` title line, `0` preamble, `1` a part, `1.2` a section."""

    number: str
    heading: Span | None
    """The heading with its marker and, when run in, its closing 。; `None` for the preamble."""
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    """Every sentence of heading and paragraphs, in order, without gaps but for line breaks."""
    slug: str | None
    """File name of its page; `None` for the title line and for parts."""

    @property
    def part(self) -> str:
        """The part's number: `1.2` → `1`."""
        return self.number.split(".")[0]

    @property
    def is_part(self) -> bool:
        """Whether this is a part's heading and introduction."""
        return self.number.isdecimal() and self.number != "0"

    @property
    def span(self) -> Span:
        """From the first to the last code point."""
        return Span(start=self.sentences[0].start, end=self.sentences[-1].end)

    @property
    def blocks(self) -> tuple[Span, ...]:
        """Heading and paragraphs, in order: all that is text; what else stands between them is blank."""
        return (*((self.heading,) if self.heading else ()), *self.paragraphs)


def list_paged(numbers: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers of the sections with a page of their own: not the title line, no part that has sections."""
    divided = {number.partition(".")[0] for number in numbers if "." in number}
    return tuple(number for number in numbers if number != "T" and number not in divided)


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
    accepted_failures: Mapping[str, str]
    """Checks that the official text itself fails, with staff's word for it."""
    lines: tuple[ReportLine, ...]
    captured: CapturedText
    """The body as it was captured, for `report.txt` and for the places in it that data name."""

    @property
    def pages(self) -> tuple[Section, ...]:
        """The sections that have a page of their own, in order."""
        return tuple(section for section in self.sections if section.slug is not None)

    def page_of(self, section: Section) -> Section | None:
        """Return the section on whose page a section stands; a part stands on its first section's.

        `None` for the title line: it stands on the full page only.
        """
        if section.slug is not None:
            return section
        return next((page for page in self.pages if page.part == section.number), None)

    def place_of(self, span: Span) -> Place:
        """Return where a span of the body stands in the annotated file."""
        line = self.lines[max(0, bisect_right(self.lines, span.start, key=lambda line: line.start) - 1)]
        first = min(span.start - line.start, len(line.columns) - 1)
        last = min(max(span.end - 1 - line.start, first), len(line.columns) - 1)
        column = line.columns[first]
        return replace(line.place, column=column, length=line.columns[last] + 1 - column)

    def section_at(self, offset: int) -> Section:
        """Return the section that contains a code point of the body."""
        after = bisect_right(self.sections, offset, key=lambda section: section.sentences[0].start)
        return self.sections[max(0, after - 1)]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that contains a code point of the body."""
        sentences = self.section_at(offset).sentences
        after = bisect_right(sentences, offset, key=lambda sentence: sentence.start)
        return sentences[max(0, after - 1)]
