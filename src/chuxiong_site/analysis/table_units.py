"""Numbers in cells of tables → the units that heads, a column of units or the lines above say for them.

Only a number that is all its cell says is given one, and only where one unit is said: 「单位：个、万人」 says none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..model.numeral import Numeral, NumeralKind, describe_decimal
from ..model.place import Span
from ..model.report import Report
from ..model.table import Table
from .cell_names import find_cell
from .numerals import read_numerals

BRACKET = re.compile(r"[（(]([^（）()]{1,16})[）)]\**$")
PER_CENT = re.compile(r"[^（(]([%％‰])\**$")
SAID = re.compile(r"(?:计量)?单位\s*[:：]\s*([^\s（）()]+)")
COLUMN = re.compile(r"(?:计量)?单位")
JOINTS = re.compile("[、，,；;]|及|和|或")
RATE_HEAD = re.compile("增长|增减|增速|比重|占比|构成|位次|排名|名次|序号|指数|±|率$|比例")
"""Heads of numbers that are counted otherwise than the rest of their table, unless they say how themselves."""
PLACES = frozenset("省州市县区镇乡村国")
"""Words that count and name places: 青石（镇） is no number of towns."""
SCALES = re.compile("[万亿千百]")
NONE = ""


def add_table_units(report: Report, numerals: Iterable[Numeral]) -> Iterator[Numeral]:
    """Yield the numerals; those of cells without a measure word in the unit that their table says."""
    for numeral in numerals:
        is_bare = numeral.kind is NumeralKind.FACT and not numeral.unit and numeral.value is not None
        found = find_cell(report, numeral.span) if is_bare and not numeral.members else None
        yield _add_unit(numeral, find_unit_words(report, *found)) if found else numeral


def find_unit_words(report: Report, table: Table, row: int, column: int) -> str:
    """Return the unit that a table says for a cell, as printed: 万人; empty where it says none or several.

    The nearest word counts: that of the column's head, of a column of units, of the row's head, of the lines above.
    """
    return next((said for said in _list_said(report, table, row, column) if said is not None), NONE)


def _list_said(report: Report, table: Table, row: int, column: int) -> Iterator[str | None]:
    """Yield what each place says, from the nearest on; empty where it rules out the rest."""
    columns = [_show(report, cell) for cell in table.list_column_heads(column)]
    yield from (_read_head(head) for head in reversed(columns))
    yield _rule_out_rates(columns)
    yield _read_unit_column(report, table, row)
    rows = [_show(report, cell) for cell in table.list_row_heads(row)]
    yield from (_read_head(head) for head in reversed(rows))
    yield _rule_out_rates(rows)
    yield _read_notes(report, table)


def _rule_out_rates(heads: Sequence[str]) -> str | None:
    return NONE if any(RATE_HEAD.search(BRACKET.sub("", head)) for head in heads) else None


def is_unit(words: str) -> bool:
    """Tell whether words are one unit that the reader of numerals knows: 万人, %, 元/吨."""
    return _read_unit(words) is not None


def _show(report: Report, cell: Span) -> str:
    return report.display.of(cell).strip("* \u3000")


def _read_head(head: str) -> str | None:
    """Return the unit that a head ends with, empty for several; `None` where it says none."""
    match = BRACKET.search(head) or PER_CENT.search(head)
    return _read_words(match[1]) if match else None


def _read_words(words: str) -> str | None:
    if is_unit(words):
        return words
    pieces = JOINTS.split(words)
    return NONE if len(pieces) > 1 and any(map(is_unit, pieces)) else None


def _read_unit_column(report: Report, table: Table, row: int) -> str | None:
    """Return what a row says in the column of units; `None` in a table without one."""
    for column in range(len(table.rows[row])):
        heads = [_show(report, cell) for cell in table.list_column_heads(column)]
        if any(COLUMN.fullmatch(head.replace(" ", "")) for head in heads):
            return _read_words(_show(report, table.rows[row][column])) or NONE
    return None


def _read_notes(report: Report, table: Table) -> str:
    """Return the unit that the lines above, or a title inside the table, say for all; empty for none or several."""
    lines = [*table.notes, *(cells[0] for cells in table.rows[: table.head_rows])]
    shown = [_show(report, line) for line in lines]
    said = [match[1] for line in shown if (match := SAID.search(line))]
    if said:
        return said[0] if len(set(said)) == 1 and is_unit(said[0]) else NONE
    captions = [_show(report, line) for line in table.notes]
    found = {unit for line in captions if (unit := _read_head(line))}
    return found.pop() if len(found) == 1 else NONE


def _add_unit(numeral: Numeral, words: str) -> Numeral:
    read = _read_unit(words) if words else None
    if read is None or numeral.value is None or numeral.resolution is None:
        return numeral
    scale, unit = read
    if scale != 1 and SCALES.search(numeral.text):
        return numeral
    upper = None if numeral.upper is None else _scale(numeral.upper, scale)
    return replace(
        numeral,
        value=_scale(numeral.value, scale),
        upper=upper,
        resolution=_scale(numeral.resolution, scale),
        unit=unit,
        unit_words=words,
    )


def _scale(number: Decimal, scale: Decimal) -> Decimal:
    """Return the product without idle zeros: 1.2 × 10000 → 12000."""
    return Decimal(describe_decimal(number * scale))


def _read_unit(words: str) -> tuple[Decimal, str] | None:
    """Return scale and unit of words that the grammar reads whole after a 1: 万人 → 10000, 人."""
    if not words or words[0].isdigit() or words in PLACES:
        return None
    read: Sequence[Numeral] = read_numerals(f"1{words}")
    if len(read) != 1 or read[0].text != f"1{words}" or read[0].kind is not NumeralKind.FACT:
        return None
    one = read[0]
    is_plain = one.value is not None and one.per is None and not one.members and one.qualifier is None
    return (one.value, one.unit) if is_plain and one.unit and one.value else None
