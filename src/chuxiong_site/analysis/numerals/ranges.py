"""Words of a range → its two ends, the place words that they share, and whether it may mean something else."""

from __future__ import annotations

import re

from ...model.place import Span
from .grammar import PLACES, read_number, read_scale
from .quantities import Quantity, find_more, find_rest, find_span, is_negative, name_unit, sign
from .units import find_unit

_RISE = re.compile("([一二两三四五六七八九]) ([一二两三四五六七八九])[十百千]+[万亿]*|([1-9]) ([1-9])[百千]")


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
    more, span = find_more(match, unit), find_span(match, unit)
    negative, cut = is_negative(match, span), find_rest(match, unit)
    if sign(low, negative) >= high.value:
        return None
    if cut or _is_doubtful(match, negative):
        return Quantity(span=Span(start=span.start, end=cut.end if cut else span.end), value=None)
    return Quantity(
        span=span,
        value=sign(low, negative),
        upper=high.value,
        resolution=low.resolution,
        unit=name_unit(match.string, unit),
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
