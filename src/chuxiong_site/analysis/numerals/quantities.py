"""The record of a quantity whose words are understood: its value, unit and limits, with the place of every word.

The patterns run on the half-width copy of the text; every result carries offsets, so that words are
taken from the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from ...model.place import Span
from ...model.records import dataclass
from .amounts import CHINESE_DIGITS
from .grammar import Number, read_chinese, read_number

BARE_PLACES = frozenset("百千万亿")
_SIGN = re.compile(r"(?:(?<![0-9A-Za-z)−-])[-−]|(?<![正减胜自抱肩担背身辜欺承增重])负|零下)\Z")
"""A dash after a digit, a letter or another dash, and 减负, 自负 and the like, are no sign."""
_SIGN_ENDS = frozenset("-−负下")
_GOES_ON = re.compile(
    f"(?<=个)半(?:天|年)|(?<=[年天日月周时倍成亩斤里岁])半|(?<=个)亿(?![元级])|(?<=[米块角斤尺丈成])[一二三四五六七八九0-9](?![{CHINESE_DIGITS}0-9年月日])(?!类以上)"
)
"""What else changes the value behind the unit: 一米八, 三成五."""
_MORE_INSIDE = re.compile("[多余]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, its unit, and where the words for them stand."""

    span: Span
    """Sign, number and measure word."""
    value: Decimal | None
    upper: Decimal | None = None
    resolution: Decimal | None = None
    unit: Span | str = ""
    """Where the measure word stands; a word when the text says it otherwise (百分之)."""
    more: Span | None = None
    """Where 余, 多, 来 or 几 stands."""
    approximate: bool = False
    lower: Decimal | None = None
    """What it surely is not below, where the value is left open (几十万)."""
    per: Decimal | None = None
    """What a rate is counted by: 2.1/10万 → 100000."""
    members: tuple[Decimal, ...] = ()
    """The members of a ratio."""
    scaled: int = 0
    """Power of ten of the place words behind the digits: what a list shares."""


Structure = Callable[[re.Match[str]], Quantity | None]


def read_amount(words: str) -> Number | None:
    """Read an amount that may begin with a place word: 千万 is 一千万."""
    return read_chinese(f"一{words}") if words[0] in BARE_PLACES else read_number(words)


def find_more(match: re.Match[str], unit: Span | None) -> Span | None:
    """Return where 余, 多, 来 or 几 stands, also inside the measure word (两个多月)."""
    group = "more" if match["more"] else "still"
    if match[group]:
        return Span(start=match.start(group), end=match.end(group))
    inside = _MORE_INSIDE.search(match.string, unit.start, unit.end) if unit else None
    return Span(start=inside.start(), end=inside.end()) if inside else None


def name_unit(copy: str, unit: Span | None) -> Span | str:
    """Return the measure word, `%` in half width, or nothing."""
    if unit is None:
        return ""
    return "%" if unit.of(copy) == "%" else unit


def find_span(match: re.Match[str], unit: Span | None) -> Span:
    """Return where sign, number and measure word stand."""
    start = match.start()
    if match.string[start - 1 : start] in _SIGN_ENDS:
        sign = _SIGN.search(match.string, max(0, start - 2), start)
        start = sign.start() if sign else start
    return Span(start=start, end=unit.end if unit else match.end())


def is_negative(match: re.Match[str], span: Span) -> bool:
    """Tell whether the span holds a sign before the number."""
    return span.start < match.start()


def find_rest(match: re.Match[str], unit: Span | None) -> Span | None:
    """Return what goes on behind the unit and belongs to the number."""
    found = _GOES_ON.match(match.string, unit.end) if unit else None
    return Span(start=found.start(), end=found.end()) if found else None


def sign(number: Number, negative: bool) -> Decimal:
    """Return the value with its sign."""
    return number.value.copy_negate() if negative else number.value
