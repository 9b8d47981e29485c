"""Numbers that stand in one sentence and are not compared: set large, each with its name, and nothing drawn."""

from __future__ import annotations

from ...model.chart_forms import Drawing
from ..figures import compute_figures
from .form import Form, choose_only, describe_rows, name_indicator

FIGURES = Form(
    choose=choose_only(Drawing.FIGURES),
    layouts={Drawing.FIGURES: compute_figures},
    describe=describe_rows,
    label=name_indicator,
)
