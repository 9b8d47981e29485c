"""Whose number is it? By the grammar of official Chinese, and by the places that the project knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..analysis.number_context import NumberContext

_LEVELS = "省市州县区旗盟"
_WHOLE = re.compile(f"[全我本]([{_LEVELS}国])")
SCOPES = re.compile(
    f"全[{_LEVELS}国]|[{_LEVELS}]政府系统|(?:[{_LEVELS}]{{1,2}}政府)(?!门户|常务|议案)|[{_LEVELS}](?:人大|政协)"
    f"|[{_LEVELS}]级部门|[{_LEVELS}]本级|[{_LEVELS}]级|各?[市县]{{2}}|各[{_LEVELS}]|乡镇|街道|村社区|各级各部门|各部门"
    "|法院|检察院|公安"
)
"""Words that say whose number it is."""


def find_own_level(contexts: Iterable[NumberContext]) -> str:
    """Return the office's own level: 市 of 全市 and 我市; empty where no such word stands."""
    levels = Counter(
        level
        for context in contexts
        for level in _WHOLE.findall(context.lead + context.label)
        if level != "国"
    )
    return levels.most_common(1)[0][0] if levels else ""


def find_scope(context: NumberContext, own: str) -> str:
    """Return the nearest word before a number that says whose it is; the whole of the office's own level is none."""
    found = SCOPES.findall(context.lead + context.label)
    return "" if not found or found[-1] == f"全{own}" else found[-1]


def is_whole_of_another(scope: str) -> bool:
    """Tell whether a scope is all of another level than the office's own: 全省 in the report of a district."""
    return len(scope) == 2 and scope.startswith("全")


def create_place_pattern(dictionary: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the places of the project's dictionary, by their whole names and without 县, 市."""
    names = set()
    for line in dictionary:
        word, _, tag = line.partition(" ")
        if tag.strip() == "ns":
            names |= {word, word[:-1]} if word[-1] in _LEVELS and len(word) > 2 else {word}
    return re.compile("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))) or r"(?!)")
