"""Numbers whose relation `checks.yaml` states: one bar each, labels above, values at the ends."""

from __future__ import annotations

from ...model.chart_forms import Drawing
from ..stack import compute_bar_stack
from .form import Form, choose_only, describe_rows, name_indicator

BARS = Form(
    choose=choose_only(Drawing.BARS),
    layouts={Drawing.BARS: compute_bar_stack},
    describe=describe_rows,
    label=name_indicator,
)
