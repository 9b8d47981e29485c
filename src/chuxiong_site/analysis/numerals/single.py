"""Words of one amount → its quantity: digits and Chinese numerals with their unit, bare place words, halves and kinds of things."""

from __future__ import annotations

import re
from decimal import Decimal

from ...model.place import Span
from .amounts import PLACE
from .articles import is_article
from .grammar import PLACES, Number, read_chinese, read_neighbours, read_number, read_scale
from .qualifiers import qualifies_before
from .quantities import (
    BARE_PLACES,
    Quantity,
    find_more,
    find_rest,
    find_span,
    is_negative,
    name_unit,
    read_amount,
    sign,
)
from .units import find_unit

_HALF = re.compile("(?<=[年天日月周时倍成亩斤里岁吨米])半(?![数价径岛夜山自截脱封导成年月天小])")
"""What adds a half behind the unit: 一年半."""
_HUNDRED_MILLION = re.compile("(?<=个)亿(?![元级])")
"""三个亿."""
_CUT = re.compile(f"[ \u3000]?\n[ \u3000]?[余多]?{PLACE}")
_AFTER_NUMBER = re.compile("[\ue0000-9][ \u3000]{1,2}\\Z")
_PER = re.compile("/([0-9]{0,3}[百千万亿]{1,2})(?!瓦|米|克)")
_CHANGE = re.compile(
    "(?<=[元圆])(?:(?P<jiao>[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])角(?:(?P<fen>[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?"
    "|[0零](?P<only>[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)(?![0-9一二三四五六七八九])[整正]?"
)
"""What 角 and 分 add behind 元."""
_STRONG = (
    "元 美元 人 人次 人口 名 户 件 亩 吨 公里 平方公里 平方米 立方米 公顷 千瓦 千瓦时 辆 台 座 套 级 羽 头 只"
)
STRONG = frozenset(_STRONG.split())
"""Units before which 百, 千, 万, 亿 alone are a number: 万元, 每万人."""


def structure_digits(match: re.Match[str]) -> Quantity | None:
    """Structure one amount in digits; it may stand without a unit."""
    unit = find_unit(match.string, match.end())
    if unit is None and not match["scale"] and _is_cut(match):
        return Quantity(span=Span(start=match.start(), end=match.end()), value=None)
    return _structure_amount(match, unit)


def _is_cut(match: re.Match[str]) -> bool:
    """Tell whether a line end stands between digits and what may be their 万 or 亿."""
    found = _CUT.match(match.string, match.end())
    return found is not None and find_unit(match.string, found.end()) is not None


def structure_chinese(match: re.Match[str]) -> Quantity | None:
    """Structure one amount in Chinese numerals; without a unit they are words."""
    words = match["high"]
    if words[0] in BARE_PLACES:
        return _structure_bare(match)
    unit = find_unit(match.string, match.end(), chinese=not _has_place(words))
    if unit is None or words in {"零", "〇"}:
        return None
    if words == "一" and not match["more"] and is_article(match.string, match.start(), unit):
        return None
    return _structure_amount(match, unit)


def _has_place(words: str) -> bool:
    """Tell a numeral of several characters with place words, which is no part of a word as 三 and 十 are."""
    return len(words) > 1 and any(word in PLACES for word in words)


def _structure_bare(match: re.Match[str]) -> Quantity | None:
    """Structure 百, 千, 万, 亿 and rows of them: a number behind 近, 超, 上 …, before 余, and before common units."""
    words, start = match["high"], match.start()
    if not all(word in BARE_PLACES for word in words) or read_chinese(f"一{words}") is None:
        return None
    if match.string[start - 1 : start] in {"几", "数", "多"} or _AFTER_NUMBER.search(
        match.string, max(0, start - 4), start
    ):
        return None
    is_qualified = bool(match["more"] or match["still"]) or qualifies_before(match.string, start)
    unit = find_unit(match.string, match.end(), chinese=not is_qualified and len(words) == 1)
    if unit is None and match.string.startswith("级", match.end()) and words[-1] in "万亿":
        unit = Span(start=match.end(), end=match.end() + 1)  # a project of the order of 百亿
    if unit is None:
        return _structure_amount(match, None) if is_qualified and _stands_alone(match) else None
    is_number = is_qualified or (unit.of(match.string) in STRONG and not _may_be_rest(match, unit))
    return _structure_amount(match, unit) if is_number else None


