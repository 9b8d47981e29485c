"""Names of the two ends of a change: the report's own word where it has one, else 变化前 and 变化后."""

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


def name_roles(report: Report, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts, those that stand before or after a change with words for it."""
    words = {fact.indicator.id: _read_change(report, fact) for fact in facts if fact.role == "after"}
    return tuple(
        replace(fact, role_name=words.get(fact.indicator.id, NEUTRAL) + ENDS[fact.role])
        if fact.role in ENDS
        else fact
        for fact in facts
    )


def _read_change(report: Report, after: Fact) -> str:
    said = report.display.of(Span(start=after.sentence.start, end=after.span.start))
    if after.qualifier_text:
        said = said.removesuffix(after.qualifier_text)
    match = CHANGE.search(said)
    return match[1] if match else NEUTRAL
