"""Reasons against a match: another kind of number, another year, another scope."""

from __future__ import annotations

import re

from ..analysis.number_context import NumberContext
from ..model.measures import MEASURES
from ..model.numeral import Qualifier
from .likeness import is_short
from .records import Slot

MARKERS: tuple[tuple[str, str], ...] = (
    ("变化", "增长|下降|同比|环比|提高了|降低了|减少了|增加了|增幅|降幅|升高|上升|百分点"),
    ("往年", "上年|去年|前年|往年|上一年|同期|以来|近[一二两三四五]年"),
    ("部分", "其中|仅|新增|首次"),
    ("目标", "力争|预计|计划|目标|拟|将|确保|争取|到年底|预期"),
    ("每个", "每个|每|平均|人均|户均|村均"),
    ("否定", "未|不予|驳回|撤销|终止|不合格|不符合|整改"),
    ("人次", "参加|参与|参训|参演|参会"),
)
"""Words that make another number of the same thing; both contexts have them, or neither."""
SCOPES = re.compile(
    "全省|省级|省政府|全国|州政府系统|州政府(?!门户|常务|议案)|县市政府|[省州县市](?:人大|政协)|州级部门|州级|州政府|州本级|各县市|县市|县级|市级|乡镇|街道|村社区|全州|各级各部门|各部门|法院|检察院|公安"
)
"""Whose number it is."""
PLACES = re.compile("楚雄市|双柏县?|牟定县?|南华县?|姚安县?|大姚县?|永仁县?|元谋县?|武定县?|禄丰市?")


def list_doubts(ours: NumberContext, slot: Slot) -> tuple[str, ...]:
    """Return reasons against a match, in Chinese: another kind of number, another year, another scope."""
    theirs = slot.contexts[0]
    doubts = []
    measure = MEASURES[slot.indicator.measure]
    if ours.numeral.value is None or ours.numeral.upper is not None or not measure.fits(ours.numeral):
        doubts.append(f"种类 {slot.indicator.measure} 要的是{measure.like}")
    if (ours.numeral.qualifier is Qualifier.PLANNED) != (theirs.numeral.qualifier is Qualifier.PLANNED):
        doubts.append("一个是计划数，一个不是")
    if ours.role != slot.role:
        doubts.append("一个是前后两头之一，一个不是")
    if ours.part is not theirs.part:
        doubts.append("写在另一部分里")
    doubts += [
        f"只有一处说「{kind}」"
        for kind, pattern in MARKERS
        if not any(_says(kind, pattern, ours) == _says(kind, pattern, other) for other in slot.contexts)
    ]
    if _differ(SCOPES, ours, slot):
        doubts.append("范围不同")
    if _differ(PLACES, ours, slot):
        doubts.append("地方不同")
    return tuple(doubts)


def _says(kind: str, pattern: str, context: NumberContext) -> bool:
    before = context.lead if kind == "往年" else next(iter(context.clauses), "") if is_short(context) else ""
    return re.search(pattern, before + context.label + context.tail) is not None


def _differ(pattern: re.Pattern[str], ours: NumberContext, slot: Slot) -> bool:
    """Tell whether both say whose number it is, the nearest word before it counting, and not the same."""
    mine = _find_last(pattern, ours)
    theirs = {_find_last(pattern, other) for other in slot.contexts}
    return bool(mine) and "" not in theirs and mine not in theirs


def _find_last(pattern: re.Pattern[str], context: NumberContext) -> str:
    found = pattern.findall(context.lead + context.label)
    return found[-1] if found else ""
