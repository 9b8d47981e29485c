"""A table of the official text. Offsets are code points of the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .place import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, all of one length; an empty cell is an empty span."""

    rows: tuple[tuple[Span, ...], ...]
    lines: tuple[Span, ...]
    """The paragraph of each row."""
    head_rows: int
    """How many rows at the top say what the columns are."""
    head_columns: int
    """How many columns at the left say what the rows are."""
    notes: tuple[Span, ...] = ()
    """The paragraphs right above: title, unit."""

    @property
    def span(self) -> Span:
        """From the first to the last code point of its rows."""
        return Span(start=self.lines[0].start, end=self.lines[-1].end)

    def find(self, span: Span) -> tuple[int, int] | None:
        """Return row and column of the cell that holds a span; `None` outside the table."""
        if not self.span.contains(span):
            return None
        return next(
            (
                (row, column)
                for row, cells in enumerate(self.rows)
                for column, cell in enumerate(cells)
                if cell.end > cell.start and cell.contains(span)
            ),
            None,
        )

    def list_row_heads(self, row: int) -> list[Span]:
        """Return the cells that say what a row is, those of the rows above for what goes on below them."""
        cells = []
        for column in range(self.head_columns):
            above = (self.rows[at][column] for at in range(row, self.head_rows - 1, -1))
            cells.append(next((cell for cell in above if cell.end > cell.start), None))
        own = [column for column in range(self.head_columns) if self._holds(row, column)]
        first = own[0] if own else self.head_columns
        return [
            cell
            for column, cell in enumerate(cells)
            if cell is not None and (column <= first or column in own)
        ]

    def list_column_heads(self, column: int) -> list[Span]:
        """Return the cells that say what a column is, those at the left for what they stretch over."""
        cells = []
        for row in range(self.head_rows):
            left = (self.rows[row][at] for at in range(column, -1, -1))
            cell = next((cell for cell in left if cell.end > cell.start), None)
            if cell is not None and cell not in cells:
                cells.append(cell)
        return cells

    def _holds(self, row: int, column: int) -> bool:
        cell = self.rows[row][column]
        return cell.end > cell.start


def find_table(tables: Sequence[Table], span: Span) -> tuple[Table, int, int] | None:
    """Return the table that a span stands in, with row and column; `None` outside of tables."""
    for table in tables:
        if (place := table.find(span)) is not None:
            return table, *place
    return None
