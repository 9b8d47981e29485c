"""Scales and their ticks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.charts.scale import compute_count_scale, compute_percent_scale, compute_ticks

VALUES = st.lists(
    st.decimals(min_value=-(10**9), max_value=10**12, places=2, allow_nan=False, allow_infinity=False),
    min_size=1,
)


def list_texts(high: str, low: str = "0", sign: str = "") -> list[str]:
    """Return the texts of the ticks between two numbers."""
    return [tick.text for tick in compute_ticks(Decimal(low), Decimal(high), sign=sign)]


@pytest.mark.parametrize(
    ("high", "expected"),
    [
        ("20", ["0", "5", "10", "15", "20"]),
        ("5788", ["0", "2000", "4000"]),
        ("41903", ["0", "2万", "4万"]),
        ("1328700", ["0", "50万", "100万"]),
        ("551000000", ["0", "2亿", "4亿"]),
        ("99999999", ["0", "5000万"]),
        ("11232", ["0", "5000", "1万"]),
        ("150000000", ["0", "5000万", "1亿", "1.5亿"]),
        ("25000", ["0", "1万", "2万"]),
        ("2", ["0", "0.5", "1", "1.5", "2"]),
    ],
)
def test_ticks_in_wan_and_yi(high: str, expected: list[str]) -> None:
    """Ticks are round numbers in 万 from 10000 and in 亿 from 100000000 on; zero is plain."""
    assert list_texts(high) == expected


def test_percent_ticks() -> None:
    """Ticks of rates carry the sign, zero too."""
    assert list_texts("100", sign="%") == ["0%", "50%", "100%"]


def test_negative_ticks() -> None:
    """A true minus sign stands before negative ticks, and zero is among them."""
    assert list_texts("30000", "-20000") == ["−2万", "0", "2万"]


@given(VALUES)
def test_scale_holds_zero(values: list[Decimal]) -> None:
    """Zero and every value lie between the ends, in proportion to their distance from zero."""
    scale = compute_count_scale(values, 4, 300)
    unit = (scale.end - scale.start) / float(scale.high - scale.low)

    assert 4 <= scale.zero <= 300
    for value in values:
        assert 4 - 1e-6 <= scale.locate(value) <= 300 + 1e-6
        assert scale.locate(value) - scale.zero == pytest.approx(float(value) * unit, abs=1e-6)


@given(VALUES)
def test_ticks_are_few(values: list[Decimal]) -> None:
    """There are at most six ticks, zero is one, and none lies outside the scale or says K, M or B."""
    ticks = compute_count_scale(values, 0, 300).ticks

    assert 1 <= len(ticks) <= 6
    assert "0" in [tick.text for tick in ticks]
    assert not any(letter in tick.text for tick in ticks for letter in "KMGBkmgb")


@given(st.lists(st.decimals(min_value=0, max_value=100, places=2), min_size=1))
def test_percent_scale_is_never_cut(values: list[Decimal]) -> None:
    """Rates always stand on the whole way from 0 to 100."""
    scale = compute_percent_scale(values, 10, 200)

    assert (Decimal(0), Decimal(100)) == (scale.low, scale.high)


def test_percent_scale_reaches_beyond_when_printed() -> None:
    """A printed 120% widens the scale rather than leaving it."""
    assert Decimal(120) == compute_percent_scale([Decimal(120)], 0, 100).high


def test_all_zero() -> None:
    """Values of zero alone still give a scale."""
    scale = compute_count_scale([Decimal(0)], 0, 100)

    assert scale.zero == 0
    assert scale.locate(Decimal(0)) == 0
