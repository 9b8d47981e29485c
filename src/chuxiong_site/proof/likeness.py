"""Which facts may be drawn in one picture, worked out anew: one unit, measure and nature, and not too many for a page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Fact, Findings, ReportFindings
from ..model.measures import MEASURES, STANDARD
from ..model.numeral import Qualifier
from ..model.place import Span
from .scopes.things import say_measure, say_unit

ROOM = 400
FIRST = 6
ACTUAL = "实际数"
BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
JUST = frozenset({None, Qualifier.AVERAGE, Qualifier.PLANNED})
"""How a number is meant that means just itself."""
Offered = list[tuple[ReportFindings, Fact]]


def list_like(findings: Findings) -> list[tuple[str, Offered]]:
    """Return (what a group is called, its facts) in the order of the groups' first facts; each has two at least."""
    groups: dict[tuple[str, str], Offered] = {}
    for entry, fact in _list_room(findings):
        per = "" if fact.per is None else str(fact.per)
        groups.setdefault((_name_group(fact), per), []).append((entry, fact))
    return [(name, facts) for (name, _), facts in groups.items() if facts[1:]]


def _list_room(findings: Findings) -> Iterator[tuple[ReportFindings, Fact]]:
    room = ROOM
    for order, entry in enumerate(findings.reports):
        drawable = [fact for fact in entry.facts if not fact.members]
        facts = [fact for fact in drawable if fact.named] + [fact for fact in drawable if not fact.named]
        if order and len(facts) > room:
            break
        yield from ((entry, fact) for fact in facts[:room])
        room = max(0, room - len(facts))


def _name_group(fact: Fact) -> str:
    unit, nature = say_unit(fact), _say_nature(fact)
    words = [f"单位：{unit}" if unit else "没有单位", MEASURES[say_measure(fact)].name]
    return "；".join(words + [nature] * (nature != ACTUAL))


def _say_nature(fact: Fact) -> str:
    if fact.role == "target":
        return "目标"
    if fact.qualifier is Qualifier.PLANNED:
        return "计划"
    return "标准" if fact.qualifier in BOUNDS or say_measure(fact) == STANDARD else ACTUAL


def ends_there(fact: Fact) -> bool:
    """Tell whether the text means just this number."""
    return fact.qualifier in JUST and fact.upper is None


def list_first(groups: list[tuple[str, Offered]]) -> set[tuple[str, str]]:
    """Return (report, fact) of what is drawn first: the most exact facts of one sentence of the newest report, all of one scope."""
    newest = groups[0][1][0][0]
    best: Offered = []
    for _, facts in groups:
        exact: dict[tuple[Span, str], Offered] = {}
        for entry, fact in facts:
            same = exact.setdefault((fact.sentence, fact.indicator.scope), [])
            same += [(entry, fact)] * (entry is newest and ends_there(fact))
        for same in exact.values():
            best = same if len(same) > len(best) else best
    chosen = best if len(best) > 1 else groups[0][1][:2]
    return {(entry.report.id, fact.id) for entry, fact in chosen[:FIRST]}
