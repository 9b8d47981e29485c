"""A table of the official text. Offsets are code points of the body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from .place import Span
from .records import dataclass


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
    is_sound: bool = True
    """Whether each column with something below the heads has a head of its own; else its cells may be shifted."""
    groups: tuple[int | None, ...] = ()
    """For each row the one above that begins its group, 全部工业中：; `None` for rows of no group."""

    @property
    def span(self) -> Span:
        """From the first to the last code point of its rows."""
        return Span(start=self.lines[0].start, end=self.lines[-1].end)

    def find(self, span: Span) -> tuple[int, int] | None:
        """Return row and column of the cell that holds a span; `None` outside the table."""
        if not self.span.contains(span):
            return None
        row = bisect_right(self.lines, span.start, key=lambda line: line.start) - 1
        cells = enumerate(self.rows[row])
        return next(
            ((row, column) for column, cell in cells if cell.end > cell.start and cell.contains(span)), None
        )

    def list_row_heads(self, row: int) -> list[Span]:
        """Return the cells that say what a row is, those of the rows above for what goes on below them."""
        group = self.groups[row] if self.groups else None
        above = [self.rows[group][0]] if group is not None else []
        return [*above, *(head for head in self.trace_row(row) if head is not None)]

    def trace_row(self, row: int) -> tuple[Span | None, ...]:
        """Return the head beside a row in each column of heads, that of a row above where it goes on."""
        heads: list[Span | None] = [None] * self.head_columns
        limit = self.head_columns
        for at in range(row, self.head_rows - 1, -1):
            own = [column for column in range(self.head_columns) if self._holds(at, column)]
            for column in own:
                if at == row or column < limit:
                    heads[column] = self.rows[at][column]
            limit = min([limit, *own])
            if not limit:
                break
        return tuple(heads)

    def trace_column(self, column: int) -> tuple[Span | None, ...]:
        """Return the head over a column in each row of heads; `None` where the one above goes on."""
        return tuple(self._find_head(row, column) for row in range(self.head_rows))

    def list_column_heads(self, column: int) -> list[Span]:
        """Return the cells that say what a column is, those at the left for what they stretch over."""
        return list(dict.fromkeys(cell for cell in self.trace_column(column) if cell is not None))

    def _find_head(self, row: int, column: int) -> Span | None:
        """Return the cell of a head row that stands over a column; `None` where the one above goes on instead."""
        for at in range(column, -1, -1):
            if self._holds(row, at):
                return self.rows[row][at]
            if any(self._holds(above, at) for above in range(row)):
                return None
        return None

    def _holds(self, row: int, column: int) -> bool:
        cell = self.rows[row][column]
        return cell.end > cell.start

    def is_alone(self, span: Span, body: str) -> bool:
        """Tell whether a number is all that its cell says, but for blanks and bold type."""
        place = self.find(span)
        if place is None:
            return False
        cell = self.rows[place[0]][place[1]]
        around = body[cell.start : span.start] + body[span.end : cell.end]
        return not around.strip("* \u3000+＋")


def find_table(tables: Sequence[Table], span: Span) -> tuple[Table, int, int] | None:
    """Return the table that a span stands in, with row and column; `None` outside of tables."""
    for table in tables:
        if (place := table.find(span)) is not None:
            return table, *place
    return None
