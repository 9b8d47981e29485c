"""What is printed in any usual form is read back with the same value; nothing is counted twice or left over."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from numerals_in_chinese import print_chinese

from chuxiong_site.analysis.numerals import find_unread_digits, read_numerals
from chuxiong_site.model.numeral import Numeral, NumeralKind

FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
UNITS = st.sampled_from(["件", "项", "人次", "件(次)", "个工作日", "元", "%", "户", "平方公里"])
INTEGERS = st.integers(min_value=0, max_value=10**14)
DECIMALS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
TYPICAL = (
    "2023年 2024年2月1日 2021—2025年 〔2017〕47号 12345热线 第二批 二十大 “十四五” “8·13” 361项 132.87万件 20余次 "
    "百分之五 三分之二 3—5个 -3.2% 1,234件 一批 一天 统一 “一网通办” 《三年行动（2023—2025年）》 四级 （一） 1. ① "
    "５．５％ 0878-3389000 PM2.5 5G 1+N 2/3 3:1 7×24小时 2.0版 GB/T9704-2012 数十个 近百家 十几个 两三天 A4 0301 37km2"
)
PIECES = st.sampled_from(TYPICAL.split())
GLUE = st.sampled_from(["", "\n", " ", "　", *"，、。,的共约拟至—-/第年“》:", "不少于", "平均"])
MIXTURES = st.lists(st.one_of(PIECES, GLUE, st.text(max_size=3)), max_size=24).map("".join)
ALPHABET = st.text(
    alphabet="0123456789０９.,，．-—~/:%％()（）年月日号第一二十百千万亿两余多几分之点个件“”《》·+aA \n",
    max_size=40,
)


def read_one(text: str) -> Numeral:
    """Read a text that holds one quantity."""
    (numeral,) = read_numerals(text)
    assert numeral.kind is NumeralKind.FACT
    return numeral


@given(INTEGERS, UNITS)
def test_integers_are_read_back(number: int, unit: str) -> None:
    """In digits, with separators, in full width: the same value and unit."""
    for words in (
        f"{number}",
        f"{number:,}",
        f"{number}".translate(FULL_WIDTH),
        f"{number:,}".translate(FULL_WIDTH),
    ):
        numeral = read_one(f"共计{words}{unit}。")
        assert (numeral.text, numeral.value, numeral.unit) == (words + unit, Decimal(number), unit)


@given(
    DECIMALS,
    UNITS.filter(lambda unit: unit != "%"),
    st.sampled_from([("万", 4), ("亿", 8), ("千万", 7), ("万亿", 12)]),
)
def test_scaled_decimals_are_read_back(number: Decimal, unit: str, scale: tuple[str, int]) -> None:
    """132.87万件 is exactly 1328700, at a resolution of a hundredth of 万."""
    name, power = scale
    numeral = read_one(f"共计{number}{name}{unit}。")
    assert numeral.value == Decimal(int(number * 100)) * 10**power / 100
    assert numeral.resolution == Decimal(10) ** (power - 2)


@given(DECIMALS)
def test_negative_percentages_are_read_back(number: Decimal) -> None:
    """A minus sign and 负 change the sign and belong to the numeral."""
    for sign in ("-", "−", "负", "－"):
        numeral = read_one(f"同比为{sign}{number}%。")
        assert (numeral.text, numeral.value) == (f"{sign}{number}%", number.copy_negate())


@given(st.integers(min_value=11, max_value=10**12), UNITS.filter(lambda unit: unit != "%"))
def test_chinese_quantities_are_read_back(number: int, unit: str) -> None:
    """A Chinese numeral before a measure word has the value that it spells."""
    numeral = read_one(f"共计{print_chinese(number)}{unit}。")
    assert (numeral.value, numeral.upper, numeral.unit) == (Decimal(number), None, unit)


@given(
    st.integers(min_value=1, max_value=10**6),
    st.integers(min_value=1, max_value=10**6),
    st.sampled_from("—-～~–至"),
)
def test_ranges_are_read_back(low: int, more: int, dash: str) -> None:
    """Both ends of a range are read, whatever dash joins them."""
    numeral = read_one(f"共计{low}{dash}{low + more}件。")
    assert (numeral.value, numeral.upper, numeral.unit) == (Decimal(low), Decimal(low + more), "件")


@given(st.one_of(MIXTURES, ALPHABET))
def test_nothing_is_left_over_or_counted_twice(text: str) -> None:
    """On any mixture of texts every digit stands in exactly one numeral, and numerals stand in order."""
    numerals = read_numerals(text)
    assert all(left.span.end <= right.span.start for left, right in pairwise(numerals))
    assert all(numeral.span.start < numeral.span.end for numeral in numerals)
    assert [numeral.text for numeral in numerals] == [numeral.span.of(text) for numeral in numerals]
    unread = [span.of(text) for span in find_unread_digits(text, numerals)]
    assert [words for words in unread if any(char.isdecimal() for char in words)] == []


@given(MIXTURES, INTEGERS)
def test_a_sentence_before_does_not_change_a_later_line(text: str, number: int) -> None:
    """A quantity on a line of its own is read the same after any text."""
    last = read_numerals(f"{text}\n共计{number}件。")[-1]
    assert (last.text, last.value, last.unit) == (f"{number}件", Decimal(number), "件")
