"""Write the lines of an annotated copy: the words as captured, some of them in tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model.captured import CapturedText, drop_hidden
from ..model.place import Span
from ..model.raw_report import RawReport

NORMALISE = ("punctuation", "spaces")


def list_rules(raw: RawReport) -> str:
    """Return the display rules of the copy as YAML."""
    return f"[{', '.join([*NORMALISE, *['lines'] * raw.is_flowing])}]"


def write_line(raw: RawReport, line: Span, tags: Mapping[Span, str]) -> tuple[str, dict[Span, int]]:
    """Return a paragraph as captured with its tags, and the columns at which the tagged words begin.

    `tags` are spans of the body with what stands in their braces; with nothing, words stay as they are. What is no text
    of the report is tagged too. A hidden character stands before the seen one that follows it; line ends of the page
    are not written.
    """
    captured = raw.captured
    pieces: list[str] = []
    columns: dict[Span, int] = {}
    end, length = captured.place(line.start - 1) + 1 if line.start else 0, 0
    for span, attributes in sorted(_list_tags(raw, line, tags), key=lambda pair: pair[0]):
        start, after = captured.place(span.start), captured.place(span.end - 1) + 1
        before, words = _unbreak(captured, end, start), _unbreak(captured, start, after)
        columns[span] = length + len(before) + 1 + bool(attributes)
        written = f"[{words}]{{{attributes}}}" if attributes else words
        pieces += [before, written]
        length += len(before) + len(written)
        end = after
    return "".join([*pieces, _unbreak(captured, end, captured.place(line.end))]), columns


def _list_tags(raw: RawReport, line: Span, tags: Mapping[Span, str]) -> Iterable[tuple[Span, str]]:
    omitted = [(span, f"omit={kind}") for span, kind in raw.omitted if line.contains(span)]
    yield from omitted
    for span, attributes in tags.items():
        if line.contains(span) and not any(span.overlaps(other) for other, _ in omitted):
            yield span, attributes


def _unbreak(captured: CapturedText, start: int, end: int) -> str:
    """Return captured words without the line ends and the blank lines between them."""
    words = captured.text[start:end]
    if "\n" not in words:
        return words
    first, *inner, last = words.split("\n")
    return first + "".join(line for line in inner if drop_hidden(line).strip()) + last
