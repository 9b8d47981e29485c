"""Facts that may be drawn in one picture: counted in the same unit, of the same measure and nature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ...model.findings import Fact, Findings, ReportFindings
from ...model.measures import MEASURES
from ...model.place import Span
from ...model.records import dataclass

Stated = tuple[ReportFindings, Fact]
"""A fact with the report that states it."""
MOST = 400
"""How many facts one page offers: it stays light however long the reports are."""
EXAMPLE = 6
"""How many facts the picture shows before a reader has chosen any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeFacts:
    """Facts of one unit, measure and nature, in the order of their reports."""

    name: str
    """单位：件；数量, and the nature of what is no actual number: 单位：件；数量；目标."""
    facts: tuple[Stated, ...]


def has_like_facts(findings: Findings) -> bool:
    """Tell whether any two facts may be drawn in one picture; it looks no further than the first two."""
    seen: set[tuple[object, ...]] = set()
    for _, fact in _list_offered(findings):
        key = _compute_key(fact)
        if key in seen:
            return True
        seen.add(key)
    return False


def group_like_facts(findings: Findings) -> tuple[LikeFacts, ...]:
    """Return the groups of two facts and more, in the order of their first facts."""
    groups: dict[tuple[object, ...], list[Stated]] = {}
    for entry, fact in _list_offered(findings):
        groups.setdefault(_compute_key(fact), []).append((entry, fact))
    return tuple(
        LikeFacts(name=_describe_group(facts[0][1]), facts=tuple(facts))
        for facts in groups.values()
        if len(facts) > 1
    )


def choose_example(groups: tuple[LikeFacts, ...]) -> frozenset[tuple[str, str]]:
    """Return (report id, fact id) of what is drawn first: exact facts of one sentence of the newest report and one scope, the most.

    What stands in one sentence the report itself sets side by side. Where none has two, the first two of the first group.
    """
    newest = groups[0].facts[0][0].report.id
    choices = [
        [(entry.report.id, fact.id) for entry, fact in group.facts if _is_of(entry, fact, newest, *shared)]
        for group in groups
        for shared in Counter((fact.sentence, fact.indicator.scope) for _, fact in group.facts)
    ]
    best = max(choices, key=len)
    if len(best) < 2:
        best = [(entry.report.id, fact.id) for entry, fact in groups[0].facts[:2]]
    return frozenset(best[:EXAMPLE])


def put_first(groups: tuple[LikeFacts, ...], chosen: frozenset[tuple[str, str]]) -> tuple[LikeFacts, ...]:
    """Return the groups with the one whose facts are chosen before all others: it is the one in sight."""
    return tuple(
        sorted(
            groups,
            key=lambda group: not any((entry.report.id, fact.id) in chosen for entry, fact in group.facts),
        )
    )


def is_exact(fact: Fact) -> bool:
    """Tell whether a mark may end just at the fact's value."""
    return fact.is_exact and fact.upper is None


def _is_of(entry: ReportFindings, fact: Fact, newest: str, sentence: Span, scope: str) -> bool:
    stated = (entry.report.id, fact.sentence, fact.indicator.scope)
    return stated == (newest, sentence, scope) and is_exact(fact)


def _list_offered(findings: Findings) -> Iterator[Stated]:
    """Yield the newest report's facts, those with names first, then the facts of each older report that fits whole."""
    room = MOST
    for entry in findings.reports:
        facts = sorted(filter(_is_drawable, entry.facts), key=lambda fact: not fact.named)
        if entry is not findings.reports[0] and len(facts) > room:
            return
        yield from ((entry, fact) for fact in islice(facts, room))
        room -= min(room, len(facts))


def _is_drawable(fact: Fact) -> bool:
    return not fact.members


def _compute_key(fact: Fact) -> tuple[object, ...]:
    return fact.counted_in, fact.measure, fact.nature, fact.per


def _describe_group(fact: Fact) -> str:
    unit = f"单位：{fact.counted_in}" if fact.counted_in else "没有单位"
    nature = "" if fact.nature == "实际数" else f"；{fact.nature}"
    return f"{unit}；{MEASURES[fact.measure].name}{nature}"
