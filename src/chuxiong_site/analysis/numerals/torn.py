"""Find claims that are only the tail or the head of a longer numeral, and take their values.

五百分之一 is no 百分之一, 两亿3000万元 are not 30 million, 1/10万 is not 1/10. Where the characters of a number go on
beyond a claim, its value would be a guess. The quantity keeps its place, over all that hangs together, and has no
value; so it is told to staff and nothing is published of it.
"""

from __future__ import annotations

import re

from ...model.numeral import NumeralKind
from ...model.place import Span
from .amounts import CHINESE_DIGITS
from .quantities import Quantity
from .rules import Claim, Rule

WRITING = frozenset(f"0123456789{CHINESE_DIGITS}壹贰叁肆伍陆柒捌玖拾佰仟")
"""Characters that write numbers."""
HIGH = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹½⅓⅔¼¾")
JOINTS = frozenset(".点·•・‧:/又×*~—–−-")
"""What joins two parts of a number; before the first digit only the point does."""
MINUS = frozenset("-−")
SIGNS = MINUS | frozenset("±正负")
OPEN = frozenset("几数零半")
"""What else a quantity may begin with; no sign and no numeral stands before it."""
UNREAD_LEFT = frozenset("几廿卅")
"""What makes a numeral longer and is read by no rule."""
MORE = frozenset("余多几")
PERCENT = frozenset("%‰")
_LEFT = WRITING | JOINTS | SIGNS | frozenset("几廿卅之")
_RIGHT = WRITING | JOINTS | HIGH | frozenset("分")
TORN = Rule(name="part of a longer numeral", kind=NumeralKind.FACT, pattern="", example="")
_BEFORE = re.compile(f"[{re.escape(''.join(sorted(_LEFT)))}]+\\Z")
_AFTER = re.compile(f"[{re.escape(''.join(sorted(_RIGHT)))}]+")
_FIRST = WRITING | OPEN
_GOES_ON_BEHIND_MORE = re.compile(f"分之|[.点/][{''.join(sorted(WRITING))}]")
_AFTER_PERCENT = frozenset("0123456789百千万亿")
_SIGN = re.compile("(?:(?<![0-9A-Za-z)−-])[-−]|(?<![正减胜自抱肩担背身辜欺承增重])负|[±正])\\Z")
_NO_SIGN = re.compile("(?:±|正负|--|−−)\\Z")
_BEFORE_NO_SIGN = WRITING | SIGNS | {"."}
_WORD_ON_POINT = re.compile("[试重难热要亮焦观特优缺站网景节起终地据弱痛堵卡布盘支顶务样测置办位]点\\Z")
"""试点五个县: words that end with what is also the decimal point."""
_REACH = 40
"""How far the rest of a torn numeral is looked for."""


def join_torn(text: str, copy: str, claims: list[Claim], word: str) -> list[Claim]:
    """Return the claims in order, with one claim without a value for all parts of a numeral that was torn.

    `text` is the half-width text, `copy` the same with every claim hidden; words that are no numerals by `word`.
    """
    page = _Page(text, copy, claims, word)
    whole: list[Claim] = []
    for claim in claims:
        span = claim[1]
        is_alone = (
            text[span.start - 1 : span.start] not in _LEFT and text[span.end : span.end + 1] not in _RIGHT
        )
        if is_alone and text[span.start] not in SIGNS and text[span.end - 1] not in PERCENT | MORE:
            whole.append(claim)
            continue
        before, after = page.find_tears(claim)
        if not (before or after):
            whole.append(claim)
            continue
        span = page.widen(span, before=before, after=after)
        if whole and whole[-1][0] is TORN and span.start <= whole[-1][1].end:
            span = Span(start=whole.pop()[1].start, end=span.end)
        whole.append((TORN, span, Quantity(span=span, value=None)))
    return whole


def is_whole(text: str, span: Span) -> bool:
    """Tell whether no character that writes numbers stands right beside a numeral that begins or ends with one."""
    joints = ((span.start - 1, span.start), (span.end - 1, span.end))
    return not any(
        left >= 0 and right < len(text) and text[left] in WRITING and text[right] in WRITING
        for left, right in joints
    )


