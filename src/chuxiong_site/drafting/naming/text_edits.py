"""Change some characters of a content file and no other byte: comments, order, quoting and line ends stay."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from itertools import accumulate

from ...model.place import Place
from ...model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """Characters that others take the place of."""

    file: str
    """Relative to the content folder, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """Code points from 1, as staff's editors count."""
    length: int
    """Code points that go, a line end counted as one; 0 where words come in between two."""
    words: str
    """What stands there then; new lines of it end as those of the file do."""

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(file=self.file, line=self.line, column=self.column, length=self.length)


def split_lines(data: bytes) -> tuple[list[str], str]:
    """Return the lines of a file without their ends, as the reader counts them, and how they end."""
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    if "\n" not in text:
        return text.split("\r"), "\r" if "\r" in text else "\n"
    return text.split("\n"), "\r\n" if "\r\n" in text else "\n"


def apply_edits(data: bytes, edits: Iterable[TextEdit]) -> bytes:
    """Return a file with edits that do not overlap; their places are those in the file as it was, and what comes in at one place keeps its order."""
    lines, end = split_lines(data)
    text = ("\r" if end == "\r" else "\n").join(lines)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    ordered = sorted(edits, key=lambda edit: (edit.line, edit.column))
    for edit in reversed(ordered):
        first = starts[edit.line - 1] + edit.column - 1
        assert first + edit.length <= len(text), f"no such place: {edit}"
        text = text[:first] + edit.words.replace("\n", end) + text[first + edit.length :]
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return bom + text.encode("utf-8")
