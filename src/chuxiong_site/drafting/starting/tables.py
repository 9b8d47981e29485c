"""Where a text has tables: lines of cells between tabs or bars, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

LEAST = 2
"""Rows of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table: its first line, counted from 1 in the text, rows and columns."""

    line: int
    rows: int
    columns: int


def find_tables(text: str) -> tuple[FoundTable, ...]:
    """Return the tables of a text in order; blank lines between rows do not end one."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    found = []
    for is_row, group in groupby(lines, key=lambda pair: _count_cells(pair[1]) > 1):
        rows = list(group)
        if is_row and len(rows) >= LEAST:
            columns = max(_count_cells(line) for _, line in rows)
            found.append(FoundTable(line=rows[0][0], rows=len(rows), columns=columns))
    return tuple(found)


def _count_cells(line: str) -> int:
    """Return how many cells a line has, 1 for one that is no row."""
    bars = line.strip()
    if bars.startswith("|") and bars.endswith("|") and len(bars) > 1:
        return bars.count("|") - 1
    return line.count("\t") + 1 if line.strip("\t").strip() else 1
