"""The measures of indicators in one table: everything that is said and checked of a measure is in its entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .numeral import Numeral, Qualifier

COUNT = "count"
OCCASIONS = "occasions"
SCALED_COUNT = "scaled_count"
MONEY = "money"
APPROXIMATE = "approximate_count"
STANDARD = "standard"
AVERAGE = "average"
PLANNED = "planned"
RATE = "rate"
DURATION = "duration"
STREAK = "streak"
UNDETERMINED = "undetermined"
"""Of facts without a name whose unit does not say what they are. No indicator has it."""

RATE_UNITS = frozenset({"%", "％", "‰", "个百分点", "百分点"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure: its words for staff, readers and messages, and which numbers are of it."""

    name: str
    """In the interface."""
    note: str
    """What it means, for readers who choose by it."""
    like: str
    """What its numbers are like, for messages."""
    fits: Callable[[Numeral], bool]
    """Whether a number can be of it."""
    is_rounded: bool = False
    """Whether what is printed stands for an interval as wide as its last digit."""
    nature: str = "实际数"
    """Numbers of different nature are not drawn in one chart."""
    old_code: str = ""
    """How `indicators.yaml` called it once; only named in messages."""


MEASURES: dict[str, Measure] = {
    COUNT: Measure(
        name="实数",
        note="报告写明的确数：件数、人数、次数。",
        like="没有余、不少于、平均、拟的实数，不是比率",
        fits=lambda n: n.qualifier is None and n.unit not in RATE_UNITS,
        old_code="F1",
    ),
    OCCASIONS: Measure(
        name="人（件）次",
        note="按次数计的数：同一个人、同一件事，可以计几次。",
        like="以（次）计的实数",
        fits=lambda n: n.qualifier is None and "次" in n.unit,
        old_code="F2",
    ),
    SCALED_COUNT: Measure(
        name="以万、亿计",
        note="写成几万、几亿的数：更小的零头，报告没有写。",
        like="以万、亿计的数",
        fits=lambda n: n.qualifier is None and any(char in n.text for char in "万亿"),
        is_rounded=True,
        old_code="F3",
    ),
    MONEY: Measure(
        name="金额",
        note="钱数。",
        like="以元计的数",
        fits=lambda n: n.unit.endswith("元"),
        is_rounded=True,
        old_code="F4",
    ),
    APPROXIMATE: Measure(
        name="约数",
        note="带「余」「多」「约」一类字的数：不是确数。",
        like="带余、多、约、近、超的数",
        fits=lambda n: n.approximate,
        old_code="F5",
    ),
    STANDARD: Measure(
        name="标准",
        note="要求达到的数，不是已经达到的数。",
        like="带不少于、不超过、以上、以内的数",
        fits=lambda n: n.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST},
        nature="标准",
        old_code="F6",
    ),
    AVERAGE: Measure(
        name="平均",
        note="平均数，不是合计。",
        like="带平均的数",
        fits=lambda n: n.qualifier is Qualifier.AVERAGE,
        is_rounded=True,
        old_code="F7",
    ),
    PLANNED: Measure(
        name="计划",
        note="打算做的数，不是已经做了的数。",
        like="带拟、计划的数",
        fits=lambda n: n.qualifier is Qualifier.PLANNED,
        nature="计划",
        old_code="F8",
    ),
    RATE: Measure(
        name="比率",
        note="一部分占全体的多少，或者变化了多少。",
        like="以%计的数",
        fits=lambda n: n.unit in RATE_UNITS,
        is_rounded=True,
        old_code="F9",
    ),
    DURATION: Measure(
        name="时长",
        note="办一件事用的时间。",
        like="以天、工作日、月、年等计的数",
        fits=lambda n: any(char in n.unit for char in "天日月年时分"),
        old_code="F10",
    ),
    STREAK: Measure(
        name="连续年数",
        note="连续了几年，不是年份。",
        like="以年、月等计的数",
        fits=lambda n: any(char in n.unit for char in "年月季度天"),
        old_code="F11",
    ),
    UNDETERMINED: Measure(
        name="未定",
        note="还没有命名，从单位也看不出是哪一种的数。",
        like="",
        fits=lambda _: False,
    ),
}
"""The word → the measure."""
CHOICES = tuple(word for word in MEASURES if word != UNDETERMINED)
"""The words that staff write."""


def find_new_word(old: str) -> str:
    """Return the word for an old code, F1 to F11; empty for anything else."""
    return next((word for word, measure in MEASURES.items() if old and measure.old_code == old.upper()), "")
