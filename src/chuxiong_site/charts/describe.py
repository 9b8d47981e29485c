"""What does a chart say in one or two sentences? For screen readers, descriptions and paper."""

from __future__ import annotations

from ..model.chart import ChartRecord
from .forms import FORMS


def describe_chart(record: ChartRecord) -> str:
    """Return neutral words that state every value as printed, each with its label."""
    return FORMS[record.form].describe(record)
