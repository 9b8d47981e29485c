"""An official text as it was captured, without tags."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from .captured import CapturedText
from .place import Span
from .records import dataclass
from .report import Section


class MissingKind(StrEnum):
    """What a saved text names and does not bring."""

    IMAGE = "image"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An image or attachment that stands on the official page and is no text."""

    kind: MissingKind
    words: str
    """What the page calls it; empty when it does not."""
    after_line: int
    """The line of the captured page after which it stood, from 1; 0 before all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the program did not read surely in a raw text, in words for staff."""

    line: int
    """Of the captured page, from 1; 0 when it is about no line."""
    found: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawHead:
    """What a report is called, whose it is and of when; what is not sure is empty."""

    title: str = ""
    """In one line, without the blanks that spread it."""
    publisher: str = ""
    published: str = ""
    """These three as printed."""
    written: str = ""
    spoken: str = ""
    """When it was read out to a meeting."""
    year: str = ""
    """Four digits: the year that the report is of."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """An official text without tags: the captured page and where its body begins."""

    page: str
    """The whole captured page, lines ended by `\\n`."""
    body_from_line: int
    body: str
    """From the title line to the end of the page, without its hidden characters."""
    captured: CapturedText
    """The same as captured."""
    disclosure: Mapping[str, str]
    """Field → what the page says; without those that it does not have."""
    sections: tuple[Section, ...]
    """As `content` cuts them; their slugs are not yet known."""
    head: RawHead = RawHead()
    paragraphs: tuple[Span, ...] = ()
    """The lines of the annotated copy, in order."""
    omitted: tuple[tuple[Span, str], ...] = ()
    """Page numbers and the like, each with what it is."""
    is_flowing: bool = False
    """Whether the paragraphs are other than the lines of the page."""
    outline_doubts: tuple[Doubt, ...] = ()
    """Headings that do not count on from the one before."""
