"""Hints for an untagged number, from its own words, its unit and where it stands."""

from __future__ import annotations

import re

from ..model.numeral import Numeral, NumeralKind

_OTHERS: tuple[tuple[re.Pattern[str], NumeralKind, str], ...] = (
    (re.compile("(?:19|20)[0-9]{2}"), NumeralKind.YEAR, "是年份"),
    (
        re.compile("(?:0?[1-9]|1[0-2])[.．](?:0?[1-9]|[12][0-9]|3[01])"),
        NumeralKind.EVENT_DATE,
        "是事件名里的日期",
    ),
    (re.compile(r"\d{3,}|[0０]\d+"), NumeralKind.DOCUMENT_NUMBER, "是编号、号码"),
)
"""What a bare number may be other than a quantity. With a unit, or a sign, it can be nothing of the kind."""
_PART_OF_A_NAME = (NumeralKind.IDIOM, "只是名称或固定说法的一部分")
_IN_QUOTES = re.compile(r"[“‘「『][^“”‘’「」『』\n]*\Z")


def advise(body: str, numeral: Numeral) -> str:
    """Return how an untagged quantity can be answered for, the likeliest first."""
    words = numeral.text
    kind, reason = _guess_other(numeral)
    other = f"[{words}]{{numeral={kind}}}"
    if numeral.value is None:
        return f"它没有一个确定的值，不能标成数字；写成 {other}。"
    fact = f"[{words}]{{fact=指标标识}}"
    start = numeral.span.start
    if kind is NumeralKind.IDIOM and _IN_QUOTES.search(body, body.rfind("\n", 0, start) + 1, start):
        return f"它在引号里：{reason}，就写成 {other}；是数量就写 {fact}，还没有名称就写 [{words}]{{fact}}。"
    return f"写成 {fact}，还没有名称就写 [{words}]{{fact}}；{reason}，就写 {other}。"


def _guess_other(numeral: Numeral) -> tuple[NumeralKind, str]:
    found = ((kind, reason) for pattern, kind, reason in _OTHERS if pattern.fullmatch(numeral.text))
    return next(found, _PART_OF_A_NAME)
