"""Assign numbers to subjects when several subjects stand before one or several numbers.

均为: one number for each of the subjects. 分别为: the first number for the first subject, and so on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .number_context import NumberContext

BOTH = re.compile("(?:均|都|皆)(?:达到?|为|是|在|实现|保持在|稳定在|超过?)?$")
EACH = re.compile("(?:分别|依次)(?:达到?|为|是|有|实现|完成|办理|增长|下降)?$")
LIST = re.compile("[、和与及]")
JOINT = frozenset({"", "、", ",", "和", "与", "及", "以及"})
"""What stands between the numbers that 分别 introduces."""


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
