"""Characters → the number that they write: digits with 万/亿 and Chinese numerals, exactly.

A number is kept as mantissa × 10^exponent, whose last printed digit stands at the exponent:
nothing is rounded and the printed precision is never lost.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ...model.records import dataclass
from .amounts import SPACE

DIGIT_VALUES = (
    {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
    | {"零": 0, "两": 2}
    | {digit: value for value, digit in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
)
PLACES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "拾": 1, "佰": 2, "仟": 3}
"""Power of ten of each place word, 大写 (of receipts) included."""
SECTION = 10**4
HUNDRED_MILLION = 10**8

_SEGMENT = re.compile(rf"([0-9][0-9,]*(?:\.[0-9]+)?){SPACE}([十百千万亿]*)")
_NEIGHBOURS = re.compile("([一二两三四五六七八])([二两三四五六七八九])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed: mantissa × 10^exponent."""

    mantissa: int
    exponent: int

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return _exact(self.mantissa, self.exponent)

    @property
    def resolution(self) -> Decimal:
        """One unit of the last printed digit."""
        return _exact(1, self.exponent)

    def and_a_half(self) -> Number:
        """Return the number with half of one more: 一年半 counts 1.5."""
        if self.exponent > 0:
            return Number(mantissa=self.mantissa * 10**self.exponent, exponent=0).and_a_half()
        finer = 1 if self.exponent == 0 else 0
        half = 5 * 10 ** (-self.exponent - 1 + finer)
        return Number(mantissa=self.mantissa * 10**finer + half, exponent=self.exponent - finer)

    def times_ten_to(self, power: int) -> Number:
        """Return the number followed by a place word of that power."""
        return Number(mantissa=self.mantissa, exponent=self.exponent + power)


def _exact(mantissa: int, exponent: int) -> Decimal:
    if exponent >= 0:
        return Decimal(mantissa * 10**exponent)
    return Decimal(f"{mantissa}E{exponent}")


def read_scale(words: str) -> int:
    """Return the power of ten of a row of place words: 万亿 → 12."""
    return sum(PLACES[word] for word in words) if words else 0


def read_number(words: str) -> Number | None:
    """Read digits or Chinese numerals; `None` when they write no number."""
    return read_digits(words) if words[:1].isdecimal() else read_chinese(words)


def read_digits(words: str) -> Number | None:
    """Read 41,903 · 132.87万 · 2亿3000万."""
    if words.isdecimal():
        return Number(mantissa=int(words), exponent=0)
    segments = [_read_segment(match) for match in _SEGMENT.finditer(words)]
    if not segments:
        return None
    last = min(segment.exponent for segment in segments)
    total = sum(segment.mantissa * 10 ** (segment.exponent - last) for segment in segments)
    return Number(mantissa=total, exponent=last)


def _read_segment(match: re.Match[str]) -> Number:
    digits, scale = match[1].replace(",", ""), match[2]
    whole, _, decimals = digits.partition(".")
    return Number(mantissa=int(whole + decimals), exponent=read_scale(scale) - len(decimals))


def read_chinese(words: str) -> Number | None:
    """Read 三百五十 · 二〇二三 · 九十八点二二 · 三万; `None` for 五一, 十十 and the like."""
    whole, _, decimals = words.partition("点")
    integer = _read_integer(whole)
    if integer is None or not all(digit in DIGIT_VALUES for digit in decimals):
        return None
    if decimals:
        fraction = "".join(str(DIGIT_VALUES[digit]) for digit in decimals)
        return Number(mantissa=int(f"{integer}{fraction}"), exponent=-len(decimals))
    printed = read_scale(whole[-1]) if whole[-1] in "万亿" else 0
    return Number(mantissa=integer // 10**printed, exponent=printed)


def read_neighbours(words: str) -> tuple[Number, Number] | None:
    """Read 两三 · 一两 · 十七八 · 三四十 · 三五 as the range they mean; `None` for any other numeral."""
    match = _NEIGHBOURS.search(words)
    if match is None or "点" in words or _is_positional(words):
        return None
    low, high = DIGIT_VALUES[match[1]], DIGIT_VALUES[match[2]]
    if high != low + 1 and match[0] != "三五":
        return None
    least = read_chinese(words[: match.start(2)] + words[match.end(2) :])
    most = read_chinese(words[: match.start(1)] + words[match.end(1) :])
    return (least, most) if least and most else None


def _is_positional(words: str) -> bool:
    """Tell digits one after another (二〇二三) from numerals with place words."""
    return all(word in DIGIT_VALUES for word in words) and (len(words) > 2 or "〇" in words or "零" in words)


def _read_integer(words: str) -> int | None:
    if not words or not all(word in DIGIT_VALUES or word in PLACES for word in words):
        return None
    if _is_positional(words):
        return int("".join(str(DIGIT_VALUES[word]) for word in words))
    return _read_places(words)


def _read_places(words: str) -> int | None:
    """Read digits and place words from left to right; `total` holds whole 万 and 亿, `section` what is below."""
    total, section, digit, place = 0, 0, None, 10
    for word in words:
        if word in DIGIT_VALUES:
            if digit:
                return None
            digit = DIGIT_VALUES[word]
            place = place if digit else 10  # 一百零五: after 零 the last digit is a unit
            continue
        place = 10 ** PLACES[word]
        step = _close_place(total, section, digit, place)
        if step is None:
            return None
        (total, section), digit = step, None
    colloquial = (digit or 0) * (place // 10)  # 一百五 is 150, 两万三 is 23000; after 十 it is the unit
    return total + section + colloquial


def _close_place(total: int, section: int, digit: int | None, place: int) -> tuple[int, int] | None:
    """Add what a place word closes; `None` when the places do not fall from left to right."""
    if place < SECTION:
        count = digit or (1 if place == 10 else 0)
        return (total, section + count * place) if count and section % (place * 10) == 0 else None
    section += digit or 0
    if place == SECTION:
        return (total + section * place, 0) if section and total // SECTION % SECTION == 0 else None
    whole = total + section
    return (whole * HUNDRED_MILLION, 0) if 0 < whole < HUNDRED_MILLION else None
