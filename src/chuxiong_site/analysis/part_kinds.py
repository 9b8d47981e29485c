"""Classify each part of a yearly report by its heading: results, problems, plans."""

from __future__ import annotations

import re
from enum import StrEnum

from ..model.report import Section
from .numerals.half_width import HALF_WIDTH


class PartKind(StrEnum):
    """What a part of a yearly report is about; the same words mean something else in each."""

    RESULTS = "results"
    PROBLEMS = "problems"
    PLANS = "plans"


PART_KINDS: tuple[tuple[PartKind, str], ...] = (
    (PartKind.PROBLEMS, "问题|不足|短板|困难|差距|挑战|薄弱"),
    (PartKind.RESULTS, "回顾|成效|成绩|(?:完成|进展|推进|落实|开展|执行)情况"),
    (PartKind.PLANS, "重点|计划|安排|打算|下一步|思路|目标|展望|年度任务|年工作$"),
)
"""The first kind whose words a heading has: 重点工作完成情况 tells of results. Without any it goes on as the part before."""
AHEAD = frozenset({PartKind.PROBLEMS, PartKind.PLANS})
"""After these a part without any of the words tells of what is to be done."""
_SPACE = re.compile(r"[ \t　\xa0]+")


def describe_heading(body: str, section: Section) -> str:
    """Return a heading without its marker and closing 。, half-width."""
    words = section.heading.of(body).translate(HALF_WIDTH) if section.heading else ""
    return compact(re.sub(r"^\s*(?:\(?[一二三四五六七八九十]+\)?[、.]?)", "", words)).rstrip("。")


def compact(words: str) -> str:
    """Return words without blanks."""
    return _SPACE.sub("", words)


def find_part_kinds(body: str, sections: tuple[Section, ...]) -> dict[str, PartKind]:
    """Return part number → kind, by the part's heading; a report tells of results first, and never again after its plans."""
    kinds: dict[str, PartKind] = {}
    last = PartKind.RESULTS
    for section in sections:
        if section.is_part:
            heading = describe_heading(body, section)
            said = next((kind for kind, words in PART_KINDS if re.search(words, heading)), None)
            last = kinds[section.number] = said or (PartKind.PLANS if last in AHEAD else last)
    return kinds
