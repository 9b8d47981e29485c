"""The facts of earlier reports, with the contexts in which they are stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..analysis.contexts import compute_contexts
from ..analysis.facts import REPORT_YEAR, compute_facts
from ..analysis.number_context import NumberContext
from ..analysis.part_kinds import PartKind
from ..analysis.report_numerals import read_report_numerals
from ..model.catalogue import Indicator
from ..model.findings import Fact
from ..model.place import Span
from ..model.report import Report
from .records import Slot

QUOTED = 30
"""How many characters are quoted on each side of a number."""
AIMED = frozenset({None, "target"})
"""A value, and what is aimed at for it."""

Key = tuple[str, str | None, str | None, str | None]
"""Indicator, role, year in the new report, place or group."""


def compute_slots(
    reports: Iterable[Report], indicators: Mapping[str, Indicator], new: str
) -> tuple[Slot, ...]:
    """Return every named fact of the reports, given latest first, with all its contexts, as the report `new` would state it.

    A year that a tag says moves on with the reports: 2012 in the report of 2013 is 2013 in that of 2014.
    """
    found: dict[Key, list[tuple[NumberContext, str | None]]] = {}
    latest: dict[Key, tuple[Report, Fact]] = {}
    for report in reports:
        facts, _ = compute_facts(report, read_report_numerals(report), indicators)
        contexts = compute_contexts(report.body, report.sections)
        later = int(new) - int(report.id) if _are_years(report.id, new) else None
        for fact in facts:
            if fact.named and (fact.told_year is None or later is not None):
                key = (fact.indicator.id, fact.role, _move(fact.told_year, later), fact.of)
                here = _find_contexts(fact, facts, contexts)
                found.setdefault(key, []).extend((context, _move(context.year, later)) for context in here)
                latest.setdefault(key, (report, fact))
    slots = [_create_slot(key, contexts, *latest[key]) for key, contexts in found.items() if contexts]
    known = [replace(slot, beside=tuple(_list_beside(slot, slots))) for slot in slots]
    aims, values = _suppose(slots, "target", PartKind.PLANS), _suppose(slots, None, PartKind.RESULTS)
    return (*known, *aims, *values)


def _list_beside(slot: Slot, slots: Iterable[Slot]) -> Iterator[NumberContext]:
    """Yield the contexts of the aim of a value, and of the value that was aimed at."""
    for other in slots:
        same = (slot.indicator.id, slot.of) == (other.indicator.id, other.of) and slot is not other
        if same and {slot.role, other.role} <= AIMED:
            yield from other.contexts


def _suppose(slots: Iterable[Slot], role: str | None, part: PartKind) -> Iterator[Slot]:
    """Yield the aims of values that have none, or the values of aims, as most of the others are stated.

    What was done last year may be planned this year; what was planned may be done.
    """
    told = [slot for slot in slots if slot.role in AIMED and slot.year]
    alike = [
        slot for slot in told if slot.role == role and {context.part for context in slot.contexts} == {part}
    ]
    known = {(slot.indicator.id, slot.of) for slot in told if slot.role == role}
    for slot in told if alike else ():
        if (slot.indicator.id, slot.of) not in known:
            [(year, _)] = Counter(slot.year for slot in alike).most_common(1)
            contexts = tuple(replace(context, part=part) for context in slot.contexts)
            fact = f"{slot.fact}?{role or ''}"
            yield replace(slot, role=role, year=year, contexts=contexts, fact=fact, supposed=True)


def _are_years(*ids: str) -> bool:
    return all(map(REPORT_YEAR.fullmatch, ids))


def _move(year: str | None, later: int | None) -> str | None:
    return str(int(year) + later) if year and later is not None else None


def _create_slot(
    key: Key, found: Iterable[tuple[NumberContext, str | None]], report: Report, fact: Fact
) -> Slot:
    _, role, year, of = key
    contexts, named = zip(*found, strict=True)
    return Slot(
        indicator=fact.indicator,
        role=role,
        year=year,
        of=of,
        contexts=contexts,
        named=frozenset(filter(None, named)),
        report=report.id,
        fact=fact.id,
        quote=quote_number(report.body, fact.sentence, fact.span),
    )


def quote_number(body: str, sentence: Span, number: Span) -> str:
    """Return the words of a sentence around a number, the number in 【】, cut on both sides."""
    before = " ".join(body[sentence.start : number.start].split())
    after = " ".join(body[number.end : sentence.end].split())
    opening = before if len(before) <= QUOTED else "…" + before[-QUOTED:]
    return f"{opening}【{number.of(body)}】{after if len(after) <= QUOTED else after[:QUOTED] + '…'}"


def _find_contexts(
    fact: Fact, facts: tuple[Fact, ...], contexts: tuple[NumberContext, ...]
) -> list[NumberContext]:
    """Return where a fact stands; of a number with several subjects, the one in its order."""
    together = [other.id for other in facts if other.span == fact.span]
    result = []
    for span in (fact.span, *fact.occurrences):
        here = [context for context in contexts if context.span == span]
        fitting = [context for context in here if context.share == together.index(fact.id)]
        result += fitting if len(here) == len(together) else here[:1]
    return result
