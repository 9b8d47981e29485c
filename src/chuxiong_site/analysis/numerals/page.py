"""A text as it is read: half-width, its broken numbers joined; every place leads back to the text.

Spaces and single line ends inside a number are left out of the copy that the rules see: 1 860件 and 1860件 are one
number. A space or a line end stays where it may as well part two numbers, and no paragraph is joined to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ...model.place import Span
from ...model.records import dataclass
from .amounts import CHINESE_DIGITS
from .half_width import HALF_WIDTH, THIN
from .line_ends import find_line_ends_within_paragraphs
from .units import find_unit

_INDENT = re.compile("\u3000{2,}")
"""Two ideographic spaces begin a paragraph, also where a copy has lost its line ends."""
_UNSEEN = re.compile("[\u200b\u2060\ufeff]+")
"""Characters without width: readers see the number whole."""
_GROUPS = re.compile(
    f"[0-9](?<![0-9.,].)(?<![0-9][ \u3000].)[0-9]{{0,2}}(?:(?:{THIN}[0-9]{{3}})+|(?: [0-9]{{3}})+)"
    rf"(?![0-9]|[ \u3000{THIN}][0-9])(?:\.[0-9]+)?"
)
_AROUND_POINT = re.compile(
    f"[0-9](?:(?<=[一-鿿].)|(?<=[一-鿿] .))[0-9,]{{0,11}}[ {THIN}]?[.,][ {THIN}]?[0-9]{{1,9}}(?![0-9.,、])"
)
_BLANKS = re.compile(f"[ \u3000{THIN}]{{1,2}}(?![ \u3000{THIN}])")
_BLANK = re.compile(f"[ \u3000{THIN}]")
_HEADING_NUMBER = re.compile(r"[ \t]*[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\Z")
_PLACES = frozenset("余多万亿千百十")
_WRITING = frozenset(f"0123456789{CHINESE_DIGITS}")
_DIGITS = frozenset("0123456789")
_CHINESE = frozenset(f"{CHINESE_DIGITS}点")
_JOINING = frozenset("十百千万亿零点")
"""In 五 十 and 四点 五 one of both sides goes on or is gone on with; 一 二 may be two."""
_SIGNS_OF_UNITS = frozenset("%‰‱℃㎡㎥°")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text as it is read."""

    text: str
    """As given."""
    copy: str
    """What the rules see."""
    offsets: Sequence[int]
    """For each character of `copy` its offset in `text`."""

    def find_place(self, span: Span) -> Span:
        """Return where a span of the copy stands in the text."""
        if span.start == span.end:
            return span
        return Span(start=self.offsets[span.start], end=self.offsets[span.end - 1] + 1)


@lru_cache(maxsize=1)  # what is unread is looked for in the page that was just read
def prepare_page(text: str) -> Page:
    """Return the text with its broken numbers joined."""
    copy = text.replace("\r\n", " \n").translate(HALF_WIDTH)
    copy = _INDENT.sub(lambda match: "\n" * len(match[0]), copy)
    page = Page(text=text, copy=copy, offsets=range(len(text)))
    for find in (_find_unseen, find_line_ends_within_paragraphs, _find_groups, _find_gaps):
        page = _leave_out(page, find(page.copy))
    return page


def _leave_out(page: Page, spans: Iterable[tuple[int, int]]) -> Page:
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for begin, end in spans:
        pieces.append(page.copy[start:begin])
        offsets += page.offsets[start:begin]
        start = end
    if not start:
        return page
    copy = "".join([*pieces, page.copy[start:]])
    return Page(text=page.text, copy=copy, offsets=[*offsets, *page.offsets[start:]])


def _find_unseen(copy: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _UNSEEN.finditer(copy))


def _find_groups(copy: str) -> Iterator[tuple[int, int]]:
    """Find the spaces in 1 860件: groups of three, and surely one number; thin spaces part nothing else."""
    for match in _GROUPS.finditer(copy):
        if THIN in match[0] or _is_counted(copy, match.end()):
            yield from _list_blanks(match)


def _find_gaps(copy: str) -> Iterator[tuple[int, int]]:
    """Find the spaces beside digits, before 余, 多, 万, 亿 and units, and around a decimal point."""
    gaps = [match.span() for match in _BLANKS.finditer(copy) if _is_gap(copy, *match.span())]
    for match in _AROUND_POINT.finditer(copy):
        if _is_counted(copy, match.end()):
            gaps += _list_blanks(match)
    return iter(sorted(set(gaps)))


def _list_blanks(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    return ((at, at + 1) for at in range(*match.span()) if _BLANK.match(match.string, at))


def _is_counted(copy: str, end: int) -> bool:
    """Tell whether a place word, 余 or a unit follows, as it follows one number and rarely the second of two."""
    after = _BLANKS.match(copy, end)
    end = after.end() if after else end
    return copy[end : end + 1] in _PLACES or find_unit(copy, end) is not None


def _is_gap(copy: str, start: int, end: int) -> bool:
    before, after = copy[start - 1 : start], copy[end : end + 1]
    if not before or not after:
        return False
    if before in _DIGITS:
        return after in _SIGNS_OF_UNITS or (
            _is_hanzi(after) and (after in _PLACES or not _is_heading_number(copy, start))
        )
    if after in _DIGITS:
        return before == "第"
    return _is_gap_in_chinese(copy[max(0, start - 2) : start], after)


def _is_gap_in_chinese(before: str, after: str) -> bool:
    last = before[-1]
    if last in _CHINESE and after in _CHINESE:
        return last in _JOINING or after in _JOINING
    if last in _PLACES and before[:-1] in _WRITING:
        return _is_hanzi(after)
    return last == "第" and after in _WRITING


def _is_hanzi(char: str) -> bool:
    return "一" <= char <= "鿿"


def _is_heading_number(copy: str, end: int) -> bool:
    line = copy.rfind("\n", 0, end) + 1
    return end - line < 16 and _HEADING_NUMBER.match(copy[line:end]) is not None
