"""The measures of indicators in one table: what is measured, and which numbers can be of it.

How a number is printed and meant (万, 余, 不少于, 平均, 拟) belongs to the fact, not to the measure.
"""

from __future__ import annotations

from collections.abc import Callable

from .numeral import Numeral
from .records import dataclass

COUNT = "count"
MONEY = "money"
SHARE = "share"
CHANGE = "change"
DURATION = "duration"
STREAK = "streak"
INDEX = "index"
RATIO = "ratio"
AVERAGE = "average"
STANDARD = "standard"
UNDETERMINED = "undetermined"
"""Of facts without a name whose unit does not say what they are. No indicator has it."""

PER_CENT = frozenset({"%", "％"})
PARTS = PER_CENT | {"‰"}
POINTS = frozenset({"个百分点", "百分点"})
RATE_UNITS = PARTS | POINTS
TIMES = ("工作日", "小时", "分钟", "天", "日", "月", "季度", "年", "周", "时", "秒")
"""How units of time end. 分 alone is left out: mostly it is a point of a score."""
RATES = frozenset({SHARE, CHANGE})
"""Measures that claim how numbers are related, so that a check may recompute them."""
CLAIMS = RATES | {AVERAGE}
"""Measures of numbers that are computed from others."""
ROUNDED = RATES | {MONEY, AVERAGE}
"""Measures whose numbers are rounded before they are printed, whatever they look like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure: its words for staff, readers and messages, and which numbers are of it."""

    name: str
    """In the interface."""
    name_en: str
    """On the English pages."""
    note: str
    """What it means, for readers who choose by it."""
    like: str
    """What its numbers are like, for messages."""
    fits: Callable[[Numeral], bool]
    """Whether a number can be of it."""
    is_open: bool = False
    """Whether any number can be of it: nothing in a number shows that it is."""


MEASURES: dict[str, Measure] = {
    COUNT: Measure(
        name="数量",
        name_en="Count",
        note="有多少：件数、人数、次数、面积。",
        like="数出来的数，不以元、%、百分点计",
        fits=lambda n: n.unit not in RATE_UNITS and not n.unit.endswith("元") and not n.members,
    ),
    MONEY: Measure(
        name="金额",
        name_en="Amount of money",
        note="钱数。",
        like="以元计的数",
        fits=lambda n: n.unit.endswith("元"),
    ),
    SHARE: Measure(
        name="占比",
        name_en="Share",
        note="一部分占全体的多少。",
        like="以%、‰计的数，或者每多少有多少",
        fits=lambda n: n.unit in PARTS or n.per is not None,
    ),
    CHANGE: Measure(
        name="增减",
        name_en="Change",
        note="增加或者减少了多少。",
        like="以%、百分点计的数",
        fits=lambda n: n.unit in RATE_UNITS,
    ),
    DURATION: Measure(
        name="时长",
        name_en="Duration",
        note="办一件事用的时间。",
        like="以天、工作日、月、年等计的数",
        fits=lambda n: n.unit.endswith(TIMES),
    ),
    STREAK: Measure(
        name="连续年数",
        name_en="Consecutive years",
        note="连续了几年，不是年份。",
        like="以年、月等计的数",
        fits=lambda n: any(char in n.unit for char in "年月季度天"),
    ),
    INDEX: Measure(
        name="指数、评分",
        name_en="Index or score",
        note="评出来、算出来的数，没有单位或者以分、点计；名次也是。",
        like="没有量词，或者以分、点、位、名计的数",
        fits=lambda n: n.unit in {"", "分", "点", "位", "名"} and not n.members,
    ),
    RATIO: Measure(
        name="比、倍数",
        name_en="Ratio",
        note="一个数是另一个数的几倍，或者几比几。",
        like="几比几，或者以倍计的数",
        fits=lambda n: bool(n.members) or n.unit == "倍",
    ),
    AVERAGE: Measure(
        name="平均",
        name_en="Average",
        note="平均数，不是合计。",
        like="平均数",
        fits=lambda _: True,
        is_open=True,
    ),
    STANDARD: Measure(
        name="标准",
        name_en="Standard to be met",
        note="要求达到的数，不是已经达到的数。",
        like="要求达到的数",
        fits=lambda _: True,
        is_open=True,
    ),
    UNDETERMINED: Measure(
        name="未定",
        name_en="Not determined",
        note="还没有命名，从单位也看不出是哪一种的数。",
        like="",
        fits=lambda _: False,
    ),
}
"""The word → the measure."""
_EITHER_RATE = f"{SHARE}」（一部分占全体的多少）或者「{CHANGE}」（增减了多少）"
_OLD = {
    "occasions": COUNT, "scaled_count": COUNT, "approximate_count": COUNT, "planned": COUNT, "rate": "",
    "f1": COUNT, "f2": COUNT, "f3": COUNT, "f4": MONEY, "f5": COUNT, "f6": STANDARD, "f7": AVERAGE, "f8": COUNT,
    "f9": "", "f10": DURATION, "f11": STREAK,
}  # fmt: skip
"""How `indicators.yaml` called a measure once → its word now; empty where there are two."""


def list_choices() -> list[str]:
    """Return the words that staff write."""
    return [word for word in MEASURES if word != UNDETERMINED]


def find_new_word(old: str) -> str:
    """Return what an old word is written as now, in corner brackets; empty for anything else."""
    word = _OLD.get(old.lower())
    if word is None:
        return ""
    return f"「{word}」" if word else f"「{_EITHER_RATE}"


def list_fitting(numerals: list[Numeral]) -> list[str]:
    """Return the measures that numbers show: those that all of them can be of, and not any number."""
    return [
        word
        for word in list_choices()
        if not MEASURES[word].is_open and all(MEASURES[word].fits(numeral) for numeral in numerals)
    ]
