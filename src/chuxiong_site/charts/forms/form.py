"""The record of a chart form's drawing: labels of rows, drawings and their layouts, description."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...model.chart import ChartRecord, ChartRow
from ...model.chart_forms import Drawing
from ...model.findings import Fact
from ...model.records import dataclass
from ..layout import Layout


def choose_only(drawing: Drawing) -> Callable[[Sequence[ChartRow]], Drawing]:
    """Return the choice of a form that always is drawn alike."""
    return lambda _rows: drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One thing that a picture can say. Each form is one file of this folder and one line of its table."""

    choose: Callable[[Sequence[ChartRow]], Drawing]
    """The drawing that the numbers allow."""
    layouts: Mapping[Drawing, Callable[[ChartRecord], Layout]]
    """Each drawing that it can have → its geometry."""
    describe: Callable[[ChartRecord], str]
    """Neutral words that state every value as printed."""
    label: Callable[[str, Fact], str]
    """(report id, fact) → what its row stands for."""
    row_header: str = "指标"
    """Heading of the table's first column."""
    emphasis: int | None = None
    """The row emphasised where staff named none."""


def name_indicator(_report_id: str, fact: Fact) -> str:
    """Return the label of forms that show indicators."""
    return fact.indicator.name


def describe_rows(record: ChartRecord) -> str:
    """Return one sentence with a clause a row."""
    return "，".join(f"{row.label}为{row.shown}" for row in record.rows) + "。"
