"""Estimate the width of a text and break it into lines, without a browser.

Estimates, on the safe side for the Chinese faces of all systems: ASCII capitals are 0.75 em, the rest of ASCII 0.6,
everything else 1. Nothing is ever cut off.

Pictures must be the same to the byte under every Python. So widths are added up as whole numbers (the sum of floats
changed in Python 3.12), and no table of Unicode is asked (each Python has another edition).
"""

from __future__ import annotations

import re
from functools import lru_cache

NOT_FIRST = "，。、；：？！）》”’%％…"
NOT_LAST = "（《“‘"
PIECE = re.compile(
    rf"[{NOT_LAST}]*(?:[A-Za-z0-9.,%+\-]+|\s+|.)[{NOT_FIRST}]*",
    re.DOTALL,
)
"""What stays together: a run of Latin letters and digits, or one character; with its brackets and stops."""
CLAUSE = re.compile("[^，；：。？！]*[，；：。？！]?[”’》）]*")
EM = 20
"""So many of the parts that widths are counted in."""
CAPITAL, NARROW = 15, 12
COMBINING = re.compile("[\u0300-\u036f\u200b-\u200d\u20d0-\u20ff\ufe00-\ufe0f]")
"""Marks that stand on the character before them, and what has no width."""


def compute_text_width(text: str, size: float) -> float:
    """Return the width of one line in px."""
    return _count_parts(text) * size / EM


@lru_cache(maxsize=4096)
def _count_parts(text: str) -> int:
    """Cached: breaking a text measures the same beginnings again and again."""
    return sum(map(_measure_character, text))


@lru_cache(maxsize=4096)
def _measure_character(character: str) -> int:
    if character.isascii():
        return CAPITAL if character.isupper() else NARROW
    return 0 if COMBINING.match(character) else EM


@lru_cache(maxsize=4096)
def wrap_text(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return lines of at most `width` px, of like lengths; joined they are the text again."""
    pieces = _split_pieces(text, width, size)
    lines = _fill_lines(pieces, width, size)
    even = compute_text_width(text, size) / len(lines)
    while even < width and len(lines) > 1:
        balanced = _fill_lines(pieces, even, size)
        if len(balanced) == len(lines):
            return balanced
        even += size / 2
    return lines


@lru_cache(maxsize=1024)
def fill_text(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return full lines, as a paragraph is set; joined they are the text again."""
    return _fill_lines(_split_pieces(text, width, size), width, size)


@lru_cache(maxsize=1024)
def wrap_clauses(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return lines that end with a clause wherever a clause fits into a line; joined they are the text again."""
    lines: list[str] = []
    for line in _fill_lines(CLAUSE.findall(text), width, size):
        lines += wrap_text(line, width, size)
    return tuple(lines)


def _split_pieces(text: str, width: float, size: float) -> list[str]:
    """Break pieces that are wider than a line into characters."""
    pieces: list[str] = []
    for piece in PIECE.findall(text):
        pieces += [piece] if compute_text_width(piece, size) <= width else list(piece)
    rest = text[sum(map(len, pieces)) :]
    return pieces + list(rest)


def _fill_lines(pieces: list[str], width: float, size: float) -> tuple[str, ...]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and compute_text_width((lines[-1] + piece).rstrip(), size) > width:
            lines.append(piece)
        else:
            lines[-1] += piece
    return tuple(lines)
