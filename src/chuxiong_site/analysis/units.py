"""Fold units so that equal ones compare as equal."""

from __future__ import annotations

_NARROW = str.maketrans("（）％，", "()%,")


NO_UNIT = "无"
"""What staff write for numbers that stand without a measure word: scores, indices."""


def fold_unit(unit: str) -> str:
    """Return a unit without regard to the width of its brackets and signs: by this units are compared."""
    return "" if unit == NO_UNIT else unit.translate(_NARROW)
