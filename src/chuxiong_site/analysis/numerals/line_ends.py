"""Find the single line ends inside a paragraph: those of full lines, and those that cut a number from its rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .amounts import CHINESE_DIGITS, PLACE
from .units import find_unit

FULL_LINE = 20
"""Characters of a line that may have been broken because it was full."""
TALLER = 4
"""By how many characters the next line may be longer, and still be of the same wrapped paragraph."""
_REACH = 48
_END = re.compile("\n(?!\n)[ \u3000]?")
_CLOSED = frozenset("。!?;:….…")
_BEGINS = re.compile(
    f"[#|>*•●·\\s\u3000]|[0-9]{{1,3}}[.、)](?![0-9])|[0-9]{{1,2}}\\.(?=(?:19|20)[0-9]{{2}}年)|[(\\[][0-9{CHINESE_DIGITS}]"
    f"|[{CHINESE_DIGITS}]{{1,3}}[、.)]|第[{CHINESE_DIGITS}0-9]{{1,4}}[章节条部编篇]|[①-⒛㈠-㈩⓪-⓿❶-➓]"
)
"""How a paragraph begins."""
_OPEN = re.compile(
    f"(?:(?P<digits>[一-鿿%(“][^\n]*?[0-9][0-9.,]*)|[{CHINESE_DIGITS}]+)"
    f"(?:[余多几]?{PLACE}?[余多]?|[%‰]?(?:—{{1,2}}|[-–~至到]))\\Z|[第数几]\\Z|分之\\Z"
)
"""A number, or the beginning of one, at the end of a line of words."""
_NUMBER = re.compile(f"[0-9][0-9,]{{0,11}}(?:\\.[0-9]+)?|\\.[0-9]+|[{CHINESE_DIGITS}]{{1,12}}")
_SCALE = re.compile(f"[余多]?{PLACE}?[余多]?")
_STOPS = re.compile("[,。;、)%‰”\n]|\\Z|以[上下内]|左右|大(?![会学])|届|中全会|等[奖功次级]|[—~至到][0-9]")


def find_line_ends_within_paragraphs(copy: str) -> Iterator[tuple[int, int]]:
    """Yield the line ends that a reader reads over, with the space beside them."""
    for match in _END.finditer(copy):
        start, end = match.span()
        before, after = copy[max(0, start - 1) : start], copy[end : end + 1]
        if before in {"", "\n", "\t"} or after in {"", "\n"} or _BEGINS.match(copy, end):
            continue
        stripped = start - 1 if before in {" ", "\u3000"} else start
        if copy[stripped - 1 : stripped] in _CLOSED:
            continue
        if _is_full(copy, stripped, end) or _cuts_number(copy, stripped, end):
            yield stripped, end


def _is_full(copy: str, start: int, end: int) -> bool:
    """Tell whether the line is long, the next one no longer, and words run on: tables have short lines."""
    width = start - copy.rfind("\n", 0, start) - 1
    if width < FULL_LINE or end - start > 1:
        return False
    following = copy.find("\n", end)
    return (following if following >= 0 else len(copy)) - end <= width + TALLER


def _cuts_number(copy: str, start: int, end: int) -> bool:
    """Tell whether a number, after words on its line, goes on in the next."""
    line = copy.rfind("\n", max(0, start - _REACH), start) + 1
    found = _OPEN.search(copy, max(line, start - _REACH), start)
    if found is None:
        return False
    number = _NUMBER.match(copy, end)
    at = number.end() if number else end
    scale = _SCALE.match(copy, at)
    at = scale.end() if scale else at
    if find_unit(copy, at, chinese=True) or (found["digits"] and find_unit(copy, at)):
        return True
    return at > end and _STOPS.match(copy, at) is not None
