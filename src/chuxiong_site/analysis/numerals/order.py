"""The place in an order that an ordinal names: 第三批 is the third, 前五 ends with the fifth, 二等奖 is of grade two."""

from __future__ import annotations

import re

from .amounts import CHINESE_DIGITS
from .grammar import Number, read_number

_NUMERAL = f"(?:[0-9]+|[{CHINESE_DIGITS}]+)"
_FIVE_YEARS = re.compile("(十?[一二三四五六七八九])五\\Z")
_PLACE = re.compile(
    f"[^0-9{CHINESE_DIGITS}]*({_NUMERAL})(?:[^0-9{CHINESE_DIGITS}]{{0,2}}?[至到—~-]第?({_NUMERAL}))?[^0-9{CHINESE_DIGITS}]*\\Z"
)
_FIRST = "首位"


def read_order(words: str) -> tuple[Number | None, Number | None]:
    """Return the place, and the last one where several are named (第三至五条); names of two numbers have none."""
    if words == _FIRST:
        return Number(mantissa=1, exponent=0), None
    found = _FIVE_YEARS.match(words)
    if found:
        return read_number(found[1]), None
    found = _PLACE.match(words)
    if not found:
        return None, None
    return read_number(found[1]), read_number(found[2]) if found[2] else None
