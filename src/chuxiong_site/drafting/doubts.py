"""Reasons against a match: another kind of number, another year, another scope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analysis.contexts import NUMBER
from ..analysis.number_context import NumberContext
from ..analysis.part_kinds import PartKind
from ..model.measures import MEASURES
from ..model.numeral import Qualifier
from ..model.records import dataclass
from .likeness import is_short
from .records import Slot
from .scopes import find_scope, is_whole_of_another

MARKERS: tuple[tuple[str, str], ...] = (
    ("变化", "增长|下降|同比|环比|提高了|降低了|减少了|增加了|增幅|降幅|升高|上升|百分点"),
    ("往年", "上年|去年|前年|往年|上一年|同期|以来|近[一二两三四五]年"),
    ("部分", "其中|仅|新增|首次"),
    ("目标", "力争|预计|计划|目标|拟|将|确保|争取|到年底|预期"),
    ("每个", "每个|每|平均|人均|户均|村均"),
    ("年均", "年均|年平均|平均每年"),
    ("否定", "未|不予|驳回|撤销|终止|不合格|不符合|整改"),
    ("人次", "参加|参与|参训|参演|参会"),
)
"""Words that make another number of the same thing; both contexts have them, or neither."""

OF_ONE = frozenset({"变化", "部分"})
"""Words that speak of the number of their own clause, where it has one."""

ENDS = frozenset({"before", "after"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What both reports are about: the office's own level and the places of the project."""

    level: str
    places: re.Pattern[str]
    groups: frozenset[str]
    """Of whom known facts speak, as their tags say."""
    lacks_plans: bool
    """Whether no heading of the new report tells of plans, though facts of earlier ones stand under such headings."""
    year: str
    """The new report's, as far as its id is one."""


def list_doubts(ours: NumberContext, slot: Slot, around: Surroundings) -> tuple[str, ...]:
    """Return reasons against a match, in Chinese: another kind of number, another year, another scope."""
    return (
        *_list_doubts_of_kind(ours, slot),
        *_list_doubts_of_time(ours, slot, around),
        *_list_doubts_of_place(ours, slot, around),
    )


def _list_doubts_of_kind(ours: NumberContext, slot: Slot) -> Iterator[str]:
    theirs = slot.contexts[0]
    both_planned = ours.part is theirs.part is PartKind.PLANS
    measure = MEASURES[slot.measure]
    if ours.numeral.value is None or ours.numeral.upper is not None or not measure.fits(ours.numeral):
        yield f"种类 {slot.measure} 要的是{measure.like}"
    if not both_planned and _is_planned(ours) != _is_planned(theirs):
        yield "一个是计划数，一个不是"
    if ours.role != (slot.role if slot.role in ENDS else None):
        yield "一个是前后两头之一，一个不是"
    for kind, pattern in MARKERS:
        if not (kind == "目标" and both_planned) and not any(
            _says(kind, pattern, ours) == _says(kind, pattern, other) for other in slot.contexts
        ):
            yield f"只有一处说「{kind}」"


def _list_doubts_of_time(ours: NumberContext, slot: Slot, around: Surroundings) -> Iterator[str]:
    if slot.supposed:
        yield "往年没有写过它的目标" if slot.role else "往年只写过它的目标"
    if ours.part is not slot.contexts[0].part:
        yield "写在另一部分里"
    if around.lacks_plans and (slot.year or slot.beside):
        yield "没有认出说打算的部分，也可能是目标"
    if not any(ours.time is other.time for other in slot.contexts):
        yield "说的不是一段时间：一年的、几年的、打算到哪一年的"
    if ours.year and ours.year not in {slot.year or around.year, *slot.named}:
        yield f"这里说的是 {ours.year} 年"


def _list_doubts_of_place(ours: NumberContext, slot: Slot, around: Surroundings) -> Iterator[str]:
    if slot.of != _find_group(ours, slot, around.groups):
        yield "说的不是一个地方、一个单位"
    if _differ_in_scope(ours, slot, around.level):
        yield "范围不同"
    if _differ_in_place(ours, slot, around.places):
        yield "地方不同"


def _is_planned(context: NumberContext) -> bool:
    return context.numeral.qualifier is Qualifier.PLANNED


def _says(kind: str, pattern: str, context: NumberContext) -> bool:
    before = context.lead if kind == "往年" else next(iter(context.clauses), "") if is_short(context) else ""
    if kind in OF_ONE and NUMBER in before:
        before = ""
    return re.search(pattern, before + context.label + context.tail) is not None


def _find_group(ours: NumberContext, slot: Slot, groups: frozenset[str]) -> str | None:
    """Return of whom a number speaks, as far as its label names one that tags do; one of several is the fact's own."""
    said = [group for group in groups if group in ours.label + ours.tail]
    if slot.of in said:
        return slot.of
    known = {group for group in said if any(group in other.label + other.tail for other in slot.contexts)}
    return next((group for group in said if group not in known), None)


def _differ_in_scope(ours: NumberContext, slot: Slot, level: str) -> bool:
    """Tell whether both say whose number it is and not the same, or one is of all of another level."""
    mine = find_scope(ours, level)
    theirs = {find_scope(other, level) for other in slot.contexts}
    if is_whole_of_another(mine) or any(map(is_whole_of_another, theirs)):
        return mine not in theirs
    return bool(mine) and "" not in theirs and mine not in theirs


def _differ_in_place(ours: NumberContext, slot: Slot, places: re.Pattern[str]) -> bool:
    """Tell whether both name a place, the nearest before the number counting, and not the same."""
    mine = _find_last(places, ours)
    theirs = {_find_last(places, other) for other in slot.contexts}
    return bool(mine) and "" not in theirs and mine not in theirs


def _find_last(pattern: re.Pattern[str], context: NumberContext) -> str:
    found = pattern.findall(context.lead + context.label)
    return found[-1] if found else ""
