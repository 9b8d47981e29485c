"""Money: one bar each. Amounts may overlap, so no total is drawn or said."""

from __future__ import annotations

from ...model.chart import ChartRecord
from ...model.chart_forms import Drawing
from ..stack import compute_bar_stack
from .form import Form, choose_only, describe_rows, name_indicator


def describe_amounts(record: ChartRecord) -> str:
    """Return the amounts, and that none of them is a total of others."""
    return describe_rows(record) + "各项分别列出，不作合计。"


AMOUNTS = Form(
    choose=choose_only(Drawing.BARS),
    layouts={Drawing.BARS: compute_bar_stack},
    describe=describe_amounts,
    label=name_indicator,
)
