"""Is a tagged number of the unit and the kind that its indicator says?"""

from __future__ import annotations

from collections.abc import Callable

from ..model.catalogue import Indicator, Measure
from ..model.numeral import Numeral, Qualifier
from ..model.report import Report, Tag
from ..problems import Problem

_NARROW = str.maketrans("（）％，", "()%,")


def fold_unit(unit: str) -> str:
    """Return a unit without regard to the width of its brackets and signs: by this units are compared."""
    return unit.translate(_NARROW)


MEASURE_RULES: dict[Measure, tuple[str, Callable[[Numeral], bool]]] = {
    Measure.COUNT: ("没有余、不少于、平均、拟的实数", lambda n: n.qualifier is None),
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
    Measure.RATE: ("以%计的数", lambda n: n.unit in {"%", "％", "‰", "个百分点", "百分点"}),
    Measure.DURATION: ("以天、工作日、月、年等计的数", lambda n: any(c in n.unit for c in "天日月年时分")),
    Measure.STREAK: ("以年、月等计的数", lambda n: any(c in n.unit for c in "年月季度天")),
}
"""Measure → (what its numbers are like, the test)."""


def check_measure(report: Report, tag: Tag, numeral: Numeral, indicator: Indicator) -> list[Problem]:
    """Report a unit that is not the indicator's, and a number that is not of its measure."""
    return _check_unit(tag, numeral, indicator) + _check_kind(report, tag, numeral, indicator)


def _check_unit(tag: Tag, numeral: Numeral, indicator: Indicator) -> list[Problem]:
    if fold_unit(numeral.unit) == fold_unit(indicator.unit):
        return []
    hint = "标记要包住量词；单位真的变了，就用另一个指标。"
    return [
        _problem(
            "E404",
            tag,
            f"单位是「{numeral.unit or '无'}」",
            f"{indicator.id} 的单位「{indicator.unit}」",
            hint,
        )
    ]


def _check_kind(report: Report, tag: Tag, numeral: Numeral, indicator: Indicator) -> list[Problem]:
    expected, holds = MEASURE_RULES[indicator.measure]
    if holds(numeral):
        return []
    fitting = "、".join(measure for measure, (_, fits) in MEASURE_RULES.items() if fits(numeral))
    hint = (
        f"检查是不是这个指标；是的话，它在 indicators.yaml 里的 measure 可以是 {fitting}。" if fitting else ""
    )
    found = f"「{_name_in_words(report, numeral)}」"
    return [_problem("E405", tag, found, f"{indicator.id} 的种类 {indicator.measure}：{expected}", hint)]


def _name_in_words(report: Report, numeral: Numeral) -> str:
    """Return the number with the word that qualifies it, as far apart as they stand: 平均…24件."""
    word, before = numeral.qualifier_text, report.body[: numeral.span.start]
    if not word or word in numeral.text:
        return numeral.text
    if report.body.startswith(word, numeral.span.end):
        return numeral.text + word
    return f"{word}{'' if before.endswith(word) else '…'}{numeral.text}"


def _problem(code: str, tag: Tag, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=tag.place, found=found, expected=expected, hint=hint)
