"""The table of a chart."""

from __future__ import annotations

from chart_samples import SAMPLES
from hypothesis import given
from strategies import records

from chuxiong_site.charts import compute_chart_table
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord


@given(records())
def test_rows_equal_the_record(record: ChartRecord) -> None:
    """The table holds the record's rows, in order, value and address alike."""
    rows = compute_chart_table(record).rows

    assert [(row.fact.id, row.label, row.shown, row.source, row.href) for row in record.rows] == [
        (row.fact, row.label, row.shown, row.source, row.href) for row in rows
    ]


def test_caption_and_header() -> None:
    """The caption is the finding with its unit; where one indicator is drawn, that indicator."""
    bars = compute_chart_table(SAMPLES[chart_forms.BARS])
    change = compute_chart_table(SAMPLES[chart_forms.BEFORE_AFTER])
    trend = compute_chart_table(SAMPLES[chart_forms.TREND])

    assert bars.caption == "清单里的事项有多有少（单位：项）"
    assert change.caption == "农村宅基地审批时限（单位：个工作日）"
    assert [table.header[0] for table in (bars, change, trend)] == ["指标", "前后", "年份"]
