"""Of which unit and kind is a number, and which of them does each measure allow?"""

from __future__ import annotations

from collections.abc import Callable

from ..model.catalogue import Measure
from ..model.numeral import Numeral, Qualifier

_NARROW = str.maketrans("（）％，", "()%,")


NO_UNIT = "无"
"""What staff write for numbers that stand without a measure word: scores, indices."""
RATE_UNITS = frozenset({"%", "％", "‰", "个百分点", "百分点"})


def fold_unit(unit: str) -> str:
    """Return a unit without regard to the width of its brackets and signs: by this units are compared."""
    return "" if unit == NO_UNIT else unit.translate(_NARROW)


MEASURE_RULES: dict[Measure, tuple[str, Callable[[Numeral], bool]]] = {
    Measure.COUNT: (
        "没有余、不少于、平均、拟的实数，不是比率",
        lambda n: n.qualifier is None and n.unit not in RATE_UNITS,
    ),
    Measure.COUNT_TIMES: ("以（次）计的实数", lambda n: n.qualifier is None and "次" in n.unit),
    Measure.SCALED_COUNT: (
        "以万、亿计的数",
        lambda n: n.qualifier is None and any(c in n.text for c in "万亿"),
    ),
    Measure.MONEY: ("以元计的数", lambda n: n.unit.endswith("元")),
    Measure.APPROXIMATE: ("带余、多、约、近、超的数", lambda n: n.approximate),
    Measure.STANDARD: (
        "带不少于、不超过、以上、以内的数",
        lambda n: n.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST},
    ),
    Measure.AVERAGE: ("带平均的数", lambda n: n.qualifier is Qualifier.AVERAGE),
    Measure.PLANNED: ("带拟、计划的数", lambda n: n.qualifier is Qualifier.PLANNED),
    Measure.RATE: ("以%计的数", lambda n: n.unit in RATE_UNITS),
    Measure.DURATION: ("以天、工作日、月、年等计的数", lambda n: any(c in n.unit for c in "天日月年时分")),
    Measure.STREAK: ("以年、月等计的数", lambda n: any(c in n.unit for c in "年月季度天")),
}
"""Measure → (what its numbers are like, the test)."""
