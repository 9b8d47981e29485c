"""Whether numbers can be shown as cells, one each."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.chart import ChartRow
from ..model.chart_forms import MOST_CELLS, Drawing


def are_countable(rows: Sequence[ChartRow]) -> bool:
    """Tell whether all values are whole numbers from one to sixty, printed as such, and one is given for each."""
    return all(_is_countable(row) for row in rows)


def _is_countable(row: ChartRow) -> bool:
    fact = row.fact
    is_whole = row.value == row.value.to_integral_value() and fact.resolution == 1
    return is_whole and 1 <= row.value <= MOST_CELLS and fact.upper is None and not fact.is_rounded


def choose_of_whole(rows: Sequence[ChartRow], otherwise: Drawing) -> Drawing:
    """Return cells of which the second row's are filled, where both are exact and it is not the larger; else the other."""
    whole, part = rows[0], rows[-1]
    fits = are_countable(rows) and whole.exact and part.exact and part.value <= whole.value
    return Drawing.CELLS if fits else otherwise
