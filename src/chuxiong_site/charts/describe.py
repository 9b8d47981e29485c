"""A chart in one or two sentences, for screen readers, descriptions and paper."""

from __future__ import annotations

from ..model.chart import ChartRecord
from .forms import FORMS
from .source import describe_year


def describe_chart(record: ChartRecord) -> str:
    """Return neutral words that state every value as printed, each with its label."""
    return FORMS[record.form].describe(record)


def describe_period(record: ChartRecord) -> str:
    """Return the period of the values: 2023年度, or 2022—2023年度 where rows come from several years."""
    years = sorted({row.fact.year or row.report_id for row in record.rows})
    if not all(year.isdecimal() for year in years):
        return "、".join(map(describe_year, years))
    return "—".join(dict.fromkeys((years[0], years[-1]))) + "年度"


def describe_terms(record: ChartRecord) -> str:
    """Return period, unit and scope of the values."""
    return f"{describe_period(record)}；单位：{record.unit}；范围：{record.scope}"


def describe_origin(record: ChartRecord) -> str:
    """Return the source of the values for a picture away from its page."""
    return f"数据来源：{record.source}，{record.document}"
