"""Cells: as many as the number, in groups that can be counted, the last one filled as far as the decimals say."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.charts.layout import Tone, Units
from chuxiong_site.charts.units import FEW, HUNDRED, MANY, SIDE, compute_columns, compute_paths

CELL = re.compile(r"M([0-9.]+) ([0-9.]+)h([0-9.]+)v8\.4h-[0-9.]+z")


def build(total: int, filled: str, columns: int = MANY) -> Units:
    """Return cells that stand in no picture."""
    return Units(
        row=0,
        left=0,
        top=0,
        side=8.4,
        columns=columns,
        total=total,
        filled=Decimal(filled),
        tone=Tone.PLAIN,
    )


@given(st.integers(1, 60).flatmap(lambda total: st.tuples(st.just(total), st.integers(0, total))))
def test_cells_are_counted(numbers: tuple[int, int]) -> None:
    """Filled and empty cells are as many as the numbers, each at its own place."""
    total, filled = numbers
    paths = compute_paths(build(total, str(filled)))
    full, empty = CELL.findall(paths.filled), CELL.findall(paths.rest)

    assert (len(full), len(empty)) == (filled, total - filled)
    assert len({(x, y) for x, y, _ in full + empty}) == total


def test_last_square_is_filled_in_part() -> None:
    """98.22 of 100 squares are 98 whole ones and 22 hundredths of the next, which keeps its outline."""
    paths = compute_paths(build(HUNDRED, "98.22", FEW))
    *whole, last = CELL.findall(paths.filled)
    empty = CELL.findall(paths.rest)

    assert {Decimal(width) for _, _, width in whole} == {SIDE}
    assert (len(whole), len(empty)) == (98, 2)
    assert Decimal(last[2]) == SIDE * Decimal("0.22")
    assert last[:2] == empty[0][:2]


def test_next_to_nothing_is_seen() -> None:
    """A share that is not nothing never vanishes."""
    assert CELL.findall(compute_paths(build(HUNDRED, "0.001", FEW)).filled)


def test_groups_of_five_stand_apart() -> None:
    """Between the fifth and the sixth cell there is more room than between others."""
    places = [Decimal(x) for x, _, _ in CELL.findall(compute_paths(build(7, "7", FEW)).filled)]
    steps = [right - left for left, right in pairwise(places)]

    assert steps == [10, 10, 10, 10, 12, 10]


@pytest.mark.parametrize(("totals", "columns"), [([3, 10], FEW), ([3, 11], MANY), ([60], MANY)])
def test_lines_are_as_long_for_all_rows(totals: list[int], columns: int) -> None:
    """Small numbers stand ten to a line, others twenty; rows of one chart alike."""
    assert compute_columns(totals) == columns
