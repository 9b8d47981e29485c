from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.analysis.intervals import compute_interval, compute_quotient, compute_sum
from chuxiong_site.model import measures
from chuxiong_site.model.findings import Interval
from fact_samples import create_fact, create_rate

NUMBERS = st.decimals(min_value="0.01", max_value="1000000", places=2)


def between(low: str, high: str) -> Interval:
    """Return an interval."""
    return Interval(low=Decimal(low), high=Decimal(high))


@pytest.mark.parametrize(
    ("measure", "value", "resolution", "expected"),
    [
        (measures.SHARE, "98.22", "0.01", between("98.215", "98.225")),
        (measures.SHARE, "100", "1", between("99.5", "100.5")),
        (measures.MONEY, "1328700", "100", between("1328650", "1328750")),
        (measures.MONEY, "310000000", "10000000", between("305000000", "315000000")),
        (measures.AVERAGE, "135", "1", between("134.5", "135.5")),
        (measures.COUNT, "41903", "1", between("41903", "41903")),
        (measures.DURATION, "20", "1", between("20", "20")),
    ],
)
def test_what_a_printed_number_allows(measure: str, value: str, resolution: str, expected: Interval) -> None:
    """Rounded measures stand for half a unit of their last digit either way; counts for themselves."""
    assert compute_interval(create_fact("a", value, resolution=resolution, measure=measure)) == expected


def test_a_range_allows_all_from_end_to_end() -> None:
    """A printed range stands for its numbers from the lower to the upper end, rounded ones a little beyond both."""
    counted = create_fact("a", "3", upper="5")
    rounded = create_fact("a", "15", upper="20", measure=measures.SHARE)
    assert compute_interval(counted) == between("3", "5")
    assert compute_interval(rounded) == between("14.5", "20.5")


def test_percentage_is_widest() -> None:
    """The quotient of two intervals reaches from the least part of the most to the most of the least."""
    assert compute_quotient(between("1", "2"), between("4", "8")) == between("12.5", "50")


def test_sum() -> None:
    """Sums add the ends; of nothing they are zero."""
    assert compute_sum([between("1", "2"), between("10", "20")]) == between("11", "22")
    assert compute_sum([]) == between("0", "0")


def test_meeting() -> None:
    """Intervals that only touch still meet."""
    assert between("1", "2").meets(between("2", "3"))
    assert not between("1", "2").meets(between("2.1", "3"))


@given(NUMBERS, NUMBERS)
def test_a_printed_quotient_always_meets(part: Decimal, whole: Decimal) -> None:
    """Whatever is divided, the quotient rounded as printed is compatible with its numbers."""
    exact = Interval(low=part, high=part), Interval(low=whole, high=whole)
    printed = round(part / whole * 100, 2)
    assert compute_interval(create_rate("a", str(printed))).meets(compute_quotient(*exact))
