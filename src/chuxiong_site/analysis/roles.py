"""Words for what tells facts of one indicator apart: whose, of which year, which end of a change, an aim, last year's."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.findings import Fact
from ..model.place import Span
from ..model.report import Report

CHANGE = re.compile(
    "(压缩|压减|缩短|缩减|精简|减少|降低|下降|下调|提高|提升|增加|增长|上升|上调|扩大|延长|调整|优化)"
    "(?:到|至|为|成)?(?:了)?$"
)
"""A verb of change right before the number that it led to."""
NEUTRAL = "变化"
ENDS = {"before": "前", "after": "后"}
NAMES = {"target": "目标", "previous": "上年", "change": "变化"}


def name_roles(report: Report, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts with words for what tells them from others of their indicator: 青石县，2011年，压缩前."""
    words = {_join(fact): _read_change(report, fact) for fact in facts if fact.role == "after"}
    return tuple(replace(fact, role_name=_describe(fact, words.get(_join(fact), NEUTRAL))) for fact in facts)


def _join(fact: Fact) -> tuple[str, str | None, str | None]:
    return fact.indicator.id, fact.year, fact.of


def _describe(fact: Fact, change: str) -> str:
    role = fact.role or ""
    name = f"{change}{ENDS[role]}" if role in ENDS else NAMES.get(role, "")
    return "，".join(filter(None, (fact.of, fact.told_year and f"{fact.told_year}年", name)))


def _read_change(report: Report, after: Fact) -> str:
    said = report.display.of(Span(start=after.sentence.start, end=after.span.start))
    if after.qualifier_text:
        said = said.removesuffix(after.qualifier_text)
    match = CHANGE.search(said)
    return match[1] if match else NEUTRAL
