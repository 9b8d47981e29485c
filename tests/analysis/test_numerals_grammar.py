"""Chinese numerals and digits are read exactly, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numerals_in_chinese import DIGITS, print_chinese

from chuxiong_site.analysis.numerals.grammar import read_chinese, read_neighbours, read_number


@given(st.integers(min_value=1, max_value=10**16 - 1))
def test_chinese_numerals_are_read_back(number: int) -> None:
    """What is printed in Chinese numerals reads as the same number."""
    read = read_chinese(print_chinese(number))
    assert read is not None
    assert read.value == number


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=9999))
def test_decimals_in_chinese_are_read_back(whole: int, fraction: int) -> None:
    """九十八点二二 reads as 98.22, its zeros kept."""
    digits = f"{fraction:04d}"
    words = (print_chinese(whole) or "零") + "点" + "".join(DIGITS[int(digit)] for digit in digits)
    read = read_chinese(words)
    assert read is not None
    assert read.value == Decimal(f"{whole}.{digits}")
    assert read.resolution == Decimal("0.0001")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("十", 10), ("十五", 15), ("二十", 20), ("一百零五", 105), ("一百五", 150), ("一百一十", 110), ("一百十", 110),
        ("两万三", 23000), ("一万零三百", 10300), ("三十万", 300000), ("一亿二千万", 120000000), ("一万亿", 10**12),
        ("二〇二三", 2023), ("一一〇", 110), ("贰万叁仟", 23000), ("2亿3000万", 230000000), ("132.87万", 1328700),
        ("1,234,567", 1234567),
    ],
)  # fmt: skip
def test_usual_forms_are_read(words: str, value: int) -> None:
    """Each form has its one value."""
    number = read_number(words)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    "words",
    [
        "五一",
        "十十",
        "百",
        "千万",
        "万一",
        "一百二百",
        "一十百",
        "三万二万",
        "一亿亿亿",
        "九七五百",
        "点五",
        "甲",
    ],
)
def test_words_that_write_no_number_are_refused(words: str) -> None:
    """Misplaced digits and bare place words are no numbers."""
    assert read_chinese(words) is None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("两三", 2, 3), ("十七八", 17, 18), ("三四十", 30, 40), ("三五", 3, 5), ("五六百", 500, 600)],
)
def test_neighbouring_digits_are_a_range(words: str, low: int, high: int) -> None:
    """Two digits that follow each other mean from the one to the other."""
    ends = read_neighbours(words)
    assert ends is not None
    assert (ends[0].value, ends[1].value) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("words", ["二〇二三", "一二三", "五一", "三十二", "二八"])
def test_other_digits_are_no_range(words: str) -> None:
    """Digits read one by one, and digits that do not follow each other, are no range."""
    assert read_neighbours(words) is None
