"""Of which time does a number speak? The words of its paragraph that name a time last before it say so."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..model.place import Span
from ..model.records import dataclass
from .number_context import TimeKind

_YEAR = "(?:19|20)[0-9]{2}"
_TIMES = {
    TimeKind.SEVERAL_YEARS: re.compile(
        "(?<![第续0-9])(?:[2-9两二三四五六七八九十]|[1-9][0-9]|十[一二三四五])年(?![级制期前后内度]|以[上下内])"
        "|十[一二三四五六]五”?(?:期间|时期|以来)|任期|届政府"
    ),
    TimeKind.AIM: re.compile(f"到{_YEAR}年(?:年?[底末])?(?!的)"),
    TimeKind.YEAR: re.compile(f"一年|全年|当年|年内|本年|今年|去年|(?<![到至—-]){_YEAR}年(?!以来|-|—|至)"),
}
_OTHER = re.compile("今年|去年")
"""Words that turn from the year that was named to another, which they do not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Words that name a time."""

    end: int
    kind: TimeKind
    year: str
    """The year that they, or words before them, name with its number; empty after 今年 and after 全年 in a later sentence."""
    year_end: int
    """Where the words end that said so."""


FARTHEST = 400
"""A sentence is no longer than this."""
_TITLE = re.compile("《[^《》]{0,80}》")
"""What a document is called says nothing of the number's own time."""
Times = tuple[Time, ...]
"""In order."""


def list_times(copy: str) -> Times:
    """Return all words of a half-width text that name a time."""
    copy = _TITLE.sub(lambda title: " " * len(title[0]), copy)
    found = sorted(
        (match.end(), kind, match[0]) for kind, pattern in _TIMES.items() for match in pattern.finditer(copy)
    )
    times: list[Time] = []
    year, year_end = "", 0
    for end, kind, words in found:
        named = re.search(_YEAR, words)
        left = copy.rfind("。", max(year_end, end - FARTHEST), end) >= 0
        if named or left or _OTHER.fullmatch(words):
            year, year_end = named[0] if named else "", end
        times.append(Time(end=end, kind=kind, year=year, year_end=year_end))
    return tuple(times)


def find_time(times: Times, before: Span) -> TimeKind:
    """Return of which time the words of a span spoke last; of the report's year where they speak of none."""
    last = _find_last(times, before)
    return last.kind if last else TimeKind.YEAR


def find_year(times: Times, before: Span) -> str | None:
    """Return which year the words of a span named last with its number; `None` where they name none."""
    last = _find_last(times, before)
    return last.year or None if last and last.year_end > before.start else None


def _find_last(times: Times, before: Span) -> Time | None:
    index = bisect_right(times, before.end, key=lambda time: time.end) - 1
    return times[index] if index >= 0 and times[index].end > before.start else None