def _may_be_rest(match: re.Match[str], unit: Span) -> bool:
    """Tell 万元 at the beginning of a line, where it may end a number of another paragraph; 亿元以上 does not."""
    begins_line = match.string[match.start() - 1 : match.start()] in {"", "\n"}
    return begins_line and not match.string.startswith(("以上", "以下", "以内"), unit.end)


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell 产值突破百亿, from words that begin with 百 or 万."""
    return match["high"][-1] in "万亿" and not "一" <= match.string[match.end() : match.end() + 1] <= "鿿"


def structure_indefinite(match: re.Match[str]) -> Quantity | None:
    """Structure 几十万件: no value, only what it is surely not below."""
    unit = find_unit(match.string, match.end())
    number = read_amount(match["high"])
    if unit is None or number is None:
        return None
    return Quantity(
        span=Span(start=match.start(), end=unit.end),
        value=None,
        lower=number.value,
        unit=name_unit(match.string, unit),
        more=Span(start=match.start("some"), end=match.end("some")),
        approximate=True,
    )


def structure_kinds(match: re.Match[str]) -> Quantity | None:
    """Structure 六大行动 as 6."""
    number = read_number(match["high"])
    if number is None:
        return None
    span = Span(start=match.start(), end=match.end())
    return Quantity(span=span, value=number.value, resolution=number.resolution)


def structure_half(match: re.Match[str]) -> Quantity | None:
    """Structure 半年 and 半个月 as 0.5."""
    unit = find_unit(match.string, match.end())
    half = Number(mantissa=0, exponent=0).and_a_half()
    if unit is None:
        return None
    return Quantity(
        span=Span(start=match.start(), end=unit.end),
        value=half.value,
        resolution=half.resolution,
        unit=name_unit(match.string, unit),
    )


def structure_doubt(match: re.Match[str]) -> Quantity | None:
    """Structure 1 234 right behind a word: one number with a space in it, or two; nothing is said of its value."""
    unit = find_unit(match.string, match.end())
    return Quantity(span=Span(start=match.start(), end=unit.end if unit else match.end()), value=None)


def _structure_amount(match: re.Match[str], unit: Span | None) -> Quantity | None:
    words, scale = match["high"], read_scale(match["scale"] or "")
    number, upper = read_neighbours(words) or (read_amount(words), None)
    if number is None:
        return None
    number, more, span = number.times_ten_to(scale), find_more(match, unit), find_span(match, unit)
    upper = upper.times_ten_to(scale) if upper else None
    half = unit is not None and ("半" in unit.of(match.string))
    if unit and (found := _HALF.match(match.string, unit.end)):
        span, half = Span(start=span.start, end=found.end()), True
    elif unit and upper is None and (found := _HUNDRED_MILLION.match(match.string, unit.end)):
        unit = find_unit(match.string, found.end(), chinese=True)
        span, number = Span(start=span.start, end=unit.end if unit else found.end()), number.times_ten_to(8)
    elif cut := find_rest(match, unit):
        return Quantity(span=Span(start=span.start, end=cut.end), value=None)
    if half and (upper or more):
        return Quantity(span=span, value=None)
    number = number.and_a_half() if half else number
    if unit and number.exponent == 0 and (found := _CHANGE.match(match.string, unit.end)):
        number, span = _add_change(number, found), Span(start=span.start, end=found.end())
    return Quantity(
        span=span,
        value=sign(number, is_negative(match, span)),
        upper=upper.value if upper else None,
        resolution=number.resolution,
        unit=name_unit(match.string, unit),
        more=more,
        approximate=more is not None or upper is not None,
        per=_find_per(match.string, unit),
        scaled=scale + _trailing_scale(words),
    )


def _add_change(number: Number, change: re.Match[str]) -> Number:
    """Return 11元 with its 5角 and 8分."""
    ones_in_words = change["fen"] or change["only"]
    tens = read_number(change["jiao"]) if change["jiao"] else None
    ones = read_number(ones_in_words) if ones_in_words else None
    cents = (tens.mantissa * 10 if tens else 0) + (ones.mantissa if ones else 0)
    if cents % 10 == 0:
        return Number(mantissa=number.mantissa * 10 + cents // 10, exponent=-1)
    return Number(mantissa=number.mantissa * 100 + cents, exponent=-2)


def _find_per(copy: str, unit: Span | None) -> Decimal | None:
    """Return what 张/千人 is counted by."""
    found = _PER.search(copy, unit.start, unit.end) if unit else None
    number = read_amount(found[1]) if found else None
    return number.value if number else None


def _trailing_scale(words: str) -> int:
    found = re.search("[百千万亿]+\\Z", words)
    return read_scale(found[0]) if found else 0
