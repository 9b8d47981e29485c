"""What a number in a cell of a table is called until somebody names it: its row and its column, by their heads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.place import Span
from ..model.report import Report
from ..model.table import Table, find_table

JOINT = "／"
YEAR = re.compile("((?:19|20)[0-9]{2})(?:年|$|[（(])")
"""How a head begins that says of which year its numbers are."""
UNIT_LINE = ("单位：", "计量单位：", "单位:", "计量单位:")
"""Lines inside a table that say its unit are no heads."""


def quote_heads(report: Report, number: Span) -> str:
    """Return 「原煤」一行、「1995年产量」一栏; empty where the number is not alone in a cell with heads."""
    found = find_cell(report, number)
    return describe_cell(report, *found) if found else ""


def read_head_year(report: Report, number: Span) -> str | None:
    """Return the year that the heads of a number's cell begin with; `None` where they say none or several."""
    found = find_cell(report, number)
    if found is None:
        return None
    table, row, column = found
    heads = [*table.list_column_heads(column), *table.list_row_heads(row)]
    years = {match[1] for head in heads if (match := YEAR.match(report.display.of(head).strip("* \u3000")))}
    return years.pop() if len(years) == 1 else None


def find_cell(report: Report, number: Span) -> tuple[Table, int, int] | None:
    """Return the table in which a number is a whole cell beside and below heads, with row and column."""
    found = find_table(report.tables, number)
    if found is None or not found[0].is_sound or not found[0].is_alone(number, report.body):
        return None
    table, row, column = found
    return found if row >= table.head_rows and column >= table.head_columns else None


def describe_cell(report: Report, table: Table, row: int, column: int) -> str:
    """Return a cell's row and column by their heads, joined; empty without any."""
    rows = join_heads(report, table.list_row_heads(row))
    columns = join_heads(report, table.list_column_heads(column))
    return "、".join([*([f"「{rows}」一行"] if rows else []), *([f"「{columns}」一栏"] if columns else [])])


def join_heads(report: Report, cells: Iterable[Span]) -> str:
    """Return heads as readers see them, from the widest to the narrowest: 申请人／自然人."""
    words = (report.display.of(cell).strip("* \u3000") for cell in cells)
    return JOINT.join(word for word in words if word and not word.startswith(UNIT_LINE))
