"""What quantity do these words state? From the groups of `amounts.py` and the unit after them to exact values.

The patterns run on the half-width copy of the text; every result carries offsets, so that words are
taken from the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ...model.place import Span
from .grammar import DIGIT_VALUES, PLACES, Number, read_chinese, read_neighbours, read_number, read_scale
from .units import WITHIN_UNIT, find_unit

SHARE_UNITS = {"百": "%", "千": "‰", "万": "‱"}
BARE_PLACES = frozenset("百千万亿")
_SIGN = re.compile(r"(?:(?<![0-9A-Za-z)−-])[-−]|(?<![正减胜自抱肩担背身辜欺承增重])负|零下)\Z")
"""A dash after a digit, a letter or another dash, and 减负, 自负 and the like, are no sign."""
_SIGN_ENDS = frozenset("-−负下")
_RISE = re.compile("([一二两三四五六七八九]) ([一二两三四五六七八九])[十百千]+[万亿]*|([1-9]) ([1-9])[百千]")
_GOES_ON = re.compile(
    "(?:(?<=[年天日月周时倍成亩斤里岁])半(?![数价径岛夜山自截脱封导成])|(?<=个)(?:半(?:个?月|小时|钟头|天|年|学期)|亿(?![元级])))"
)
"""What changes the value behind the unit: 一年半, 两个半月, 三个亿."""


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


Structure = Callable[[re.Match[str]], Quantity | None]


def structure_digits(match: re.Match[str]) -> Quantity | None:
    """Structure one amount in digits; it may stand without a unit."""
    return _structure_amount(match, find_unit(match.string, match.end()))


def structure_chinese(match: re.Match[str]) -> Quantity | None:
    """Structure one amount in Chinese numerals; without a unit they are words."""
    unit = find_unit(match.string, match.end(), chinese=True)
    words, before = match["high"], match.string[max(0, match.start() - 1) : match.start()]
    if unit is None or words in {"零", "〇"}:
        return None
    if words[0] not in "十百千万亿" or _may_start_with_place(match, before):
        return _structure_amount(match, unit)
    if before in {"数", "几"} and len(words) > 1:  # 几十万件: so many tens of thousands
        return Quantity(span=Span(start=match.start() - 1, end=unit.end), value=None, approximate=True)
    return None


def _may_start_with_place(match: re.Match[str], before: str) -> bool:
    """十 starts a number, but not in 数十, 几十万; 百 and above only in 百余件, 近千人."""
    words = match["high"]
    if before == "几" or (before == "数" and not any(word in DIGIT_VALUES for word in words)):  # 人数十五人
        return False
    return words[0] == "十" or (len(words) == 1 and (bool(match["more"]) or before in {*"近超逾约过破"}))


def _structure_amount(match: re.Match[str], unit: Span | None) -> Quantity | None:
    words, scale = match["high"], read_scale(match["scale"] or "")
    number, upper = read_neighbours(words) or (_read_amount(words), None)
    if number is None:
        return None
    number, more, span = number.times_ten_to(scale), _find_more(match, unit), _find_span(match, unit)
    if cut := _find_rest(match, unit):
        return Quantity(span=Span(start=span.start, end=cut.end), value=None)
    return Quantity(
        span=span,
        value=_sign(number, _is_negative(match, span)),
        upper=upper.times_ten_to(scale).value if upper else None,
        resolution=number.resolution,
        unit=_name_unit(match.string, unit),
        more=more,
        approximate=more is not None or upper is not None,
    )


def _read_amount(words: str) -> Number | None:
    return read_chinese(f"一{words}") if words[0] in BARE_PLACES else read_number(words)


def structure_digit_range(match: re.Match[str]) -> Quantity | None:
    """Structure low—high in digits; it may stand without a unit."""
    return _structure_range(match, find_unit(match.string, match.end()))


def structure_chinese_range(match: re.Match[str]) -> Quantity | None:
    """Structure low—high in Chinese numerals."""
    unit = find_unit(match.string, match.end(), chinese=True)
    return _structure_range(match, unit) if unit else None


def _structure_range(match: re.Match[str], unit: Span | None) -> Quantity | None:
    """Return `None` for a change (由20个到5个) and for numbers that merely stand side by side."""
    low, high = read_number(match["low"]), read_number(match["high"])
    if low is None or high is None or _is_change(match, unit):
        return None
    scale = read_scale(match["scale"] or "")
    low, high = low.times_ten_to(_shared_scale(match, scale)), high.times_ten_to(scale)
    more, span = _find_more(match, unit), _find_span(match, unit)
    negative, cut = _is_negative(match, span), _find_rest(match, unit)
    if _sign(low, negative) >= high.value:
        return None
    if cut or _is_doubtful(match, negative):
        return Quantity(span=Span(start=span.start, end=cut.end if cut else span.end), value=None)
    return Quantity(
        span=span,
        value=_sign(low, negative),
        upper=high.value,
        resolution=low.resolution,
        unit=_name_unit(match.string, unit),
        more=more,
        approximate=more is not None,
    )


def _shared_scale(match: re.Match[str], scale: int) -> int:
    """Return the power of ten that low takes over from high: 3—5万 counts both in 万."""
    if match.groupdict().get("between") or re.search("[万亿]", match["low"]):
        return 0
    joint = match["high"][0].isdecimal() and match["low"][-1] not in PLACES
    trailing = re.search(r"[百千]?[万亿]+\Z" if joint else r"[万亿]+\Z", match["high"])
    return scale + (read_scale(trailing[0]) if trailing else 0)


def _is_doubtful(match: re.Match[str], negative: bool) -> bool:
    """Tell what may be meant in two ways: 三至五百人 (from 300 or from 3), -5--3 (to 3 or to -3)."""
    if negative and "--" in match[0]:
        return True
    rise = _RISE.fullmatch(f"{match['low']} {match['high']}{match['scale'] or ''}")
    if rise is None or match.groupdict().get("between"):
        return False
    low, first = (read_number(digit) for digit in rise.groups() if digit)
    return low is not None and first is not None and low.value < first.value


def _is_change(match: re.Match[str], unit: Span | None) -> bool:
    """Tell 从3个到5个 from 3个—5个: with units on both ends, 从 or 由 before them means two numbers."""
    between = match.groupdict().get("between")
    if not between:
        return False
    before = match.string[max(0, match.start() - 1) : match.start()]
    return before in {"从", "由"} or unit is None or unit.of(match.string) != between


def structure_share(match: re.Match[str]) -> Quantity | None:
    """Structure 百分之九十八点二二 as 98.22 %."""
    low, high = _read_share(match["low"]), _read_share(match["high"] or "")
    if low is None:
        return None
    span = _find_span(match, None)
    return Quantity(
        span=span,
        value=_sign(low, _is_negative(match, span)),
        upper=high.value if high else None,
        resolution=low.resolution,
        unit=SHARE_UNITS[match["name"][0]],
    )


def _read_share(words: str) -> Number | None:
    return Number(mantissa=100, exponent=0) if words == "百" else read_number(words)


def structure_fraction(match: re.Match[str]) -> Quantity | None:
    """Structure 三分之二 and 2/3; the value is given only where a decimal states it exactly."""
    part, whole = read_number(match["part"]), _read_amount(match["whole"])
    if part is None or whole is None or whole.mantissa == 0:
        return None
    span, quotient = _find_span(match, None), _divide(part, whole)
    if quotient is None:
        return Quantity(span=span, value=None)
    value = _sign(quotient, _is_negative(match, span))
    return Quantity(span=span, value=value, resolution=quotient.resolution)


def structure_ratio(match: re.Match[str]) -> Quantity | None:
    """Structure 3:1 as a fraction; 21:38:41 has no one value."""
    if match["rest"]:
        return Quantity(span=Span(start=match.start(), end=match.end()), value=None)
    return structure_fraction(match)


def _divide(part: Number, whole: Number) -> Number | None:
    exact = Fraction(part.value) / Fraction(whole.value)
    for places in range(20):
        if 10**places % exact.denominator == 0:
            return Number(mantissa=exact.numerator * 10**places // exact.denominator, exponent=-places)
    return None


def _find_more(match: re.Match[str], unit: Span | None) -> Span | None:
    group = "more" if match["more"] else "still"
    if match[group]:
        return Span(start=match.start(group), end=match.end(group))
    inside = WITHIN_UNIT.search(match.string, unit.start, unit.end) if unit else None
    return Span(start=inside.start(), end=inside.end()) if inside else None


def _name_unit(copy: str, unit: Span | None) -> Span | str:
    if unit is None:
        return ""
    return "%" if unit.of(copy) == "%" else unit


def _find_span(match: re.Match[str], unit: Span | None) -> Span:
    """Return where sign, number and measure word stand."""
    start = match.start()
    if match.string[start - 1 : start] in _SIGN_ENDS:
        sign = _SIGN.search(match.string, max(0, start - 2), start)
        start = sign.start() if sign else start
    return Span(start=start, end=unit.end if unit else match.end())


def _is_negative(match: re.Match[str], span: Span) -> bool:
    return span.start < match.start()


def _find_rest(match: re.Match[str], unit: Span | None) -> Span | None:
    """Return what goes on behind the unit and belongs to the number."""
    if unit is None or match.string[unit.end : unit.end + 1] not in {"半", "亿"}:
        return None
    found = _GOES_ON.match(match.string, unit.end)
    return Span(start=found.start(), end=found.end()) if found else None


def _sign(number: Number, negative: bool) -> Decimal:
    return number.value.copy_negate() if negative else number.value
