"""One indicator before and after: two bars from zero, one under the other."""

from __future__ import annotations

from ...model.chart import ChartRecord
from ...model.findings import Fact
from ..layout import Layout
from ..stack import compute_bar_stack
from .form import Form, describe_rows


def label_role(_report_id: str, fact: Fact) -> str:
    """Return 压缩前 or 压缩后, or what the report's own word makes of it."""
    return fact.role_name


def compute_before_after_layout(record: ChartRecord) -> Layout:
    """Return the two bars with their short labels beside them."""
    return compute_bar_stack(record, beside=True)


def describe_before_after(record: ChartRecord) -> str:
    """Return both values; the words do not judge the change."""
    return f"{record.subject}：{describe_rows(record)}"


BEFORE_AFTER = Form(
    compute_layout=compute_before_after_layout,
    describe=describe_before_after,
    label=label_role,
    row_header="前后",
    emphasis=1,
)
