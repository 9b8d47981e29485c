"""One indicator before and after: cells of which the later ones are filled, or two bars from zero."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.chart import ChartRecord, ChartRow
from ...model.chart_forms import Drawing
from ...model.findings import Fact
from ..cells import compute_nested_cells
from ..countable import choose_of_whole
from ..layout import Layout
from ..stack import compute_bar_stack
from .form import Form, describe_rows


def label_role(_report_id: str, fact: Fact) -> str:
    """Return 压缩前 or 压缩后, or what the report's own word makes of it."""
    return fact.role_name


def choose_before_after(rows: Sequence[ChartRow]) -> Drawing:
    """Return cells where a small whole number became smaller; a rise has nothing that it is part of."""
    return choose_of_whole(rows, Drawing.BARS)


def compute_before_after_layout(record: ChartRecord) -> Layout:
    """Return the two bars with their short labels beside them."""
    return compute_bar_stack(record, beside=True)


def describe_before_after(record: ChartRecord) -> str:
    """Return both values; the words do not judge the change."""
    return f"{record.subject}：{describe_rows(record)}"


BEFORE_AFTER = Form(
    choose=choose_before_after,
    layouts={Drawing.BARS: compute_before_after_layout, Drawing.CELLS: compute_nested_cells},
    describe=describe_before_after,
    label=label_role,
    row_header="前后",
    emphasis=1,
)
