"""One share: a hundred squares, as many filled as it says, and below them how it comes out of the printed numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.chart import ChartRow
from ...model.chart_forms import Drawing
from ...model.measures import PER_CENT
from ..figures import compute_figures
from ..squares import compute_squares
from ..units import HUNDRED
from .form import Form, describe_rows, name_indicator


def choose_share(rows: Sequence[ChartRow]) -> Drawing:
    """Return squares for a percentage that is printed as one number within 100; figures for 2.1‰, 上下限, 120%."""
    (row,) = rows
    fact = row.fact
    fits = fact.unit in PER_CENT and fact.upper is None and fact.per is None and 0 <= row.value <= HUNDRED
    return Drawing.SQUARES if fits else Drawing.FIGURES


SHARE = Form(
    choose=choose_share,
    layouts={Drawing.SQUARES: compute_squares, Drawing.FIGURES: compute_figures},
    describe=describe_rows,
    label=name_indicator,
    emphasis=0,
)
