"""Lines of a captured text → its paragraphs: lines broken at the margin are joined, one line of many paragraphs is parted.

Only what the text shows is used: how full a line is, whether it ends a sentence, how the next one begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from ..model.place import Span
from ..model.records import dataclass
from .heading_forms import read_heading_candidate
from .page_furniture import find_furniture

ENDS = "。！？；：…!?;:”’」』）)》]】"
"""How lines end that may end a paragraph."""
STOPS = "。！？…!?”’」』"
NARROWEST, WIDEST = 40, 140
"""Columns, of which a Hanzi takes two. Longer lines were not broken at a margin."""
RAGGED = 8
"""Columns by which a full line may be shorter than the widest: a word or number that did not fit."""
NEAR = 6
"""So many lines before and after a line have the same margin."""
FEWEST = 12
"""Full lines, from which on a text may have been broken at the margin."""
CELLS = re.compile(r"\t|\|[^|\n]*\|")
CAPTION = re.compile(r"\s*[*]{0,2}(?:图|表|附表|附图)\s*[0-9一二三四五六七八九十]")
INDENT = re.compile(r"(?:\u3000| {2,}|\t)")
MANY = 200
"""A line longer than this may hold several paragraphs, parted by their indents."""
INNER_INDENT = re.compile(r"(?<=\S)(?=\s*\u3000{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The paragraphs of a body."""

    paragraphs: tuple[Span, ...]
    """In order; blank lines are in none, or inside one that runs over a page break."""
    omitted: tuple[tuple[Span, str], ...]
    """What is no text of the report, with what it is."""
    is_flowing: bool
    """Whether paragraphs and lines of the body differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    span: Span
    text: str
    is_furniture: bool
    gap: bool
    """Whether a blank line or a page break stands before it."""


def structure_layout(body: str, title_lines: int = 1) -> Layout:
    """Return the paragraphs of a body and what in it is no text; its title takes so many lines."""
    texts = body.split("\n")
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    found = find_furniture(texts)
    whole = {
        index for index, start, end, kind in found if kind != "markup" and end - start == len(texts[index])
    }
    lines = _list_lines(texts, starts, whole)
    ends = sum(len(text) + 1 for text in texts[:title_lines])
    title = [line for line in lines if line.span.start < ends]
    rest = lines[len(title) :]
    groups = [title, *_join(rest, _find_margins(rest))] if title else _join(rest, _find_margins(rest))
    paragraphs = [part for group in groups for part in _part(body, group)]
    return Layout(
        paragraphs=tuple(paragraphs),
        omitted=tuple((Span(start=starts[i] + a, end=starts[i] + b), kind) for i, a, b, kind in found),
        is_flowing=len(paragraphs) != len(lines) or any(len(group) > 1 for group in groups),
    )


def _list_lines(texts: Sequence[str], starts: Sequence[int], furniture: set[int]) -> list[_Line]:
    lines: list[_Line] = []
    gap = False
    for index, text in enumerate(texts):
        if text.strip():
            span = Span(start=starts[index], end=starts[index] + len(text))
            lines.append(_Line(span=span, text=text, is_furniture=index in furniture, gap=gap))
        gap = not text.strip()
    return lines


def _measure(text: str) -> int:
    """Return how many columns a line takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text.rstrip())


def _find_margins(lines: Sequence[_Line]) -> list[int]:
    """Return for each line the columns at which the lines about it were broken; 0 for a text that was not broken."""
    widths = [0 if line.is_furniture or CELLS.search(line.text) else _measure(line.text) for line in lines]
    margins = [max(widths[max(0, index - NEAR) : index + NEAR + 1]) for index in range(len(widths))]
    full = [
        index
        for index, (width, margin) in enumerate(zip(widths, margins, strict=True))
        if NARROWEST <= margin <= WIDEST and width >= margin - RAGGED
    ]
    open_ended = [index for index in full if lines[index].text.rstrip()[-1] not in STOPS]
    is_broken = len(full) >= max(FEWEST, sum(map(bool, widths)) // 4) and len(open_ended) * 2 > len(full)
    return [margin if is_broken and NARROWEST <= margin <= WIDEST else 0 for margin in margins]


def _join(lines: Sequence[_Line], margins: Sequence[int]) -> list[list[_Line]]:
    """Return the lines of each paragraph; page numbers inside one stand between its lines."""
    groups: list[list[_Line]] = []
    waiting: list[_Line] = []
    """Furniture since the last line of text."""
    for line, margin in zip(lines, margins, strict=True):
        if line.is_furniture:
            waiting.append(line)
            continue
        last = (
            next((other for other in reversed(groups[-1]) if not other.is_furniture), None)
            if groups
            else None
        )
        if last is not None and _goes_on(last, line, margin, is_over_page=bool(waiting)):
            groups[-1] += [*waiting, line]
        else:
            groups += [[other] for other in waiting] + [[line]]
        waiting = []
    return groups + [[other] for other in waiting]


def _goes_on(last: _Line, line: _Line, margin: int, *, is_over_page: bool) -> bool:
    """Tell whether a line continues the paragraph of the last one."""
    if any(CELLS.search(other.text) or CAPTION.match(other.text) for other in (last, line)):
        return False
    closed = ENDS if is_over_page else STOPS
    if INDENT.match(line.text) or _begins(line.text) or last.text.rstrip()[-1] in closed:
        return False
    if is_over_page:
        return (
            _measure(last.text) >= MANY // 4
            and re.search(r"[，、]|[\u4e00-\u9fff]{8}", line.text) is not None
        )
    return margin > 0 and not line.gap and _measure(last.text) >= margin - RAGGED


def _begins(text: str) -> bool:
    """Tell whether a line begins a paragraph: with the mark of a heading, or of an item."""
    return (
        read_heading_candidate(text) is not None or re.match(r"\s*[\[［【][0-9]+[\]］】]", text) is not None
    )


def _part(body: str, group: Sequence[_Line]) -> list[Span]:
    """Return the paragraphs of a line that holds several, or of lines that are one."""
    span = Span(start=group[0].span.start, end=group[-1].span.end)
    if len(group) > 1 or len(group[0].text) <= MANY:
        return [span]
    cuts = [match.start() for match in INNER_INDENT.finditer(span.of(body))]
    edges = [0, *cuts, span.end - span.start]
    return [
        Span(start=span.start + first, end=span.start + last)
        for first, last in pairwise(edges)
        if last > first
    ]
