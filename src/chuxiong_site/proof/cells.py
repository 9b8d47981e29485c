"""Prove what numbers in cells of tables are called and counted in: heads and units are looked up anew in the grid.

A name has to quote every head of the cell's own row and column, and no other; a unit that the number does not say
itself has to stand in one of them, in the row's cell under 单位, or above the table, and to fit the value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..model.findings import Fact, ReportFindings
from ..model.place import Span
from ..model.records import dataclass
from ..model.report import Report
from ..model.table import Table
from ..problems import Problem
from .faults import create_fault
from .lately import keep_last

FIGURES = re.compile(r"-?[0-9]+(?:[.][0-9]+)?")
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
SCALED = re.compile("([十百千万亿]*)(.+)")
WIDE = str.maketrans("（）％", "()%")
SEPARATORS = str.maketrans("０１２３４５６７８９．－−", "0123456789.--", ",， ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as words."""

    table: Table
    words: tuple[tuple[str, ...], ...]
    is_headed: bool
    """Whether each column in use has a head of its own."""

    @property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The rows above the numbers."""
        return self.words[: self.table.head_rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell below and beside heads that holds one number and nothing else."""

    grid: Grid
    row: int
    column: int

    @property
    def name(self) -> str:
        """What it is called by its heads; empty without any, and in a table whose columns are not all headed."""
        if not self.grid.is_headed:
            return ""
        pairs = ((self.row_heads, "行"), (self.column_heads, "栏"))
        return "、".join(f"「{'／'.join(words)}」一{kind}" for words, kind in pairs if words)

    @property
    def row_heads(self) -> list[str]:
        """What its row is, from the widest head to the narrowest."""
        return _say_row(self.grid, self.row)

    @property
    def column_heads(self) -> list[str]:
        """What its column is."""
        return _say_column(self.grid.heads, self.column)

    @property
    def year(self) -> str | None:
        """The one year that its heads begin with."""
        heads = [*self.column_heads, *self.row_heads]
        years = {head[:4] for head in heads if re.match("(?:19|20)[0-9]{2}(?:[年（(]|$)", head)}
        return years.pop() if len(years) == 1 and self.grid.is_headed else None


@keep_last
def read_grids(report: Report) -> tuple[Grid, ...]:
    """Return the tables of a report as words."""
    return tuple(_read_grid(report, table) for table in report.tables)


def _read_grid(report: Report, table: Table) -> Grid:
    words = tuple(tuple(report.display.of(cell).strip("* \u3000") for cell in cells) for cells in table.rows)
    heads, body = words[: table.head_rows], words[table.head_rows :]
    used = {
        at
        for cells in body
        for at, said in enumerate(cells[table.head_columns :], start=table.head_columns)
        if said
    }
    is_headed = not heads or all(any(cells[at] for cells in heads) for at in used)
    return Grid(table=table, words=words, is_headed=is_headed)


def locate_cell(report: Report, grids: Sequence[Grid], number: Span) -> Cell | None:
    """Return the cell of which a number is the whole."""
    for grid in grids:
        table = grid.table
        if not table.lines[0].start <= number.start < table.lines[-1].end:
            continue
        row = bisect_right([line.start for line in table.lines], number.start) - 1
        if row < table.head_rows:
            return None
        for column, cell in enumerate(table.rows[row][table.head_columns :], start=table.head_columns):
            if cell.start <= number.start and number.end <= cell.end:
                around = report.body[cell.start : number.start] + report.body[number.end : cell.end]
                is_whole = not re.sub("[*+＋ \u3000]", "", around)
                return Cell(grid=grid, row=row, column=column) if is_whole else None
    return None


def _say_column(heads: Sequence[Sequence[str]], column: int) -> list[str]:
    """Return the heads over a column: in each row its own, or the last one at the left before a column that is headed higher up."""
    said: list[tuple[int, int]] = []
    for row, cells in enumerate(heads):
        taken = 0
        for at in range(column + 1):
            if cells[at]:
                taken = at
            elif any(heads[above][at] for above in range(row)):
                taken = -1
        if taken >= 0 and cells[taken]:
            said.append((row, taken))
    words = [heads[row][at] for row, at in said]
    return [word for word in words if not re.match("(?:计量)?单位[：:]", word)]


def _say_row(grid: Grid, row: int) -> list[str]:
    """Return the heads beside a row: each at its left, that of a row above where it goes on."""
    table, words = grid.table, grid.words
    said: list[str] = [""] * table.head_columns
    open_columns = table.head_columns
    at = row
    while open_columns and at >= table.head_rows:
        filled = [column for column in range(table.head_columns) if words[at][column]]
        for column in filled if at == row else [column for column in filled if column < open_columns]:
            said[column] = words[at][column]
        open_columns = min([open_columns, *filled])
        at -= 1
    group = table.groups[row] if table.groups else None
    above = [words[group][0]] if group is not None and group < row and not any(words[group][1:]) else []
    return [word for word in (*above, *said) if word]


def check_units(report_findings: ReportFindings) -> Iterator[Problem]:
    """Yield every number whose unit comes from its table and that the table does not bear out."""
    report = report_findings.report
    grids = read_grids(report)
    for fact in report_findings.facts:
        if fact.unit_words and not _is_borne_out(report, grids, fact):
            found = f"{fact.id} 的单位取自表里的「{fact.unit_words}」"
            yield create_fault(f"{report.id}/facts.html", found, "它的表头或表前写的单位，和照它换算的值")


def _is_borne_out(report: Report, grids: Sequence[Grid], fact: Fact) -> bool:
    cell = locate_cell(report, grids, fact.span)
    match = SCALED.fullmatch(fact.unit_words)
    if cell is None or match is None:
        return False
    said = [
        *_say_column(cell.grid.heads, cell.column),
        *_say_row(cell.grid, cell.row),
        *cell.grid.words[cell.row],
        *(report.display.of(note) for note in cell.grid.table.notes),
        *(words[0] for words in cell.grid.heads),
    ]
    scale = 1
    for char in match[1]:
        scale *= SCALES[char]
    figure = FIGURES.match(fact.display.translate(SEPARATORS))
    value = Decimal(figure[0]) * scale if figure else None
    is_fitting = (value, match[2].translate(WIDE)) == (fact.value, fact.unit.translate(WIDE))
    return is_fitting and any(fact.unit_words in words for words in said)
