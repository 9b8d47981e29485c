"""An official text as it was captured, without tags."""

from __future__ import annotations

from dataclasses import dataclass

from .captured import CapturedText
from .catalogue import Disclosure
from .place import Span
from .report import Section


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
    disclosure: Disclosure
    sections: tuple[Section, ...]
    """As `content` cuts them; their slugs are not yet known."""
    paragraphs: tuple[Span, ...] = ()
    """The lines of the annotated copy, in order."""
    omitted: tuple[tuple[Span, str], ...] = ()
    """Page numbers and the like, each with what it is."""
    is_flowing: bool = False
    """Whether the paragraphs are other than the lines of the page."""
    doubts: tuple[str, ...] = ()
    """What was not sure of the outline, in words, with the line of the page."""
