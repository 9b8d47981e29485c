"""The clause that a number stands in, quoted: what it is called until somebody has named what it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..model.numeral import Numeral, NumeralKind
from ..model.place import Span
from ..model.report import Report

STOPS = frozenset("，；：。！？,;:!?…—\t|")
"""What ends a clause."""
PAIRS = {"（": "）", "(": ")", "“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "〔": "〕", "【": "】"}
CLOSERS = {closer: opener for opener, closer in PAIRS.items()}
LIST_MARK = "、"
NOT_SHOWN = "\ue000"
BLANK = " 　"
HANZI = re.compile("[\\u3400-\\u9fff]")
TELLING = 4
"""So many characters beside the number say what it counts; with fewer the clause before is quoted too."""
LONGEST = 40
"""No clause is taken in that makes a quotation longer."""


def quote_clause(report: Report, numeral: Numeral, numerals: Sequence[Numeral]) -> str:
    """Return 「全年受理办件3件」 as readers see it; with which number is meant where the clause holds several.

    `numerals` are those of the report, in order.
    """
    quantities = _list_quantities(report, numerals, report.sentence_at(numeral.span.start))
    clause = find_clause(report, numeral.span, quantities)
    words, figure = report.display.of(clause), report.display.of(numeral.span)
    if sum(clause.contains(span) for span in quantities) < 2:
        return f"「{words}」"
    before = report.display.of(Span(start=clause.start, end=numeral.span.start))
    which = f"第 {before.count(figure) + 1} 处" if words.count(figure) > 1 else ""
    return f"「{words}」里的{which}「{figure}」"


def _list_quantities(report: Report, numerals: Sequence[Numeral], sentence: Span) -> list[Span]:
    """Return where quantities of a sentence stand: none without a value, none that staff say is something else."""
    waived = [tag.span for tag in report.tags_across(sentence) if tag.numeral]
    first = bisect_left(numerals, sentence.start, key=lambda numeral: numeral.span.start)
    last = bisect_left(numerals, sentence.end, key=lambda numeral: numeral.span.start)
    return [
        numeral.span
        for numeral in numerals[first:last]
        if numeral.kind is NumeralKind.FACT
        and numeral.value is not None
        and not any(span.overlaps(numeral.span) for span in waived)
    ]


def find_clause(report: Report, number: Span, quantities: Sequence[Span]) -> Span:
    """Return the clause around a number, from mark to mark; between items of a list where it holds several numbers."""
    sentence = report.sentence_at(number.start)
    first = sentence.start
    clause = _find_inside(
        _show(report, sentence), number.move(-first), [span.move(-first) for span in quantities]
    )
    return clause.move(first)


def _find_inside(body: str, number: Span, quantities: Sequence[Span]) -> Span:
    """Return the same in the words of the sentence alone."""
    start, end = _find_start(body, number.start), _find_end(body, number.end)
    others = [span for span in quantities if start <= span.start and span.end <= end and span != number]
    before = max((span.end for span in others if span.end <= number.start), default=None)
    if before is not None and (mark := body.find(LIST_MARK, before, number.start)) >= 0:
        start = mark + 1
    if any(span.start >= number.end for span in others):
        mark = body.find(LIST_MARK, number.end, end)
        end = mark if mark >= 0 else end
    while (
        start > 0
        and body[start - 1] in STOPS
        and len(HANZI.findall(body[start : number.start] + body[number.end : end])) < TELLING
    ):
        wider = _find_start(body, start - 1)
        if end - wider > LONGEST:
            break
        start = wider
    return _trim(body, Span(start=start, end=end))


def _show(report: Report, sentence: Span) -> str:
    """Return a sentence, its characters as they are shown; those that are not shown stop nothing."""
    return "".join(
        report.display.of(Span(start=at, end=at + 1))[:1] or NOT_SHOWN
        for at in range(sentence.start, sentence.end)
    )


def _find_start(body: str, at: int) -> int:
    """Return where the clause begins: marks between brackets that close again before the number end none."""
    open_ones: list[str] = []
    for index in range(at - 1, -1, -1):
        char = body[index]
        if char in CLOSERS:
            open_ones.append(CLOSERS[char])
        elif open_ones and char == open_ones[-1]:
            open_ones.pop()
        elif not open_ones and (char in STOPS or char in PAIRS):
            return index + 1
    return 0


def _find_end(body: str, at: int) -> int:
    open_ones: list[str] = []
    for index in range(at, len(body)):
        char = body[index]
        if char in PAIRS:
            open_ones.append(PAIRS[char])
        elif open_ones and char == open_ones[-1]:
            open_ones.pop()
        elif not open_ones and (char in STOPS or char in CLOSERS):
            return index
    return len(body)


def _trim(body: str, span: Span) -> Span:
    words = span.of(body)
    left = len(words) - len(words.lstrip(BLANK))
    return Span(start=span.start + left, end=span.end - (len(words) - len(words.rstrip(BLANK))))
