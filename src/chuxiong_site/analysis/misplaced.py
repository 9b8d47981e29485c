"""Remind staff of tags that seem to stand on a wrong number: a well-formed lie that no sum can see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.catalogue import Indicator
from ..model.place import Span
from ..model.project import Project
from ..model.report import Report
from ..problems import Problem
from .exchanged import Known, find_exchanged
from .tagged_numbers import TaggedNumber, list_tagged_numbers

NEIGHBOURS = 1
"""How many reports before and after one are looked into for their words of the same indicator."""
RENAME = "没有标错，就把指标的名称改得更接近原句的说法"


def check_misplaced(project: Project) -> Iterator[Problem]:
    """Yield a reminder for every tag, or two, that would fit another number clearly better."""
    read = [list_tagged_numbers(report) for report in project.reports]
    for index, report in enumerate(project.reports):
        near = [*read[max(0, index - NEIGHBOURS) : index], *read[index + 1 : index + 1 + NEIGHBOURS]]
        yield from _check_report(report, read[index], near, project.indicators)


def _check_report(
    report: Report,
    numbers: tuple[TaggedNumber, ...],
    near: Sequence[tuple[TaggedNumber, ...]],
    indicators: Mapping[str, Indicator],
) -> Iterator[Problem]:
    named = {number.indicator for number in numbers if number.indicator in indicators}
    names = tuple((id, indicators[id].name, indicators[id].measure) for id in sorted(named))  # noqa: A001
    for one, other in find_exchanged(numbers, names, _list_known(near, named)):
        yield _create_problem(report, numbers[one], numbers[other], indicators)
    yield from _check_ends(report, numbers, indicators)


def _list_known(near: Sequence[tuple[TaggedNumber, ...]], named: set[str]) -> Known:
    return tuple(
        (number.indicator, f"{number.label},{number.tail},{number.part}")
        for numbers in near
        for number in numbers
        if number.indicator in named
    )


def _create_problem(
    report: Report, one: TaggedNumber, other: TaggedNumber, indicators: Mapping[str, Indicator]
) -> Problem:
    mine, theirs = _describe(one.indicator, indicators), _describe(other.indicator, indicators)
    place = f"第 {report.place_of(_span(other)).line} 行的「{_span(other).of(report.body)}」"
    hint = f"对照两处原句。标反了，就把两处的标识对调；{RENAME}。"
    if not other.indicator:
        hint = f"对照两处原句。标错了，就把标记移过去；{RENAME}。"
    return Problem(
        code="W408",
        place=report.place_of(_span(one)),
        found=f"{_quote(report, one)}标的是 {mine}",
        expected=f"更像它的是{place}{f'，那里标的是 {theirs}' if theirs else ''}：{_quote(report, other)}",
        hint=hint,
        about=tuple(id for id in (one.indicator, other.indicator) if id),  # noqa: A001
    )


def _check_ends(
    report: Report, numbers: Sequence[TaggedNumber], indicators: Mapping[str, Indicator]
) -> Iterator[Problem]:
    """Yield a reminder where the first end of 由…到… is tagged as the second."""
    for number in numbers:
        if number.role == "after" and number.said == "before" and number.indicator in indicators:
            yield Problem(
                code="W408",
                place=report.place_of(_span(number)),
                found=f"{_quote(report, number)}标的是 as=after",
                expected="原句里它是变化前的数：as=before",
                hint="对照原句；标反了，就把两头的 as 对调。",
                about=(number.indicator,),
            )


def _quote(report: Report, number: TaggedNumber) -> str:
    """Return the words at a number: its label, the number, what follows."""
    label = number.label or (number.clauses[0] if number.clauses else "")
    return f"「{label[-14:]}{_span(number).of(report.body)}{number.tail[:10]}」"


def _describe(indicator: str, indicators: Mapping[str, Indicator]) -> str:
    return f"{indicator}（{indicators[indicator].name}）" if indicator else ""


def _span(number: TaggedNumber) -> Span:
    return Span(start=number.span[0], end=number.span[1])
