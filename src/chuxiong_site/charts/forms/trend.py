"""One indicator over the years: a bar a year from zero, the oldest first, the newest emphasised."""

from __future__ import annotations

from ...model.chart import ChartRecord
from ...model.chart_forms import Drawing
from ..layout import Layout
from ..source import describe_point
from ..stack import compute_bar_stack
from .form import Form, choose_only


def compute_trend_layout(record: ChartRecord) -> Layout:
    """Return the years' bars with the years beside them."""
    return compute_bar_stack(record, beside=True)


def describe_trend(record: ChartRecord) -> str:
    """Return the printed numbers year by year, without words of rise or fall."""
    return f"{record.subject}：" + "；".join(f"{row.label}为{row.shown}" for row in record.rows) + "。"


TREND = Form(
    choose=choose_only(Drawing.BARS),
    layouts={Drawing.BARS: compute_trend_layout},
    describe=describe_trend,
    label=describe_point,
    row_header="年份",
    emphasis=-1,
)
