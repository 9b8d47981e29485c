"""Any decision of staff → the edits that write it, and a line that says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ...model.report import OMITTED, Report
from .decisions import Decision, UnknownNumberError, describe_decision, plan_edits
from .desk import Desk
from .entries import GROUP_NAMES, DropDecision, EntryDecision, plan_drop, plan_entry
from .marks import OUTLINE, MarkDecision, MarkKind, SelectDecision, locate_selection, plan_mark
from .outline import LISTS, ListDecision, PageDecision, plan_list, plan_page
from .text_edits import TextEdit

LocatedDecision = Decision | MarkDecision | PageDecision | ListDecision | EntryDecision | DropDecision
AnyDecision = LocatedDecision | SelectDecision
"""As it is sent: words may be said by where they are seen."""
MARK_NAMES = {
    MarkKind.PROBLEM: "问题",
    MarkKind.PLAN: "安排",
    MarkKind.ACHIEVEMENT: "成效",
    MarkKind.HEADING: "标题",
    MarkKind.OMIT: "不是报告的字",
}
SHOWN = 16
"""Characters of marked words in a line of the log."""


def locate(decision: AnyDecision, report: Report) -> LocatedDecision:
    """Return a decision with its words found in the body. Raises `UnknownWordsError`."""
    return locate_selection(decision, report) if isinstance(decision, SelectDecision) else decision


def plan(decision: LocatedDecision, desk: Desk, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits of a decision; `files` are the content files as they stand, by name.

    Raises what the planners of each kind raise: all are a `SiteError` that says why it cannot be.
    """
    match decision:
        case Decision():
            return plan_edits(decision, desk, files)
        case MarkDecision():
            return plan_mark(decision, desk.report, files)
        case PageDecision():
            return plan_page(decision, desk.report, files)
        case ListDecision():
            return plan_list(decision, desk.report, files)
        case EntryDecision():
            return plan_entry(decision, files)
        case DropDecision():
            return plan_drop(decision, files)
        case _:
            assert_never(decision)


def changes_outline(decision: LocatedDecision) -> bool:
    """Tell whether a decision can make other sections, so that the head has to speak of them anew."""
    return isinstance(decision, MarkDecision) and decision.kind in OUTLINE


def describe_any(decision: LocatedDecision, desk: Desk) -> str:
    """Return a decision in a line, for the log."""
    match decision:
        case Decision():
            number = desk.find(decision.number)
            if number is None:
                raise UnknownNumberError("报告里没有这个数了，可能刚刚在别处改过")
            return describe_decision(decision, number)
        case MarkDecision():
            return _describe_mark(decision, desk)
        case PageDecision(section=section, slug=slug):
            return f"第 {section} 节　" + (f"网页名「{slug}」" if slug else "接在前一页后面")
        case ListDecision(id=id, is_in=is_in, key=key):
            return f"{id}　{LISTS[key]}" + ("" if is_in else "：取消")
        case EntryDecision(group=group, id=id):
            return f"{GROUP_NAMES[group]}「{id}」"
        case DropDecision(group=group, id=id):
            return f"去掉{GROUP_NAMES[group]}「{id}」"
        case _:
            assert_never(decision)


def _describe_mark(decision: MarkDecision, desk: Desk) -> str:
    words = desk.report.display.of(decision.span)
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}……"
    name, value = MARK_NAMES[decision.kind], decision.value
    if not value:
        return f"「{shown}」　去掉{name}"
    if decision.kind is MarkKind.HEADING:
        return f"「{shown}」　" + ("不是标题" if value == "no" else f"第 {value} 层标题")
    if decision.kind is MarkKind.OMIT:
        return f"「{shown}」　{OMITTED[value]}"
    return f"「{shown}」　{name}「{value}」"


def find_number(decision: LocatedDecision) -> str:
    """Return the number of the desk that a decision is about; empty for the others."""
    return decision.number if isinstance(decision, Decision) else ""
