"""The facts of earlier reports, with the contexts in which they are stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..analysis.contexts import compute_contexts
from ..analysis.facts import compute_facts
from ..analysis.number_context import NumberContext
from ..analysis.report_numerals import read_report_numerals
from ..model.catalogue import Indicator
from ..model.findings import Fact
from ..model.place import Span
from ..model.report import Report
from .records import Slot

QUOTED = 30
"""How many characters are quoted on each side of a number."""


def compute_slots(reports: Iterable[Report], indicators: Mapping[str, Indicator]) -> tuple[Slot, ...]:
    """Return every fact of the reports, given latest first, with all its contexts."""
    found: dict[tuple[str, str | None], list[NumberContext]] = {}
    quotes: dict[tuple[str, str | None], tuple[str, str]] = {}
    for report in reports:
        facts, _ = compute_facts(report, read_report_numerals(report), indicators)
        contexts = compute_contexts(report.body, report.sections)
        for fact in filter(_is_plain, facts):
            key = (fact.indicator.id, fact.role)
            found.setdefault(key, []).extend(_find_contexts(fact, facts, contexts))
            quotes.setdefault(key, (report.id, quote_number(report.body, fact.sentence, fact.span)))
    return tuple(
        Slot(
            indicator=indicators[name],
            role=role,
            contexts=tuple(contexts),
            report=quotes[name, role][0],
            quote=quotes[name, role][1],
        )
        for (name, role), contexts in found.items()
        if contexts
    )


def _is_plain(fact: Fact) -> bool:
    """Tell whether a fact has a name and speaks of the report's own year and of all: others are not looked for."""
    return (
        fact.named and fact.role in {None, "before", "after"} and fact.told_year is None and fact.of is None
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
