"""The numeral gate: every number of the text is a tagged fact or recognised as something else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..model.display_names import KIND_NAMES
from ..model.findings import CensusEntry, Fact
from ..model.numeral import Numeral, NumeralKind
from ..model.place import Span, collect_spans
from ..model.report import Report, Tag
from ..problems import Problem
from .advice import advise
from .numerals import find_unread_digits


def compute_census(
    report: Report, numerals: tuple[Numeral, ...], facts: tuple[Fact, ...]
) -> tuple[tuple[CensusEntry, ...], list[Problem]]:
    """Return every numeral with its kind, in order, and problems for those without fact, kind or waiver."""
    waivers = {tag.span: tag for tag in report.tags if tag.numeral}
    waived = collect_spans(waivers)
    tagged = collect_spans(tag.span for tag in report.tags if tag.is_fact)
    answered = collect_spans(tag.span for tag in report.tags if tag.is_fact or tag.omitted)
    stated = _group_ids(facts)
    entries: list[CensusEntry] = []
    problems: list[Problem] = []
    for numeral in numerals:
        if waived.overlaps(numeral.span):
            continue
        if numeral.kind is NumeralKind.FACT and not tagged.overlaps(numeral.span):
            problems.append(_create_untagged_problem(report, numeral))
        ids = tuple(stated.get(numeral.span, ())) if numeral.kind is NumeralKind.FACT else ()
        entries.append(CensusEntry(span=numeral.span, text=numeral.text, kind=numeral.kind, facts=ids))
    for span, tag in waivers.items():
        entry, found = _waive(report, tag, span, numerals)
        entries.append(entry)
        problems += found
    problems += [
        _create_unread_problem(report, span)
        for span in find_unread_digits(report.body, numerals)
        if not waived.overlaps(span) and not answered.overlaps(span)
    ]
    return tuple(sorted(entries, key=lambda entry: entry.span)), problems


def _group_ids(facts: tuple[Fact, ...]) -> dict[Span, list[str]]:
    """Return where facts are stated, with the ids of those stated there in the order of the facts."""
    stated: dict[Span, list[str]] = {}
    for fact in facts:
        for span in dict.fromkeys((fact.span, *fact.occurrences)):
            stated.setdefault(span, []).append(fact.id)
    return stated


def _waive(
    report: Report, tag: Tag, span: Span, numerals: tuple[Numeral, ...]
) -> tuple[CensusEntry, list[Problem]]:
    """Return the entry of a waiver, with problems: it cuts a number, or repeats what the rules say."""
    assert tag.numeral is not None
    entry = CensusEntry(span=span, text=span.of(report.body), kind=tag.numeral)
    first = bisect_right(numerals, span.start, key=lambda numeral: numeral.span.end)
    behind = bisect_left(numerals, span.end, lo=first, key=lambda numeral: numeral.span.start)
    touched = numerals[first:behind]
    same = next(
        (numeral for numeral in touched if numeral.span == span and numeral.kind is tag.numeral), None
    )
    crossing = [n for n in touched if not (span.contains(n.span) or n.span.contains(span))]
    problems = []
    if crossing:
        whole = crossing[0].text
        problems.append(
            Problem(
                code="E409",
                place=tag.place,
                found=f"只标了「{entry.text}」",
                expected=f"整个「{whole}」",
                hint=f"改成 [{whole}]{{numeral={tag.numeral}}}；是数量就标 fact。",
            )
        )
    if same is not None:
        problems.append(
            Problem(
                code="W401",
                place=tag.place,
                found=f"「{entry.text}」本来就认得出是{KIND_NAMES[tag.numeral]}",
                expected="不标 numeral",
                hint="去掉这个标记，只留方括号里的字。",
            )
        )
    return entry, problems


def _create_untagged_problem(report: Report, numeral: Numeral) -> Problem:
    return Problem(
        code="E401",
        place=report.place_of(numeral.span),
        found=f"没有标记的数「{numeral.text}」",
        expected="标成数字，或者说明它是别的什么",
        hint=advise(report.body, numeral),
    )


def _create_unread_problem(report: Report, span: Span) -> Problem:
    words = span.of(report.body)
    return Problem(
        code="E401",
        place=report.place_of(span),
        found=f"认不出是什么的数字「{words}」",
        expected="标成数字，或者说明它是别的什么",
        hint="值读不出来，不能标成数字；用方括号包住整个说法，写成 [整个说法]{numeral=idiom}。",
    )
