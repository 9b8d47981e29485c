"""The record of a chart form's drawing: labels of rows, layout, description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...model.chart import ChartRecord
from ...model.findings import Fact
from ..layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to compare. Each form is one file of this folder and one line of its table."""

    compute_layout: Callable[[ChartRecord], Layout]
    describe: Callable[[ChartRecord], str]
    """Neutral words that state every value as printed."""
    label: Callable[[str, Fact], str]
    """(report id, fact) → what its row stands for."""
    row_header: str = "指标"
    """Heading of the table's first column."""
    emphasis: int | None = None
    """The row emphasised where staff named none."""


def name_indicator(_report_id: str, fact: Fact) -> str:
    """Return the label of forms that compare indicators."""
    return fact.indicator.name


def describe_rows(record: ChartRecord) -> str:
    """Return one sentence with a clause a row."""
    return "，".join(f"{row.label}为{row.shown}" for row in record.rows) + "。"
