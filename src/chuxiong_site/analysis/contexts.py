"""The context of every number of a report. Offsets are those of the body, words are half-width."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model.numeral import Numeral, NumeralKind
from ..model.place import Span
from ..model.records import dataclass
from ..model.report import Section
from ..model.table import Table, find_table
from .cell_numbers import read_cell_numbers
from .number_context import NumberContext
from .numerals import read_numerals
from .numerals.half_width import HALF_WIDTH
from .part_kinds import PartKind, compact, describe_heading, find_part_kinds
from .subjects import complete_labels, split_subjects
from .times import Times, find_time, find_year, list_times

MARKS = ",;:。!?\n"
"""What ends a clause."""
NUMBER = "#"
FARTHEST = 400
"""How many characters before a number are looked at: a sentence may be as long as a table."""
MOVING = frozenset({NumeralKind.YEAR, NumeralKind.DATE, NumeralKind.PLAN_PERIOD})
"""Numerals that differ from year to year and say nothing of what is counted."""
_YEAR = re.compile("(?:19|20)[0-9]{2}年的?")
_FROM = re.compile("(?:由|从(?!事)|过去的?|原来的?)[^,;。]{0,6}$")
_TO = re.compile(
    "^[^,;。]{0,6}?(?:压缩|缩短|缩减|压减|精简|减少|下降|降低|降|减|提高|提升|增加|增长|增|升|上升|扩大|延长|调整|优化)?(?:到|至|为)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A body with its numerals, as all contexts of a report need it."""

    copy: str
    quantities: tuple[Numeral, ...]
    others: tuple[Numeral, ...]
    times: Times


def compute_contexts(body: str, sections: tuple[Section, ...]) -> tuple[NumberContext, ...]:
    """Return the context of every quantity in order; one number with several subjects gives several."""
    tables = [table for section in sections for table in section.tables]
    numerals = tuple(read_cell_numbers(body, read_numerals(body), tables))
    copy = body.translate(HALF_WIDTH)
    reading = _Reading(
        copy=copy,
        quantities=tuple(n for n in numerals if n.kind is NumeralKind.FACT),
        others=tuple(n for n in numerals if n.kind in MOVING),
        times=list_times(copy),
    )
    kinds = find_part_kinds(body, sections)
    years = {section.number: _read_year(copy, section) for section in sections if section.is_part}
    contexts = [
        context
        for section in sections
        for paragraph, sentence in _list_sentences(section)
        for context in _read_sentence(reading, paragraph, sentence, section, kinds)
    ]
    contexts = [_read_heads(copy, context, tables) for context in contexts] if tables else contexts
    return tuple(
        replace(context, year=context.year or years.get(context.section.partition(".")[0]))
        for context in contexts
    )


def _read_heads(copy: str, context: NumberContext, tables: Sequence[Table]) -> NumberContext:
    """Return the context of a number in a cell: the heads of its row and column are the words beside it."""
    found = find_table(tables, context.numeral.span)
    if found is None:
        return context
    table, row, column = found
    heads = [*table.list_row_heads(row), *table.list_column_heads(column)]
    words = compact("".join(_YEAR.sub("", head.of(copy)) for head in heads))
    return replace(context, label=words + context.label, sentence=f"{words}{context.sentence}")


def _read_year(copy: str, part: Section) -> str | None:
    """Return the year that a part's heading names, where it names but one: 2013年工作安排."""
    years = set(_YEAR.findall(part.heading.of(copy))) if part.heading else set()
    return years.pop()[:4] if len(years) == 1 else None


def _list_sentences(section: Section) -> Iterator[tuple[Span, Span]]:
    """Yield every sentence with the paragraph, or the heading, in which it stands."""
    blocks = section.blocks
    for sentence in section.sentences:
        index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
        yield blocks[index] if index >= 0 and blocks[index].contains(sentence) else sentence, sentence


