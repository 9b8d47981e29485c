"""Counts of one unit: one bar each, labels above, values at the ends."""

from __future__ import annotations

from ..stack import compute_bar_stack
from .form import Form, describe_rows, name_indicator

BARS = Form(compute_layout=compute_bar_stack, describe=describe_rows, label=name_indicator)
