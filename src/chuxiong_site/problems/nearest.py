"""Find the known word that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def find_nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the most similar of `words`, or `None` when nothing is near."""
    words = list(words)
    same = next((other for other in words if other.lower() == word.lower()), None)
    near = difflib.get_close_matches(word[:200], words, n=1, cutoff=0.6)
    return same or (near[0] if near else None)


def describe_nearest(word: str, words: Iterable[str]) -> str:
    """Return a hint naming the nearest word, or an empty string."""
    near = find_nearest(word, words)
    return f"是不是要写 {near}？" if near else ""
