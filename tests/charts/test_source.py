"""Places of facts, in words and as addresses."""

from __future__ import annotations

import pytest
from chart_samples import build_fact, build_indicator, build_report

from chuxiong_site.charts import describe_source
from chuxiong_site.charts.source import describe_year
from chuxiong_site.model import addresses
from chuxiong_site.model.ordinals import describe_ordinal


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (["1.2"], "第一部分（二）"),
        (["1.2", "1.2", "2"], "第一部分（二）、第二部分"),
        (["0", "T"], "报告序、报告标题"),
    ],
)
def test_source(sections: list[str], expected: str) -> None:
    """Sections are named as the report's headings name them, each once."""
    assert expected == describe_source(build_report(), sections)


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")]
)
def test_ordinal(number: int, expected: str) -> None:
    """Numbers are counted as headings count."""
    assert expected == describe_ordinal(number)


@pytest.mark.parametrize(("report", "expected"), [("2023", "2023年"), ("2023-mid", "2023-mid")])
def test_year(report: str, expected: str) -> None:
    """A report named by its year is a year; another name stays."""
    assert expected == describe_year(report)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("1.2", "2023/functions.html#x"),
        ("0", "2023/preamble.html#x"),
        ("1", "2023/leadership.html#x"),
        ("2", "2023/gaps.html#x"),
        ("T", "2023/full.html#x"),
    ],
)
def test_href(section: str, expected: str) -> None:
    """A fact of a part's introduction stands on the part's first section page."""
    fact = build_fact(build_indicator("x", "名称"), "5件", "5", section=section)

    assert expected == addresses.fact_href(build_report(), fact)
