"""Of which time does a number speak? The words of its paragraph that name a time last before it say so."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..model.place import Span
from .number_context import TimeKind

Times = tuple[tuple[int, TimeKind], ...]
"""(end of the words, of which time they speak), in order."""

_TIMES = {
    TimeKind.SEVERAL_YEARS: re.compile(
        "(?<![第续0-9])(?:[2-9两二三四五六七八九十]|[1-9][0-9]|十[一二三四五])年(?![级制期前后内度]|以[上下内])"
        "|十[一二三四五六]五”?(?:期间|时期|以来)|任期|届政府"
    ),
    TimeKind.AIM: re.compile("到(?:19|20)[0-9]{2}年(?:年?[底末])?(?!的)"),
    TimeKind.YEAR: re.compile("一年|全年|当年|年内|本年|今年|去年|(?<!到)(?:19|20)[0-9]{2}年(?!以来|-|—|至)"),
}


def list_times(copy: str) -> Times:
    """Return all words of a half-width text that name a time."""
    return tuple(
        sorted((found.end(), kind) for kind, pattern in _TIMES.items() for found in pattern.finditer(copy))
    )


def find_time(times: Times, before: Span) -> TimeKind:
    """Return of which time the words of a span spoke last; of the report's year where they speak of none."""
    index = bisect_right(times, before.end, key=lambda time: time[0]) - 1
    return times[index][1] if index >= 0 and times[index][0] > before.start else TimeKind.YEAR
