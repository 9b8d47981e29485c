"""Words of a part of a whole → quantities: shares in words, fractions, ratios and rates."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ...model.place import Span
from .grammar import Number, read_number
from .quantities import Quantity, find_span, is_negative, name_unit, read_amount, sign
from .units import find_unit

SHARE_UNITS = {"百": "%", "千": "‰", "万": "‱"}
_WHOLE_WORDS = frozenset({"项目", "方面", "部门", "人口", "事项"})


def structure_share(match: re.Match[str]) -> Quantity | None:
    """Structure 百分之九十八点二二 as 98.22 %."""
    low, high = _read_share(match["low"]), _read_share(match["high"] or "")
    if low is None:
        return None
    span = find_span(match, None)
    unit = find_unit(match.string, match.end(), chinese=True) or _find_percent(match)
    if unit and unit.of(match.string) not in _WHOLE_WORDS:
        return Quantity(span=Span(start=span.start, end=unit.end), value=None)
    return Quantity(
        span=span,
        value=sign(low, is_negative(match, span)),
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
    part, whole = read_number(match["part"]), read_amount(match["whole"])
    if part is None or whole is None or whole.mantissa == 0:
        return None
    unit = find_unit(match.string, match.end(), chinese=True)
    unit = unit if unit and unit.of(match.string) not in _WHOLE_WORDS else None
    span, quotient = find_span(match, unit), _divide(part, whole)
    if quotient is None:
        return Quantity(span=span, value=None)
    value = sign(quotient, is_negative(match, span))
    return Quantity(
        span=span, value=value, resolution=quotient.resolution, unit=name_unit(match.string, unit)
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
    part, per = read_number(match["part"]), read_amount(match["per"])
    if part is None or per is None:
        return None
    span = find_span(match, find_unit(match.string, match.end(), chinese=True))
    value = sign(part, is_negative(match, span))
    return Quantity(span=span, value=value, resolution=part.resolution, per=per.value)


def _divide(part: Number, whole: Number) -> Number | None:
    exact = Fraction(part.value) / Fraction(whole.value)
    for places in range(20):
        if 10**places % exact.denominator == 0:
            return Number(mantissa=exact.numerator * 10**places // exact.denominator, exponent=-places)
    return None
