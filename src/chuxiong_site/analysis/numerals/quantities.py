"""What quantity do these words state? From the groups of `amounts.py` and the unit after them to exact values.

The patterns run on the half-width copy of the text; every result carries offsets, so that words are
taken from the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ...model.place import Span
from .amounts import CHINESE_DIGITS, PLACE
from .articles import is_article
from .grammar import PLACES, Number, read_chinese, read_neighbours, read_number, read_scale
from .qualifiers import qualifies_before
from .units import find_unit

SHARE_UNITS = {"百": "%", "千": "‰", "万": "‱"}
BARE_PLACES = frozenset("百千万亿")
_SIGN = re.compile(r"(?:(?<![0-9A-Za-z)−-])[-−]|(?<![正减胜自抱肩担背身辜欺承增重])负|零下)\Z")
"""A dash after a digit, a letter or another dash, and 减负, 自负 and the like, are no sign."""
_SIGN_ENDS = frozenset("-−负下")
_RISE = re.compile("([一二两三四五六七八九]) ([一二两三四五六七八九])[十百千]+[万亿]*|([1-9]) ([1-9])[百千]")
_HALF = re.compile("(?<=[年天日月周时倍成亩斤里岁吨米])半(?![数价径岛夜山自截脱封导成年月天小])")
"""What adds a half behind the unit: 一年半."""
_HUNDRED_MILLION = re.compile("(?<=个)亿(?![元级])")
"""三个亿."""
_GOES_ON = re.compile(
    f"(?<=个)半(?:天|年)|(?<=[年天日月周时倍成亩斤里岁])半|(?<=个)亿(?![元级])|(?<=[米块角斤尺丈成])[一二三四五六七八九0-9](?![{CHINESE_DIGITS}0-9年月日])(?!类以上)"
)
"""What else changes the value behind the unit: 一米八, 三成五."""
_MORE_INSIDE = re.compile("[多余]")
_CUT = re.compile(f"[ \u3000]?\n[ \u3000]?[余多]?{PLACE}")
_AFTER_NUMBER = re.compile("[\ue0000-9][ \u3000\n]{1,3}\\Z")
_PER = re.compile("/([0-9]{0,3}[百千万亿]{1,2})(?!瓦|米|克)")
_CHANGE = re.compile(
    "(?<=[元圆])(?:(?P<jiao>[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])角(?:(?P<fen>[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?"
    "|[0零](?P<only>[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)(?![0-9一二三四五六七八九])[整正]?"
)
"""What 角 and 分 add behind 元."""
_WHOLE_WORDS = frozenset({"项目", "方面", "部门", "人口", "事项"})
_STRONG = (
    "元 美元 人 人次 人口 名 户 件 亩 吨 公里 平方公里 平方米 立方米 公顷 千瓦 千瓦时 辆 台 座 套 级 羽 头 只"
)
STRONG = frozenset(_STRONG.split())
"""Units before which 百, 千, 万, 亿 alone are a number: 万元, 每万人."""


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
    return _structure_amount(match, unit) if is_qualified or unit.of(match.string) in STRONG else None


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell 产值突破百亿, from words that begin with 百 or 万."""
    return match["high"][-1] in "万亿" and not "一" <= match.string[match.end() : match.end() + 1] <= "鿿"


def structure_indefinite(match: re.Match[str]) -> Quantity | None:
    """Structure 几十万件: no value, only what it is surely not below."""
    unit = find_unit(match.string, match.end())
    number = _read_amount(match["high"])
    if unit is None or number is None:
        return None
    return Quantity(
        span=Span(start=match.start(), end=unit.end),
        value=None,
        lower=number.value,
        unit=_name_unit(match.string, unit),
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
        unit=_name_unit(match.string, unit),
    )


def structure_doubt(match: re.Match[str]) -> Quantity | None:
    """Structure 1 234 right behind a word: one number with a space in it, or two; nothing is said of its value."""
    unit = find_unit(match.string, match.end())
    return Quantity(span=Span(start=match.start(), end=unit.end if unit else match.end()), value=None)


