"""Hidden characters of official pages: where a report may have them, and the report without them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import islice

from ..model.captured import HIDDEN, CapturedText, drop_hidden, read_captured_text
from ..problems import Problem
from .read_files import MAX_INVISIBLE_PER_FILE, SourceFile, create_invisible_problem
from .spans import AnnotatedLine
from .text_differences import OfficialLine

BRACES = re.compile(r"\][^\[\]{}]{0,3}\{[^{}]*\}")
"""What stands behind the words of a tag, also of one that cannot be read."""


def check_written(source: SourceFile, first_line: int) -> list[Problem]:
    """Return problems for hidden characters in what staff write: the front matter and the braces of tags."""
    found = (
        create_invisible_problem(source, number, match.start() + 1)
        for number, written in enumerate(source.lines, start=1)
        for match in HIDDEN.finditer(written)
        if number < first_line or any(start < match.start() < end for start, end in _list_braces(written))
    )
    return list(islice(found, MAX_INVISIBLE_PER_FILE))


def _list_braces(written: str) -> list[tuple[int, int]]:
    return [match.span() for match in BRACES.finditer(written)]


def read_seen(
    body: str, lines: list[AnnotatedLine], official: list[OfficialLine]
) -> tuple[CapturedText, list[AnnotatedLine], list[OfficialLine]]:
    """Return the body as captured and as seen, and both kinds of lines as seen, with offsets in the seen body."""
    captured = read_captured_text(body)
    if not captured.hidden:
        return captured, lines, official
    seen = [replace(line, start=captured.see(line.start), text=drop_hidden(line.text)) for line in official]
    return captured, [_drop_from(line) for line in lines], seen


def _drop_from(line: AnnotatedLine) -> AnnotatedLine:
    text = read_captured_text(line.text)
    kept = [offset for offset in range(len(line.text)) if HIDDEN.match(line.text, offset) is None]
    return replace(
        line,
        text=text.seen,
        columns=tuple(line.columns[offset] for offset in (*kept, len(line.text))),
        spans=tuple(
            replace(span, start=bisect_left(kept, span.start), end=bisect_left(kept, span.end))
            for span in line.spans
        ),
    )
