"""Paragraphs → tables: rows of cells between tabs or bars that follow one another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ..model.place import Span
from ..model.table import Table

ROW = re.compile(
    r"[^\t\n]*\S[^\t\n]*\t|\t[^\t\n]*\S[^\t\n]*\t|\t{2,}[^\t\n]*\S|\s*\|.*\|\s*$|[^|\n]*\S[^|\n]* \| "
)
"""A line of two cells at least, or of one with the borders of others."""
LEAST = 2
"""Rows of a table, and cells of one of its rows."""
NUMBER = re.compile(
    r"[-+±]?[0-9０-９][0-9０-９,，.．\s]*(?:[%％‰]|[万亿]?[\u4e00-\u9fff℃]{0,4})|[-—–…./／·＃#*＊]+"
)
"""What cells of figures hold: a number, with its unit too; a dash where there is none."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*年?(?:度|末)?")
MOST_HEADS = 3
CAPTION = re.compile(
    r"\s*\**(?:[附续]?表|[（(]?(?:计量)?单位)\s*[0-9一二三四五六七八九十:：]|.{0,60}表\**\s*$"
)
"""How lines above a table begin or end that belong to it."""
NOTES = 3


def is_row(line: str) -> bool:
    """Tell whether a line is a row of cells."""
    return ROW.match(line) is not None


def find_tables(
    body: str, paragraphs: Sequence[Span], omitted: Container[Span], listed: Container[Span] = frozenset()
) -> tuple[Table, ...]:
    """Return the tables among the paragraphs of a section.

    What is no text of the report (`omitted`) stands in none and ends none; entries of a list of contents (`listed`)
    are no rows.
    """
    tables: list[Table] = []
    rows: list[Span] = []
    above: list[Span] = []
    for paragraph in [*paragraphs, None]:
        if paragraph is not None and paragraph in omitted:
            continue
        if paragraph is not None and paragraph not in listed and is_row(paragraph.of(body)):
            rows.append(paragraph)
            continue
        if len(rows) >= LEAST and (table := _structure_table(body, rows, above)) is not None:
            tables.append(table)
        above = [] if rows else above
        rows = []
        above = [*above, paragraph][-NOTES:] if paragraph is not None else above
    return tuple(tables)


def _structure_table(body: str, lines: Sequence[Span], above: Sequence[Span]) -> Table | None:
    rows = [list(_cut_cells(body, line)) for line in lines]
    width = max(map(len, rows))
    if width < LEAST:
        return None
    full = [
        (*row, *[Span(start=line.end, end=line.end)] * (width - len(row)))
        for row, line in zip(rows, lines, strict=True)
    ]
    words = [[cell.of(body).strip("* ") for cell in row] for row in full]
    head_rows = _count_head_rows(words)
    return Table(
        rows=tuple(full),
        lines=tuple(lines),
        head_rows=head_rows,
        head_columns=_count_head_columns(words[head_rows:]),
        notes=tuple(_list_notes(body, above)),
    )


def _cut_cells(body: str, line: Span) -> Iterator[Span]:
    """Yield the cells of a row without the blanks at their edges."""
    text = line.of(body)
    mark = "\t" if "\t" in text else "|"
    start, end = 0, len(text)
    if mark == "|":
        start += text.index("|") + 1 if text.lstrip().startswith("|") else 0
        end = text.rindex("|") if text.rstrip().endswith("|") else end
    else:
        start += len(text) - len(text.lstrip("\u3000 "))
    at = start
    for piece in text[start:end].split(mark):
        left = len(piece) - len(piece.lstrip())
        words = piece.strip()
        yield Span(start=line.start + at + left, end=line.start + at + left + len(words))
        at += len(piece) + 1


def _is_figure(words: str) -> bool:
    return bool(NUMBER.fullmatch(words)) and not YEAR.fullmatch(words)


def _count_head_rows(words: Sequence[Sequence[str]]) -> int:
    """Return how many rows stand above the first one with figures; one where none has any."""
    first = next((index for index, row in enumerate(words) if any(map(_is_figure, row))), None)
    return min(MOST_HEADS, first) if first is not None else 1


def _count_head_columns(words: Sequence[Sequence[str]]) -> int:
    """Return how many columns at the left hold words rather than figures."""
    if not words:
        return 0
    count = 0
    for column in zip(*words, strict=True):
        filled = [cell for cell in column if cell]
        if filled and sum(map(_is_figure, filled)) * 2 > len(filled):
            break
        count += 1
    return count if count < len(words[0]) else 1


def _list_notes(body: str, above: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines right above a table that name it or its unit."""
    last = len(above)
    while last and CAPTION.match(above[last - 1].of(body)):
        last -= 1
    yield from above[last:]
