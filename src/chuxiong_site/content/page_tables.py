"""A table of a web page → its rows with every cell in its column; tables that only lay a page out are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from .page_elements import read_cell

PARTS = frozenset({"tbody", "thead", "tfoot"})
LONG = 500
"""Characters: a cell that holds more is a piece of a page."""
PARAGRAPHS = 3
PARAGRAPH = 60
"""So is one with several paragraphs of this length."""
MAX_SPAN = 60
"""Columns or rows that one cell may take; more is a mistake or an attack."""
_BREAKS = re.compile(r"\s+")


def is_table(table: LexborNode) -> bool:
    """Tell whether a table holds data: several columns, no table inside, no cell with a piece of a page."""
    if any(child.css_first("table") is not None for child in table.iter()):
        return False
    rows = [list(_list_cells(row)) for row in _list_rows(table)]
    if max(map(len, rows), default=0) < 2:
        return False
    return not any(_is_page(cell) for row in rows for cell in row)


def list_rows(table: LexborNode) -> list[list[str]]:
    """Return the rows, all of the same length; the other places of a cell that spans several are empty."""
    grid: list[dict[int, str]] = []
    nodes = list(_list_rows(table))
    for index, row in enumerate(nodes):
        _extend(grid, index + 1)
        column = 0
        for cell in _list_cells(row):
            while column in grid[index]:
                column += 1
            wide, high = _read_span(cell, "colspan"), min(_read_span(cell, "rowspan"), len(nodes) - index)
            _extend(grid, index + high)
            for below in range(high):
                for right in range(wide):
                    grid[index + below].setdefault(column + right, "")
            grid[index][column] = read_cell(cell)
            column += wide
    width = max((max(row, default=-1) for row in grid), default=-1) + 1
    rows = [[row.get(column, "") for column in range(width)] for row in grid]
    return _drop_empty([row for row in rows if any(cell.strip() for cell in row)])


def read_caption(table: LexborNode) -> str:
    """Return the words of a table's caption."""
    caption = next((child for child in table.iter() if child.tag == "caption"), None)
    return "" if caption is None else caption.text()


def _extend(grid: list[dict[int, str]], length: int) -> None:
    grid.extend({} for _ in range(length - len(grid)))


def _drop_empty(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows without columns that are empty in all of them."""
    kept = [
        index for index, cells in enumerate(zip(*rows, strict=True)) if any(cell.strip() for cell in cells)
    ]
    return [[row[index] for index in kept] for row in rows]


def _list_rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in PARTS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _list_cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in {"td", "th"})


def _read_span(cell: LexborNode, name: str) -> int:
    match = re.match(r"\s*(\d{1,4})", cell.attributes.get(name) or "")
    return max(1, min(int(match[1]), MAX_SPAN)) if match else 1


def _is_page(cell: LexborNode) -> bool:
    long = sum(len(_BREAKS.sub("", part.text())) >= PARAGRAPH for part in cell.css("p, div"))
    return long >= PARAGRAPHS or len(_BREAKS.sub("", cell.text())) > LONG
