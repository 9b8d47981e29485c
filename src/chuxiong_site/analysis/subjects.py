"""Assign numbers to subjects when several subjects stand before one or several numbers.

均为: one number for each of the subjects. 分别为: the first number for the first subject, and so on.
同比增长, 达到 alone: the subject is that of the number before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .number_context import NumberContext

BOTH = re.compile("(?:均|都|皆)(?:达到?|为|是|在|实现|保持在|稳定在|超过?)?$")
EACH = re.compile(
    "(?:分别|依次)(?:达到?|为|是|有|实现|完成|办理|增长|下降|增加|减少|提高|降低|压缩|上升|压减)?(?:了|到|至)?$"
)
LIST = re.compile("[、和与及]")
JOINT = frozenset({"", "、", ",", "和", "与", "及", "以及"})
"""What stands between the numbers that 分别 introduces."""
_RELATION = (
    "(?:同比|环比|比?上年(?:同期)?|较上年|比|较|年均|增长|增加|增幅|上升|提高|下降|减少|降低|递增|净增|达到?|完成|实现|突破|超过?"
    "|为|是|约|近|了|至|到|共|均|并|已|将)"
)
_CLOSING_RELATION = re.compile(f"{_RELATION}+$")
"""A label has no subject where this is all of it."""
_SAYS_NOTHING = re.compile(r"(?:以[上内下]|左右|\(.*)?$")
"""What may stand behind a number without naming what is counted."""


def complete_labels(contexts: list[NumberContext]) -> list[NumberContext]:
    """Put the subject of the number before to a label without one: 生产总值完成9亿元,同比增长3%."""
    result: list[NumberContext] = []
    for context in contexts:
        before = result[-1] if result else None
        if before and not before.tail and _has_no_subject(context):
            context = replace(context, label=strip_relation(before.label) + context.label)  # noqa: PLW2901
        result.append(context)
    return result


def strip_relation(label: str) -> str:
    """Return a label without the words between what is counted and the number: 达到, 同比增长."""
    return _CLOSING_RELATION.sub("", label)


def _has_no_subject(context: NumberContext) -> bool:
    alone = _CLOSING_RELATION.match(context.label) and _SAYS_NOTHING.match(context.tail)
    return bool(alone) and context.role is None


def split_subjects(contexts: list[NumberContext]) -> list[NumberContext]:
    """Return the contexts with one subject each."""
    result: list[NumberContext] = []
    index = 0
    while index < len(contexts):
        context = contexts[index]
        if found := EACH.search(context.label):
            row = _find_row(contexts, index)
            result += _give_each(row, context.label[: found.start()])
            index += len(row)
        else:
            result += _give_both(context)
            index += 1
    return result


def _give_both(context: NumberContext) -> list[NumberContext]:
    found = BOTH.search(context.label)
    subjects = _list_subjects(context.label[: found.start()]) if found else []
    if len(subjects) < 2:
        return [context]
    return [replace(context, label=subject, tail="", share=share) for share, subject in enumerate(subjects)]


def _find_row(contexts: list[NumberContext], first: int) -> list[NumberContext]:
    """Return the numbers that follow one another with nothing but marks between."""
    row = [contexts[first]]
    for context in contexts[first + 1 :]:
        if row[-1].tail not in JOINT or context.label not in JOINT:
            break
        row.append(context)
    return row


def _give_each(row: list[NumberContext], words: str) -> list[NumberContext]:
    subjects = _list_subjects(words)
    if len(subjects) != len(row):
        return row
    return [replace(context, label=subject) for context, subject in zip(row, subjects, strict=True)]


def _list_subjects(words: str) -> list[str]:
    return [subject for subject in LIST.split(words) if subject]
