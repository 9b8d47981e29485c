"""Four digits in a cell: a year in prose, a quantity in a column of quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..model.numeral import Numeral, NumeralKind
from ..model.table import Table, find_table

FOUR_DIGITS = re.compile(r"[12][0-9]{3}")
YEARS = range(1900, 2101)
FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def read_cell_numbers(body: str, numerals: Iterable[Numeral], tables: Sequence[Table]) -> Iterator[Numeral]:
    """Yield the numerals, those that stand alone in a cell among quantities as quantities.

    Where all figures of a column may be years, they stay years.
    """
    for numeral in numerals:
        found = find_table(tables, numeral.span) if numeral.kind is NumeralKind.YEAR else None
        if found is None or not FOUR_DIGITS.fullmatch(numeral.text):
            yield numeral
            continue
        table, row, column = found
        alone = table.rows[row][column].of(body).strip("* ") == numeral.text
        inside = row >= table.head_rows and column >= table.head_columns
        if alone and inside and _holds_quantities(body, table, column):
            yield replace(numeral, kind=NumeralKind.FACT, value=Decimal(numeral.text), resolution=Decimal(1))
        else:
            yield numeral


def _holds_quantities(body: str, table: Table, column: int) -> bool:
    """Tell whether a column has a figure that is no year."""
    words = (row[column].of(body).strip("* ") for row in table.rows[table.head_rows :])
    figures = [word.replace(",", "") for word in words if FIGURE.fullmatch(word)]
    return any("." in figure or int(figure) not in YEARS for figure in figures)
