"""A table of the official text as a table of the page: the very cells, those that stretch over others joined."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from ...model.place import Span
from ...model.records import dataclass
from ...model.report import Report
from ...model.table import Table

FIGURE = re.compile(r"[-+±]?[0-9０-９].{0,15}")
"""A number, with its unit too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell of a page's table."""

    html: Markup
    """Empty where the official text has nothing."""
    scope: str
    """`col` or `row` for a cell that says what others are; else empty."""
    columns: int
    rows: int
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table of the official text."""

    label: str
    """What stands above it, for those who hear the page; empty where nothing does."""
    head: tuple[tuple[CellView, ...], ...]
    body: tuple[tuple[CellView, ...], ...]


def describe_table(report: Report, table: Table, render: Callable[[Span], Markup]) -> TableView:
    """Return the table with its cells rendered."""
    rows = tuple(
        tuple(
            _describe_cell(report, table, row, column, render)
            for column in range(len(table.rows[row]))
            if not _is_covered(table, row, column)
        )
        for row in range(len(table.rows))
    )
    return TableView(
        label=report.display.of(table.notes[0]).strip() if table.notes else "",
        head=rows[: table.head_rows],
        body=rows[table.head_rows :],
    )


def _describe_cell(
    report: Report, table: Table, row: int, column: int, render: Callable[[Span], Markup]
) -> CellView:
    cell = table.rows[row][column]
    scope = "col" if row < table.head_rows else "row" if column < table.head_columns else ""
    return CellView(
        html=render(cell) if cell.end > cell.start else Markup(),
        scope=scope if cell.end > cell.start else "",
        columns=_count_columns(table, row, column),
        rows=_count_rows(table, row, column),
        is_number=not scope and FIGURE.fullmatch(report.display.of(cell)) is not None,
    )


def _holds(table: Table, row: int, column: int) -> bool:
    cell = table.rows[row][column]
    return cell.end > cell.start


def _count_columns(table: Table, row: int, column: int) -> int:
    """Return how many columns a cell of the head stretches over: itself and the empty ones behind it."""
    if not _holds(table, row, column) or (row >= table.head_rows and column >= table.head_columns):
        return 1
    limit = len(table.rows[row]) if row < table.head_rows else table.head_columns
    end = column + 1
    while end < limit and not _holds(table, row, end) and not _is_below(table, row, end):
        end += 1
    return end - column


def _is_below(table: Table, row: int, column: int) -> bool:
    """Tell whether an empty cell of the head belongs to the one above it rather than to the one at its left."""
    return 0 < row < table.head_rows and _holds(table, row - 1, column)


def _count_rows(table: Table, row: int, column: int) -> int:
    """Return how many rows a head's cell stretches over: itself and the empty ones below it."""
    if not _holds(table, row, column):
        return 1
    in_head = row < table.head_rows
    if not in_head and column >= table.head_columns - 1:
        return 1
    end, limit = row + 1, table.head_rows if in_head else len(table.rows)
    width = _count_columns(table, row, column)
    while end < limit and _goes_on(table, end, column, width):
        end += 1
    return end - row


def _goes_on(table: Table, row: int, column: int, width: int) -> bool:
    """Tell whether the cells below are empty, while others of their row at the right are not."""
    cells = range(column, column + width)
    return not any(_holds(table, row, at) for at in cells) and any(
        _holds(table, row, at) for at in range(column + width, len(table.rows[row]))
    )


def _is_covered(table: Table, row: int, column: int) -> bool:
    """Tell whether another cell stretches over this one."""
    if _holds(table, row, column):
        return False
    for top in range(row, -1, -1):
        for left in range(column, -1, -1):
            if _holds(table, top, left):
                wide, high = _count_columns(table, top, left), _count_rows(table, top, left)
                if left + wide > column and top + high > row:
                    return True
                break
    return False
