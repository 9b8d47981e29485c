"""Values with the words that qualify them."""

from __future__ import annotations

import pytest
from chart_samples import build_fact, build_indicator

from chuxiong_site.charts import describe_value
from chuxiong_site.model.numeral import Qualifier


@pytest.mark.parametrize(
    ("display", "qualifier", "word", "expected"),
    [
        ("41903件", None, "", "41903件"),
        ("5人", Qualifier.AT_LEAST, "不少于", "不少于5人"),
        ("135项", Qualifier.AVERAGE, "平均", "平均135项"),
        ("7件", Qualifier.PLANNED, "拟", "拟7件"),
        ("2000余件（次）", Qualifier.APPROXIMATE, "余", "2000余件（次）"),
        ("约30次", Qualifier.APPROXIMATE, "约", "约30次"),
        ("100人", Qualifier.AT_LEAST, "以上", "100人以上"),
        ("30天", Qualifier.APPROXIMATE, "左右", "30天左右"),
    ],
)
def test_value_keeps_its_qualifier(
    display: str, qualifier: Qualifier | None, word: str, expected: str
) -> None:
    """The qualifying word stands where Chinese puts it, and never twice."""
    fact = build_fact(build_indicator("x", "名称"), display, "1", qualifier=qualifier, qualifier_text=word)

    assert expected == describe_value(fact)


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [(None, True), (Qualifier.AVERAGE, True), (Qualifier.APPROXIMATE, False), (Qualifier.AT_LEAST, False)],
)
def test_exactness(qualifier: Qualifier | None, expected: bool) -> None:
    """余 and 不少于 do not mean just this number; an average does."""
    fact = build_fact(build_indicator("x", "名称"), "5人", "5", qualifier=qualifier)

    assert expected is fact.is_exact
