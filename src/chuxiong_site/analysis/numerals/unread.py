"""Find the amounts of a text that no rule has read: digits, shares and Chinese amounts that no numeral covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ...model.numeral import Numeral
from ...model.place import Span
from .amounts import CHINESE_DIGITS
from .fragments import compile_pattern
from .lexicon import LEXICAL, NO_AMOUNTS, SET_PHRASES, create_word_pattern
from .page import Page, prepare_page

_PLACES = "十百千万亿"
_UNREAD = re.compile(
    f"[0-9]+|[几数{CHINESE_DIGITS}]{{0,23}}[百千万亿]分之|[几数{CHINESE_DIGITS}]{{1,24}}分之[几数{CHINESE_DIGITS}]"
    f"|(?P<amount>[几数][{_PLACES}][{CHINESE_DIGITS}]*|[近超逾上过约达][百千万亿][{CHINESE_DIGITS}]*|[{CHINESE_DIGITS}]{{2,24}})[余多]?"
)
_AROUND = 8
"""How far around an amount the words of the lexicon are looked for."""


def find_unread_digits(text: str, numerals: Iterable[Numeral]) -> tuple[Span, ...]:
    """Return the runs of digits, the 百分之 and 分之, and the Chinese amounts that no numeral covers."""
    page = prepare_page(text)
    taken = sorted(numeral.span for numeral in numerals)
    return tuple(_keep_uncovered(_find_amounts(page), taken))


def _find_amounts(page: Page) -> Iterator[Span]:
    for match in _UNREAD.finditer(page.copy):
        if match["amount"] and not _is_amount(match):
            continue
        yield page.find_place(Span(start=match.start(), end=match.end()))


def _keep_uncovered(amounts: Iterable[Span], taken: list[Span]) -> Iterator[Span]:
    remaining = iter(taken)
    current = next(remaining, None)
    for span in amounts:
        while current is not None and current.end <= span.start:
            current = next(remaining, None)
        if current is None or span.end <= current.start:
            yield span


def _is_amount(match: re.Match[str]) -> bool:
    """Tell amounts, which hold a place word, from rows of digits and from the words of the lexicon."""
    words, start, end = match["amount"], match.start(), match.end()
    if not any(word in _PLACES for word in words):
        return False
    near = _compile_words().finditer(
        match.string, max(0, start - _AROUND), min(len(match.string), end + _AROUND)
    )
    return not any(word.start() < end and word.end() > start for word in near)


@cache
def _compile_words() -> re.Pattern[str]:
    return compile_pattern(create_word_pattern((*LEXICAL, *SET_PHRASES, *NO_AMOUNTS), CHINESE_DIGITS))
