"""Where something stands: in the report's text, or in a content file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points in a report's body (its `report.txt`)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of `text` that the span covers."""
        return text[self.start : self.end]

    def move(self, by: int) -> Span:
        """Return the range so many code points further on."""
        return Span(start=self.start + by, end=self.end + by)

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanSet:
    """Spans of a text, nested or apart, to ask of many others whether they touch one of them."""

    starts: tuple[int, ...]
    """In order."""
    reaches: tuple[int, ...]
    """For each start, how far the spans reach that begin there or before it."""

    def overlaps(self, span: Span) -> bool:
        """Tell whether one of them shares a code point with a span."""
        before = bisect_left(self.starts, span.end)
        return before > 0 and self.reaches[before - 1] > span.start


def collect_spans(spans: Iterable[Span]) -> SpanSet:
    """Return spans as one set."""
    ordered = sorted(spans)
    return SpanSet(
        starts=tuple(span.start for span in ordered),
        reaches=tuple(accumulate((span.end for span in ordered), max)),
    )


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A place in a content file, as staff see it in their editor."""

    file: str
    """Path relative to the content folder, with forward slashes."""
    line: int = 0
    """From 1; 0 means the file as a whole."""
    column: int = 0
    """In code points, from 1; 0 means the line as a whole."""
    length: int = 1
    """How many code points are concerned, from `column` on."""
    excerpt: str = ""
    """The line as written, without its newline; empty when there is none to show."""
