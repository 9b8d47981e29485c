"""Estimated widths and line breaks."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import LABELS

from chuxiong_site.charts.wrapping import compute_text_width, wrap_text


@pytest.mark.parametrize(("text", "expected"), [("行政", 20.0), ("12", 12.0), ("（A）", 27.5), ("", 0.0)])
def test_width(text: str, expected: float) -> None:
    """Hanzi and full-width marks are 1 em wide, capitals 0.75, digits 0.6."""
    assert compute_text_width(text, 10) == pytest.approx(expected)


@pytest.mark.parametrize("count", range(0, 400, 7))
def test_width_is_exact(count: int) -> None:
    """A width is what its characters come to, rounded once: no Python adds it up to something else."""
    text = "网A1" * count
    assert compute_text_width(text, 14) == float(Fraction(47, 20) * 14 * count)


@pytest.mark.parametrize("character", ["\u2ffc", "\u31ef", "\U000323b0", "\U0001fae8", "“", "é", "①"])
def test_width_asks_no_edition_of_unicode(character: str) -> None:
    """Everything outside ASCII is 1 em, also what some Pythons do not know as a character yet."""
    assert compute_text_width(character, 10) == 10


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\ufe0f", "\u200d"])
def test_marks_on_a_character_take_no_room(mark: str) -> None:
    """An accent of its own, an enclosing mark, a variant: nothing is added to the character before."""
    assert compute_text_width(f"字{mark}", 10) == 10


@given(LABELS, st.sampled_from([60.0, 110.0, 332.0]))
def test_lines_keep_the_text(text: str, width: float) -> None:
    """Nothing is cut off: the lines joined are the text, and none is wider than the room."""
    lines = wrap_text(text, width, 14)

    assert text == "".join(lines)
    assert all(compute_text_width(line.rstrip(), 14) <= width for line in lines)


def test_one_line_stays() -> None:
    """A text that fits is one line."""
    assert wrap_text("排查矛盾纠纷", 332, 14) == ("排查矛盾纠纷",)


def test_lines_are_of_like_length() -> None:
    """A text one character too long is broken in the middle, not before its last character."""
    assert wrap_text("一二三四五六七八九", 80, 10) == ("一二三四五", "六七八九")


def test_numbers_stay_whole() -> None:
    """A run of digits and the brackets around a word are not torn apart."""
    assert wrap_text("共有12345件（次）", 60, 10) == ("共有12345", "件（次）")


def test_marks_do_not_begin_a_line() -> None:
    """A line begins with no 、 and ends with no 《."""
    lines = wrap_text("法律、法规、规章、《规划》、条例、办法", 50, 10)

    assert not any(line[0] in "、》" or line[-1] == "《" for line in lines)