def _read_sentence(
    reading: _Reading, paragraph: Span, sentence: Span, section: Section, kinds: Mapping[str, PartKind]
) -> Iterator[NumberContext]:
    inside = _list_inside(reading.quantities, sentence)
    if not inside:
        return
    masked = compact(_mask(reading, sentence))
    heading = describe_heading(reading.copy, section)
    contexts = []
    for index, numeral in enumerate(inside):
        start = inside[index - 1].span.end if index else sentence.start
        end = inside[index + 1].span.start if index + 1 < len(inside) else sentence.end
        before = _plain(reading, Span(start=start, end=numeral.span.start))
        after = _plain(reading, Span(start=numeral.span.end, end=end))
        label = _find_label(before)
        spoken = Span(start=paragraph.start, end=numeral.span.start)
        contexts.append(
            NumberContext(
                numeral=numeral,
                section=section.number,
                part=kinds.get(section.part, PartKind.RESULTS),
                heading=heading,
                sentence=masked,
                label=label.lstrip("、和及"),
                tail=re.split(f"[{MARKS}、]", after)[0],
                lead=compact(_mask(reading, Span(start=max(sentence.start, start - FARTHEST), end=start)))
                + before[: len(before) - len(label)],
                time=find_time(reading.times, spoken),
                year=find_year(reading.times, spoken),
            )
        )
    contexts = _find_roles(_share_tails(contexts, reading.copy), reading.copy)
    yield from split_subjects(complete_labels(contexts))


def _find_label(before: str) -> str:
    """Return the last clause before a number; up to a 、 right at the number it speaks of the number before."""
    return "" if before.endswith("、") else re.split(f"[{MARKS}]", before)[-1]


def _share_tails(contexts: list[NumberContext], copy: str) -> list[NumberContext]:
    """Give all numbers of a row what stands behind the last: 每县不少于60人、每乡不少于15人的队伍."""
    found = list(contexts)
    for index in range(len(contexts) - 2, -1, -1):
        tail = found[index + 1].tail
        if not found[index].tail and tail.startswith("的") and copy[found[index].span.end] == "、":
            found[index] = replace(found[index], tail=tail)
    return found


def _find_roles(contexts: list[NumberContext], copy: str) -> list[NumberContext]:
    """Give `before` and `after` to the two numbers of 由…压缩到…."""
    found = list(contexts)
    for index, (first, second) in enumerate(pairwise(contexts)):
        between = _YEAR.sub("", compact(copy[first.span.end : second.span.start])).removesuffix("的")
        if first.numeral.unit == second.numeral.unit and _FROM.search(first.label) and _TO.match(between):
            label = _FROM.sub("", first.label)
            found[index] = replace(found[index], role="before", label=label, tail="")
            found[index + 1] = replace(found[index + 1], role="after", label=label)
    return found


def _plain(reading: _Reading, span: Span) -> str:
    """Return the words of a span without years and dates."""
    pieces, start = [], span.start
    for other in _list_inside(reading.others, span):
        pieces.append(reading.copy[start : other.span.start])
        start = other.span.end
    return compact("".join([*pieces, reading.copy[start : span.end]]))


def _mask(reading: _Reading, span: Span) -> str:
    pieces, start = [], span.start
    inside = [*_list_inside(reading.quantities, span), *_list_inside(reading.others, span)]
    for numeral in sorted(inside, key=lambda numeral: numeral.span):
        mark = NUMBER if numeral.kind is NumeralKind.FACT else ""
        pieces += [reading.copy[start : numeral.span.start], mark]
        start = numeral.span.end
    return "".join([*pieces, reading.copy[start : span.end]])


def _list_inside(numerals: tuple[Numeral, ...], span: Span) -> list[Numeral]:
    """Return those of numerals in order that lie within a span."""
    first = bisect_left(numerals, span.start, key=lambda numeral: numeral.span.start)
    last = bisect_left(numerals, span.end, first, key=lambda numeral: numeral.span.start)
    return [numeral for numeral in numerals[first:last] if span.contains(numeral.span)]
