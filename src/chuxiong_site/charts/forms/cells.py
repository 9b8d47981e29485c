"""Numbers small enough to be counted: a cell a unit, a row each; set as figures where one has grown too large."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.chart import ChartRow
from ...model.chart_forms import Drawing
from ..cells import compute_cells
from ..countable import are_countable
from ..figures import compute_figures
from .form import Form, describe_rows, name_indicator


def choose_cells(rows: Sequence[ChartRow]) -> Drawing:
    """Return cells, or figures where nobody would count them."""
    return Drawing.CELLS if are_countable(rows) else Drawing.FIGURES


CELLS = Form(
    choose=choose_cells,
    layouts={Drawing.CELLS: compute_cells, Drawing.FIGURES: compute_figures},
    describe=describe_rows,
    label=name_indicator,
)