class _Page:
    """A text with what stands on both sides of each claim."""

    def __init__(self, text: str, copy: str, claims: list[Claim], word: str) -> None:
        self.text, self.copy, self.word = text, copy, word
        self.kinds_by_end = {span.end: rule.kind for rule, span, _ in claims}
        self.kinds_by_start = {span.start: rule.kind for rule, span, _ in claims}

    def find_tears(self, claim: Claim) -> tuple[bool, bool]:
        """Tell whether the numeral goes on to the left and, of a quantity, to the right."""
        rule, span, _ = claim
        if rule.kind is None:
            return False, False
        if rule.kind is NumeralKind.FACT:
            return self._is_signed(span.start) or self._goes_on_before(span.start), self._goes_on_after(
                span.end
            )
        is_name = self.kinds_by_end.get(span.start, NumeralKind.FACT) is not NumeralKind.FACT
        return not is_name and self._goes_on_before(span.start), False

    def widen(self, span: Span, *, before: bool, after: bool) -> Span:
        """Return the span with what is left of the longer numeral on its torn sides."""
        start, end = span.start, span.end
        found = _BEFORE.search(self.copy, max(0, start - _REACH), start) if before else None
        start = found.start() if found else start
        found = _AFTER.match(self.copy, end, end + _REACH) if after else None
        return Span(start=start, end=found.end() if found else end)

    def _is_signed(self, start: int) -> bool:
        """Tell whether a sign stands before a quantity that none can take, or its own sign may be something else."""
        before, first = self.text[start - 1 : start], self.text[start]
        if _NO_SIGN.search(self.text, max(0, start - 2), start):
            return True
        if first in OPEN and before in SIGNS and self._is_loose(start - 1):
            return bool(_SIGN.search(self.text, max(0, start - 2), start))
        if first not in SIGNS:
            return False
        if self.text.startswith("分之", start - 2):
            return True
        follows_claim = first in MINUS and self.kinds_by_end.get(start) is not None
        return follows_claim or (before in _BEFORE_NO_SIGN and self._is_loose(start - 1))

    def _goes_on_before(self, start: int) -> bool:
        mark, first = self.text[start - 1 : start], self.text[start]
        if first not in _FIRST or not self._is_loose(start - 1):
            return False
        if (
            mark in WRITING
            or (mark in UNREAD_LEFT and first in WRITING)
            or self.text.startswith("分之", start - 2)
        ):
            return True
        if mark not in JOINTS or self.copy[start - 1] != mark:
            return False
        if mark == "点" and not first.isascii():
            return not _WORD_ON_POINT.search(self.text, max(0, start - 2), start)
        return mark == "." or (
            self.text[start - 2 : start - 1] in WRITING and self._joins(mark, self.kinds_by_end, start - 1)
        )

    def _goes_on_after(self, end: int) -> bool:
        mark, last = self.text[end : end + 1], self.text[end - 1]
        if last in PERCENT:
            return mark in _AFTER_PERCENT and self._is_loose(end)
        if last in MORE:
            goes_on = mark in WRITING or _GOES_ON_BEHIND_MORE.match(self.text, end)
            return bool(goes_on) and self._is_loose(end)
        if last not in WRITING or not self._is_loose(end):
            return False
        if mark in WRITING or mark in HIGH or self.text.startswith("分之", end):
            return True
        return (
            mark in JOINTS
            and self.copy[end] == mark
            and self.text[end + 1 : end + 2] in WRITING
            and self._joins(mark, self.kinds_by_start, end + 1)
        )

    def _is_loose(self, at: int) -> bool:
        """Tell whether a character may belong to a numeral: the words of the lexicon do not."""
        return 0 <= at < len(self.copy) and self.copy[at] != self.word

    @staticmethod
    def _joins(mark: str, kinds: dict[int, NumeralKind | None], at: int) -> bool:
        """Tell whether the mark joins what stands on its other side; in 2023:3件 it follows a name."""
        return mark != ":" or kinds.get(at, NumeralKind.FACT) is NumeralKind.FACT
