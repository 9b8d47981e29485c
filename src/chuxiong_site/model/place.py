"""Where something stands: in the report's text, or in a content file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points in a report's body (its `report.txt`)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


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
