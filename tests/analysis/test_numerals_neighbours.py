"""What stands right beside a numeral makes it longer, or leaves it without a value: the old value never stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.analysis.numerals import read_numerals

NUMBERS = (
    "12 3.5 1,234 三百五十 两三 十七 三点五 2亿3000万 20余 三十余 5000到8000 三至五 百分之五 千分之三 三分之二 四分之一 "
    "十万分之五 1/2 3:1 12:38:50 2.1/10万 3—5 负3.2 -3.2 零下3.5 几十万 数百 伍佰 三个亿 1比2"
)
"""Numbers of every form, without a unit."""
AMOUNTS = (
    "12件 三百五十件 2亿3000万元 20余次 98.22% -3.2% 两三天 十几个 几十万件 数百家 七成 半年 一年半 两个半月 六大 "
    "3—5个 15%—20% 百余件 3个百分点 5000元--2万元 伍佰元 零下3度"
)
"""The same with what they count."""
BEFORE = [
    *"0123456789〇零一二三四五六七八九十百千万亿两壹拾",
    "百分之",
    "千分之",
    "三分之",
    "负",
    "-",
    "−",
    "±",
    ".",
]
BEHIND = [*"0123456789〇零一二三四五六七八九十百千万亿两", "分之", "分之一", "点五", ".5", "/10万"]


def list_values(text: str, words: str, start: int) -> list[object]:
    """Return what is said of exactly these words at that place."""
    return [
        said
        for numeral in read_numerals(text)
        if (numeral.span.start, numeral.text) == (start, words)
        for said in (numeral.value, numeral.upper, numeral.lower, *numeral.members)
        if said is not None
    ]


@given(
    st.sampled_from(f"{NUMBERS} {AMOUNTS}".split()),
    st.sampled_from(BEFORE),
    st.sampled_from(["为", "（", "", "达", "，"]),
)
def test_what_stands_before_belongs_to_the_number(words: str, before: str, front: str) -> None:
    """A digit, a place word, a share or a sign right before a number: the value is that of both, or there is none."""
    text = f"{front}{before}{words}，"
    assert list_values(text, words, len(front) + len(before)) == []


@given(
    st.sampled_from(NUMBERS.split()),
    st.sampled_from(BEHIND),
    st.sampled_from(["，", "）", "", "件，", "万元"]),
)
def test_what_stands_behind_belongs_to_the_number(words: str, behind: str, end: str) -> None:
    """A digit, a place word or a share right behind a number: the value is that of both, or there is none."""
    assert list_values(f"为{words}{behind}{end}", words, 1) == []
