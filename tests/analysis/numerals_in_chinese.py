"""How is a number written in Chinese numerals? The inverse of the reader, for its tests."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"


def print_section(number: int) -> str:
    """Write 1 to 9999 in Chinese numerals, 一十 in full."""
    words, pending = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if pending and words else "") + DIGITS[digit] + name
        pending = not digit
    return words


def print_chinese(number: int) -> str:
    """Write a positive integer below 10^16 in Chinese numerals."""
    words, gap = "", False
    for place, name in ((10**12, "万"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // place % 10**4
        if section:
            words += ("零" if words and (gap or section < 1000) else "") + print_section(section) + name
        if place == 10**8 and not section and number >= 10**12:
            words += "亿"
        gap = not section
    return words
