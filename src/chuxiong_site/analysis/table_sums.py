"""The totals in tables, compared with the sum of what they total. Nobody has to list them: heads say 合计.

A table does not always say what its total adds up: where the sum differs nothing is held against the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..model.check_specs import TableSum
from ..model.findings import CheckOutcome, CheckResult, Fact
from ..model.measures import RATE_UNITS
from ..model.place import Span
from ..model.records import dataclass
from ..model.report import Report
from ..model.table import Table
from .cell_names import describe_cell, find_cell
from .intervals import compute_interval, compute_sum
from .units import fold_unit

TOTAL = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?(?:[^，。：；、]{0,6}(?:合\s*计|总\s*计|小\s*计|共\s*计)数?|总\s*数)"
)
PARTIAL = re.compile(r"小\s*计")
OF_WHICH = re.compile("[#＃]|其中")
UNLIKE = re.compile("增长|增减|增速|比重|占比|构成|位次|排名|名次|序号|指数|±|率|比例|人均|户均|平均")
"""Heads of numbers that nobody adds up."""
BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
NOTHING = re.compile(r"[-—–…./／·*\s]*")
LEAST = 2
AGREES = "表里各项相加，与写的合计相符。"
DIRECTIONS = {"down": "各行相加", "across": "各栏相加"}
Trace = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A table with the facts in its cells, by row and column."""

    report: Report
    table: Table
    cells: dict[tuple[int, int], Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """The rows or the columns of a table with figures, as what their heads say."""

    traces: dict[int, Trace]
    """Line → its heads from the widest to the narrowest; empty where there is none."""
    groups: dict[int, int | None]

    def level(self, line: int) -> int | None:
        """Return the level of a line's heads that says total; `None` for a line that is none."""
        trace = self.traces[line]
        return next((level for level, words in enumerate(trace) if TOTAL.fullmatch(words)), None)

    def list_parts(self, total: int) -> list[int]:
        """Return the lines that a total adds up."""
        level = self.level(total)
        assert level is not None
        trace = self.traces[total]
        lines = [line for line in self.traces if self._is_beside(line, trace, level, self.groups[total])]
        parts = [line for line in lines if self.level(line) is None]
        if PARTIAL.search(trace[level]):
            return self._list_nearest(total, [line for line in lines if line not in parts], parts)
        return parts

    def _is_beside(self, line: int, trace: Trace, level: int, group: int | None) -> bool:
        other = self.traces[line]
        below = trace[level + 1 :]
        is_like = not any(below) or other[level + 1 :] == below
        is_whole = not any(OF_WHICH.match(words) for words in other) and not any(
            UNLIKE.search(words) for words in other[level:]
        )
        return other[:level] == trace[:level] and is_like and is_whole and self.groups[line] == group

    @staticmethod
    def _list_nearest(total: int, totals: Sequence[int], parts: Sequence[int]) -> list[int]:
        """Return the lines between a partial total and the total before it, or after it where they begin with one."""
        before = max((line for line in totals if line < total), default=-1)
        after = min((line for line in totals if line > total), default=total + len(parts) + len(totals) + 1)
        leads = parts[0] > min(totals) if parts and totals else False
        return [line for line in parts if (total < line < after if leads else before < line < total)]


def compute_table_sums(report: Report, facts: Sequence[Fact]) -> tuple[CheckResult, ...]:
    """Return a result for every total of a table that has at least two numbers to add up."""
    cells: dict[int, dict[tuple[int, int], Fact]] = {}
    for fact in facts:
        if (found := find_cell(report, fact.span)) is not None:
            table, row, column = found
            cells.setdefault(table.span.start, {}).setdefault((row, column), fact)
    return tuple(
        result
        for table in report.tables
        if table.span.start in cells
        for result in _compute_sums(_Sheet(report=report, table=table, cells=cells[table.span.start]))
    )


def _compute_sums(sheet: _Sheet) -> Iterator[CheckResult]:
    report, table, cells = sheet.report, sheet.table, sheet.cells
    rows, columns = _read_rows(report, table), _read_columns(report, table)
    for row in rows.traces:
        for column in columns.traces:
            total = cells.get((row, column))
            if total is None:
                continue
            if rows.level(row) is not None and not _is_unlike(total, columns.traces[column]):
                places = [(part, column) for part in rows.list_parts(row)]
                yield from _add_up(sheet, (row, column), places, "down")
            if columns.level(column) is not None and not _is_unlike(total, rows.traces[row]):
                places = [(row, part) for part in columns.list_parts(column)]
                yield from _add_up(sheet, (row, column), places, "across")


def _read_rows(report: Report, table: Table) -> _Lines:
    lines = range(table.head_rows, len(table.rows))
    groups = {row: table.groups[row] if table.groups else None for row in lines}
    traces = {row: _show(report, table.trace_row(row)) for row in lines}
    return _Lines(traces=traces, groups=groups)


def _read_columns(report: Report, table: Table) -> _Lines:
    lines = range(table.head_columns, len(table.rows[0]))
    traces = {column: _show(report, table.trace_column(column)) for column in lines}
    return _Lines(traces=traces, groups=dict.fromkeys(lines))


def _show(report: Report, heads: Sequence[Span | None]) -> Trace:
    return tuple(BRACKET.sub("", report.display.of(head).strip("* \u3000")) if head else "" for head in heads)


def _is_unlike(total: Fact, heads: Trace) -> bool:
    """Tell whether numbers of a line are not added up in the other direction: rates, ranks, averages."""
    is_rate = fold_unit(total.unit) in RATE_UNITS and total.value != 100
    return is_rate or (total.value != 100 and any(UNLIKE.search(words) for words in heads))


def _add_up(
    sheet: _Sheet, place: tuple[int, int], places: Sequence[tuple[int, int]], direction: str
) -> Iterator[CheckResult]:
    """Yield the result for one total; none where a part is no number, not exact or counted in another unit."""
    report, table, cells = sheet.report, sheet.table, sheet.cells
    total, parts = cells[place], [cells[at] for at in places if at in cells]
    others = [table.rows[row][column] for row, column in places if (row, column) not in cells]
    is_full = all(NOTHING.fullmatch(report.display.of(cell)) for cell in others)
    is_like = len({fold_unit(fact.unit) for fact in (*parts, total)}) == 1
    is_exact = all(fact.is_exact and fact.upper is None for fact in (*parts, total))
    if len(parts) < LEAST or not (is_full and is_like and is_exact):
        return
    start = report.captured.span(table.span).start
    spec = TableSum(
        id=f"table-{start}-{place[0] + 1}-{place[1] + 1}-{direction}",
        name=f"{describe_cell(report, table, *place)}：{DIRECTIONS[direction]}",
    )
    yield _compare(spec, tuple(parts), total)


def _compare(spec: TableSum, parts: tuple[Fact, ...], total: Fact) -> CheckResult:
    printed = compute_interval(total)
    holds = printed.meets(compute_sum([compute_interval(part) for part in parts]))
    computed = f"{sum((part.value for part in parts), Decimal()):f}{total.unit}"
    return CheckResult(
        spec=spec,
        inputs=(*parts, total),
        claim=total,
        formula=" + ".join(part.words for part in parts),
        computed=computed,
        interval=printed,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.UNVERIFIABLE,
        reason=AGREES if holds else f"表里没有写明怎样加总，各项相加是 {computed}。",
    )
