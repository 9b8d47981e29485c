"""The facts of earlier reports, with the contexts in which they are stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..analysis.contexts import compute_contexts
from ..analysis.facts import compute_facts
from ..analysis.number_context import NumberContext
from ..analysis.report_numerals import read_report_numerals
from ..model.catalogue import Indicator
from ..model.findings import Fact
from ..model.report import Report
from .records import Slot


def compute_slots(reports: Iterable[Report], indicators: Mapping[str, Indicator]) -> tuple[Slot, ...]:
    """Return every fact of the reports, given latest first, with all its contexts."""
    found: dict[tuple[str, str | None], list[NumberContext]] = {}
    for report in reports:
        facts, _ = compute_facts(report, read_report_numerals(report), indicators)
        contexts = compute_contexts(report.body, report.sections)
        for fact in filter(_is_plain, facts):
            found.setdefault((fact.indicator.id, fact.role), []).extend(_find_contexts(fact, facts, contexts))
    return tuple(
        Slot(indicator=indicators[name], role=role, contexts=tuple(contexts))
        for (name, role), contexts in found.items()
        if contexts
    )


def _is_plain(fact: Fact) -> bool:
    """Tell whether a fact has a name and speaks of the report's own year and of all: others are not looked for."""
    return (
        fact.named and fact.role in {None, "before", "after"} and fact.told_year is None and fact.of is None
    )


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
