"""Read the numerals of any Chinese text, with their places in its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..analysis import check_reader
from ..analysis.numerals import find_unread_digits, read_numerals
from ..content.read_raw import read_raw
from ..model.captured import read_captured_text
from ..model.numeral import Numeral
from ..model.place import Span
from ..model.records import dataclass
from ..problems import Problem

NEWLINE = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A text with its numerals, and where its characters stand in the file."""

    text: str
    numerals: tuple[Numeral, ...]
    source: str
    offsets: Sequence[int]
    """For each character of `text` its offset in `source`."""
    unread: tuple[Span, ...] = ()
    """Digits of `text` that no rule reads."""

    def find_place(self, numeral: Numeral) -> tuple[int, int]:
        """Return start and end of a numeral in the source."""
        return self.offsets[numeral.span.start], self.offsets[numeral.span.end - 1] + 1

    def describe_place(self, span: Span) -> str:
        """Return line and column of a span of the text in the source: `12:5`."""
        start = self.offsets[span.start]
        line = self.source.count(NEWLINE, 0, start) + 1
        return f"{line}:{start - self.source.rfind(NEWLINE, 0, start)}"


def scan_file(file: Path) -> tuple[Scanned | None, list[Problem]]:
    """Return a file's text with its numerals; `None` when the file is no text, or this Python misreads numbers."""
    raw, problems = read_raw(file)
    problems = list(check_reader()) or problems
    if raw is None or problems:
        return None, problems
    captured = read_captured_text(raw.text)
    numerals = read_numerals(captured.seen)
    scanned = Scanned(
        text=captured.seen,
        numerals=numerals,
        source=raw.source,
        offsets=[raw.offsets[captured.place(offset)] for offset in range(len(captured.seen) + 1)],
        unread=tuple(find_unread_digits(captured.seen, numerals)),
    )
    return scanned, []