def _structure_amount(match: re.Match[str], unit: Span | None) -> Quantity | None:
    words, scale = match["high"], read_scale(match["scale"] or "")
    number, upper = read_neighbours(words) or (_read_amount(words), None)
    if number is None:
        return None
    number, more, span = number.times_ten_to(scale), _find_more(match, unit), _find_span(match, unit)
    upper = upper.times_ten_to(scale) if upper else None
    half = unit is not None and ("半" in unit.of(match.string))
    if unit and (found := _HALF.match(match.string, unit.end)):
        span, half = Span(start=span.start, end=found.end()), True
    elif unit and upper is None and (found := _HUNDRED_MILLION.match(match.string, unit.end)):
        unit = find_unit(match.string, found.end(), chinese=True)
        span, number = Span(start=span.start, end=unit.end if unit else found.end()), number.times_ten_to(8)
    elif cut := _find_rest(match, unit):
        return Quantity(span=Span(start=span.start, end=cut.end), value=None)
    if half and (upper or more):
        return Quantity(span=span, value=None)
    number = number.and_a_half() if half else number
    if unit and number.exponent == 0 and (found := _CHANGE.match(match.string, unit.end)):
        number, span = _add_change(number, found), Span(start=span.start, end=found.end())
    return Quantity(
        span=span,
        value=_sign(number, _is_negative(match, span)),
        upper=upper.value if upper else None,
        resolution=number.resolution,
        unit=_name_unit(match.string, unit),
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
    number = _read_amount(found[1]) if found else None
    return number.value if number else None


def _trailing_scale(words: str) -> int:
    found = re.search("[百千万亿]+\\Z", words)
    return read_scale(found[0]) if found else 0


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
    unit = find_unit(match.string, match.end(), chinese=True) or _find_percent(match)
    if unit and unit.of(match.string) not in _WHOLE_WORDS:
        return Quantity(span=Span(start=span.start, end=unit.end), value=None)
    return Quantity(
        span=span,
        value=_sign(low, _is_negative(match, span)),
        upper=high.value if high else None,
        resolution=low.resolution,
        unit=SHARE_UNITS[match["name"][0]],
    )


def _find_percent(match: re.Match[str]) -> Span | None:
    """Return the % behind 百分之五%, which says it twice."""
    is_there = match.string.startswith(("%", "‰", "几"), match.end())
    return Span(start=match.end(), end=match.end() + 1) if is_there else None


def _read_share(words: str) -> Number | None:
    return Number(mantissa=100, exponent=0) if words == "百" else read_number(words)


def structure_fraction(match: re.Match[str]) -> Quantity | None:
    """Structure 三分之二 and 2/3; the value is given only where a decimal states it exactly."""
    part, whole = read_number(match["part"]), _read_amount(match["whole"])
    if part is None or whole is None or whole.mantissa == 0:
        return None
    unit = find_unit(match.string, match.end(), chinese=True)
    unit = unit if unit and unit.of(match.string) not in _WHOLE_WORDS else None
    span, quotient = _find_span(match, unit), _divide(part, whole)
    if quotient is None:
        return Quantity(span=span, value=None)
    value = _sign(quotient, _is_negative(match, span))
    return Quantity(
        span=span, value=value, resolution=quotient.resolution, unit=_name_unit(match.string, unit)
    )


def structure_ratio(match: re.Match[str]) -> Quantity | None:
    """Structure 3:1 as a fraction; 21:38:41 has members, but no one value."""
    members = tuple(Decimal(member) for member in re.findall(r"[0-9.]+", match[0]))
    if match["rest"]:
        return Quantity(span=Span(start=match.start(), end=match.end()), value=None, members=members)
    fraction = structure_fraction(match)
    if fraction and fraction.unit:
        return Quantity(span=fraction.span, value=None)
    return replace(fraction, members=members) if fraction else None


def structure_rate(match: re.Match[str]) -> Quantity | None:
    """Structure 2.1/10万 as 2.1 per 100000."""
    part, per = read_number(match["part"]), _read_amount(match["per"])
    if part is None or per is None:
        return None
    span = _find_span(match, find_unit(match.string, match.end(), chinese=True))
    value = _sign(part, _is_negative(match, span))
    return Quantity(span=span, value=value, resolution=part.resolution, per=per.value)


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
    inside = _MORE_INSIDE.search(match.string, unit.start, unit.end) if unit else None
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
    found = _GOES_ON.match(match.string, unit.end) if unit else None
    return Span(start=found.start(), end=found.end()) if found else None


def _sign(number: Number, negative: bool) -> Decimal:
    return number.value.copy_negate() if negative else number.value
