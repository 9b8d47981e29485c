"""Findings → chart records → picture, table, sentence and Plotly figure, all from one record. Pure."""

from .describe import describe_chart
from .picture import picture_id, picture_size, render_picture
from .plotly_figure import compute_plotly_figure
from .records import compute_chart_records, compute_left_out_charts
from .shown import describe_value
from .source import describe_source
from .standalone import render_standalone
from .table import ChartTable, ChartTableRow, compute_chart_table
from .view import ChartView, compute_chart_view, render_json

__all__ = [
    "ChartTable",
    "ChartTableRow",
    "ChartView",
    "compute_chart_records",
    "compute_chart_table",
    "compute_chart_view",
    "compute_left_out_charts",
    "compute_plotly_figure",
    "describe_chart",
    "describe_source",
    "describe_value",
    "picture_id",
    "picture_size",
    "render_json",
    "render_picture",
    "render_standalone",
]
