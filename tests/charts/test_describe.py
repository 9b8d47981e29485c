"""Sentences that say a chart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_samples import SAMPLES
from hypothesis import given
from strategies import records

from chuxiong_site.charts import describe_chart
from chuxiong_site.charts.describe import describe_period
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.chart_forms import CHART_FORMS


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (chart_forms.PART_OF_WHOLE, "排查矛盾纠纷为41903件，其中化解矛盾纠纷为41159件。"),
        (chart_forms.BEFORE_AFTER, "农村宅基地审批时限：压缩前为20个工作日，压缩后为5个工作日。"),
        (
            chart_forms.AMOUNTS,
            "审计促进增收节支为5.51亿元，审计避免损失为3.1亿元，审计核减投资为2.97亿元。各项分别列出，不作合计。",
        ),
        (chart_forms.TREND, "乡村两级受理办件：2022年为118.5万件；2023年为132.87万件；2024年为141万件。"),
    ],
)
def test_sentence(form: str, expected: str) -> None:
    """Each form has its own neutral words."""
    assert expected == describe_chart(SAMPLES[form])


@given(records())
def test_every_value_is_said(record: ChartRecord) -> None:
    """Every value stands in the sentence as printed, behind its label."""
    sentence = describe_chart(record)

    assert all(f"{row.label}为{row.shown}" in sentence for row in record.rows)


@pytest.mark.parametrize("form", CHART_FORMS)
def test_no_judgement(form: str) -> None:
    """No words of rise, fall or praise."""
    sentence = describe_chart(SAMPLES[form])

    assert not any(word in sentence for word in ("增长", "下降", "提升", "压缩到", "显著", "同比"))


def test_period_is_that_of_the_rows() -> None:
    """A chart names the year of its report, or the first and last of several."""
    record = SAMPLES[chart_forms.TREND]
    years = [
        replace(row, report_id=year) for row, year in zip(record.rows, ("2022", "2023", "2024"), strict=True)
    ]

    assert describe_period(record) == "2023年度"
    assert describe_period(replace(record, rows=tuple(years))) == "2022—2024年度"
