"""Tags and numerals → facts: value, unit and qualifier are parsed from the tagged words, never typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..model.catalogue import Indicator, Measure
from ..model.findings import Fact
from ..model.numeral import Numeral, NumeralKind, Qualifier
from ..model.report import Report, Tag
from ..problems import Problem, describe_nearest

FULL_WIDTH = str.maketrans("（）％，", "()%,")
"""Units are compared without regard to the width of brackets and signs."""


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


def compute_facts(
    report: Report, numerals: tuple[Numeral, ...], indicators: Mapping[str, Indicator]
) -> tuple[tuple[Fact, ...], list[Problem]]:
    """Return the facts of a report in text order, and every tag that states none."""
    by_span = {numeral.span: numeral for numeral in numerals}
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for tag in sorted(
        (tag for tag in report.tags if tag.facts), key=lambda tag: (tag.span.start, -tag.span.end)
    ):
        numeral = by_span.get(tag.span)
        if numeral is None or numeral.kind is not NumeralKind.FACT or numeral.value is None:
            problems.append(_describe_not_a_quantity(report, tag, numerals))
            continue
        for id in tag.facts:  # noqa: A001  # the contract's word
            indicator = indicators.get(id)
            if indicator is None:
                hint = describe_nearest(id, indicators) or f"在 indicators.yaml 里加上 {id}。"
                problems.append(_problem("E403", tag, f"指标「{id}」", "indicators.yaml 里有的指标", hint))
                continue
            problems += _check_unit(tag, numeral, indicator) + _check_measure(tag, numeral, indicator)
            problems += _add_fact(_create_fact(report, tag, numeral, indicator), tag, facts)
    problems += _check_pairs(facts)
    return tuple(facts.values()), problems


def _add_fact(fact: Fact, tag: Tag, facts: dict[str, Fact]) -> list[Problem]:
    """Add a fact, or a repetition to the fact it repeats."""
    first = facts.get(fact.id)
    if first is None:
        facts[fact.id] = fact
        return (
            [_problem("E407", tag, f"{fact.id} 写了 again，前面却没有它", "先有一处不带 again 的")]
            if tag.again
            else []
        )
    if not tag.again:
        hint = "同一个数再次出现时加 again=yes；不是同一个数就用另一个指标。"
        expected = f"一份报告里只标一次；前一处是「{first.display}」"
        return [_problem("E406", tag, f"指标「{fact.id}」又标了一次", expected, hint)]
    if (first.value, first.unit) != (fact.value, fact.unit):
        return [_problem("E407", tag, f"「{fact.display}」", f"与前一处「{first.display}」相等")]
    facts[fact.id] = replace(first, occurrences=(*first.occurrences, tag.span))
    return []


def _create_fact(report: Report, tag: Tag, numeral: Numeral, indicator: Indicator) -> Fact:
    assert numeral.value is not None
    assert numeral.resolution is not None
    return Fact(
        id=indicator.id + (f".{tag.role}" if tag.role else ""),
        indicator=indicator,
        role=tag.role,
        span=tag.span,
        surface=numeral.text,
        display=report.display.of(tag.span),
        value=numeral.value,
        resolution=numeral.resolution,
        unit=numeral.unit,
        qualifier=numeral.qualifier,
        qualifier_text=numeral.qualifier_text,
        section=report.section_at(tag.span.start).number,
        sentence=report.sentence_at(tag.span.start),
        place=tag.place,
    )


def _check_unit(tag: Tag, numeral: Numeral, indicator: Indicator) -> list[Problem]:
    if numeral.unit.translate(FULL_WIDTH) == indicator.unit.translate(FULL_WIDTH):
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


def _check_measure(tag: Tag, numeral: Numeral, indicator: Indicator) -> list[Problem]:
    expected, holds = MEASURE_RULES[indicator.measure]
    if holds(numeral):
        return []
    found = f"「{numeral.qualifier_text}{numeral.text}」"
    return [_problem("E405", tag, found, f"{indicator.id} 的种类 {indicator.measure}：{expected}")]


def _check_pairs(facts: Mapping[str, Fact]) -> list[Problem]:
    """A `before` needs its `after`, and neither stands beside a plain fact of the same indicator."""
    problems = []
    for fact in facts.values():
        if fact.role is None:
            continue
        other = f"{fact.indicator.id}.{'after' if fact.role == 'before' else 'before'}"
        if other not in facts:
            problems.append(
                _at(fact, "E408", f"只有 as={fact.role}", f"同一指标的 {other.rpartition('.')[2]} 也标出来")
            )
        if fact.indicator.id in facts:
            problems.append(_at(fact, "E408", "同一指标既有 as 又有不带 as 的数", "两种只用一种"))
    return problems


def _describe_not_a_quantity(report: Report, tag: Tag, numerals: tuple[Numeral, ...]) -> Problem:
    touching = [numeral for numeral in numerals if numeral.span.overlaps(tag.span)]
    quantity = next((numeral for numeral in touching if numeral.kind is NumeralKind.FACT), None)
    words = tag.span.of(report.body)
    if quantity is not None and quantity.value is None:
        return _problem("E402", tag, f"「{words}」的值算不出来", "有确定值的数")
    if quantity is not None:
        whole = quantity.span.of(report.body)
        hint = f"改成 [{whole}]{{fact={' '.join(tag.facts)}}}。"
        return _problem("E402", tag, f"标的是「{words}」", f"恰好是数和量词：「{whole}」", hint)
    if touching:
        return _problem(
            "E402", tag, f"「{words}」不是数量，是{KIND_NAMES[touching[0].kind]}", "数和量词", "去掉标记。"
        )
    return _problem("E402", tag, f"「{words}」里没有数", "数和量词")


KIND_NAMES = {
    NumeralKind.FACT: "数量",
    NumeralKind.YEAR: "年份",
    NumeralKind.DATE: "日期",
    NumeralKind.PLAN_PERIOD: "规划期",
    NumeralKind.ORDINAL: "序数",
    NumeralKind.DOCUMENT_NUMBER: "编号、号码",
    NumeralKind.LEGAL_NAME: "文件名称里的数",
    NumeralKind.IDIOM: "固定说法",
    NumeralKind.LIST_MARKER: "标题序号",
    NumeralKind.EVENT_DATE: "事件名里的日期",
    NumeralKind.STRUCTURAL: "层级数",
}
"""Kind → its name in the interface."""


def _problem(code: str, tag: Tag, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=tag.place, found=found, expected=expected, hint=hint)


def _at(fact: Fact, code: str, found: str, expected: str) -> Problem:
    return Problem(code=code, place=fact.place, found=found, expected=expected)
