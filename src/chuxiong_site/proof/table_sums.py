"""Prove the totals of tables: what is added stands in the total's own row or column, under other heads than totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.findings import CheckResult
from ..model.report import Report
from ..problems import Problem
from .cells import WIDE, Cell, Grid, locate_cell
from .faults import create_fault

TOTAL = re.compile("(?:合|总|小|共)\\s*计|^总\\s*数$")
DIRECTIONS = {"down": ("column", "各行相加"), "across": ("row", "各栏相加")}


def check_table_sum(report: Report, grids: Sequence[Grid], check: CheckResult) -> Iterator[Problem]:
    """Yield a fault where a total is called otherwise, or adds up numbers of another line, twice, or of other units."""
    page = f"{report.id}/checks.html"
    cells = [locate_cell(report, grids, fact.span) for fact in check.inputs]
    found = [cell for cell in cells if cell is not None]
    line, said = DIRECTIONS[check.spec.id.rpartition("-")[2]]
    if len(found) < len(cells) or check.inputs[-1] != check.claim:
        yield create_fault(page, f"{check.spec.id} 用到表外的数", "同一张表里的数")
        return
    total, parts = found[-1], found[:-1]
    start = report.captured.span(total.grid.table.lines[0]).start
    direction = check.spec.id.rpartition("-")[2]
    if check.spec.id != f"table-{start}-{total.row + 1}-{total.column + 1}-{direction}":
        yield create_fault(page, check.spec.id, "表、行、栏的位置")
    if check.spec.name != f"{total.name}：{said}":
        yield create_fault(page, f"{check.spec.id} 叫「{check.spec.name}」", f"「{total.name}：{said}」")
    places = {(cell.row, cell.column) for cell in found}
    is_one_line = {(id(cell.grid), getattr(cell, line)) for cell in found} == {
        (id(total.grid), getattr(total, line))
    }
    if len(places) < len(found) or not is_one_line:
        yield create_fault(page, f"{check.spec.id} 加的数不在一行、一栏里", "总计所在的行或栏里的数，各一次")
    if not _is_total(total, direction) or any(_is_total(part, direction) for part in parts):
        yield create_fault(page, f"{check.spec.id} 加的数", "表头写着合计一类字的，是别的数的和")
    if len({fact.unit.translate(WIDE) for fact in check.inputs}) > 1:
        yield create_fault(page, f"{check.spec.id} 加的数单位不同", "同一种单位")


def _is_total(cell: Cell, direction: str) -> bool:
    """Tell whether the heads of a cell's row, or of its column, say that it totals others."""
    heads = cell.row_heads if direction == "down" else cell.column_heads
    return any(TOTAL.search(re.sub("[（(][^（()）]*[）)]$", "", head)) for head in heads)
