"""Ordinals of headings: 一, 二 … 九十九."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"
VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def read_ordinal(words: str) -> int:
    """Return the value of an ordinal up to 九十九: 十二 → 12; 0 for any other text."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return VALUES.get(ones, 0)
    return VALUES.get(tens or "一", 0) * 10 + VALUES.get(ones or "〇", 0)


def describe_ordinal(number: int) -> str:
    """Return 1 to 99 as headings count: 一, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[ones] if ones else "")
