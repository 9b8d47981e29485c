"""Records of a new project: where a text comes from, a report that begins, the project with its files."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.numeral import Numeral
from ...model.place import Span
from ...model.raw_report import Doubt, Missing, RawReport
from ...model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A raw text as staff have it."""

    name: str
    """Of the file."""
    data: bytes
    """The file itself."""
    is_exact: bool
    """Whether its readable text is the file byte for byte; else the file is kept beside the capture."""
    address: str = ""
    """Of the official page; empty when nobody says."""
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """A raw text with every number answered for."""

    id: str
    """The year of the report."""
    raw: RawReport
    source: Source
    numerals: tuple[Numeral, ...]
    """All of the body, in order."""
    facts: tuple[Numeral, ...]
    """The quantities whose value is read: they become facts without a name."""
    unread: tuple[Span, ...]
    """What looks like a number, and is read as none."""
    slugs: Mapping[str, str]
    """Section number → name of its page."""
    doubts: tuple[Doubt, ...]
    """What is left for a person to look at, in page order."""

    def line_of(self, offset: int) -> int:
        """Return the line of the captured page, from 1, of an offset in the body."""
        return self.raw.body_from_line + self.raw.body.count("\n", 0, offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProject:
    """A project and the contents of its files; nothing is written yet."""

    name: str
    reports: tuple[NewReport, ...]
    files: Mapping[str, bytes]
    """Path inside the project's folder, with forward slashes → its bytes."""
