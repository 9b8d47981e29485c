"""Fold units so that equal ones compare as equal."""

from __future__ import annotations

import re

_NARROW = str.maketrans("（）％，", "()%,")


NO_UNIT = "无"
"""What staff write for numbers that stand without a measure word: scores, indices."""


_OCCASIONS = re.compile(r"(?<=[人件])\(次\)$")


def fold_unit(unit: str) -> str:
    """Return a unit without regard to how it is printed: by this units are compared. 人（次）, 人(次) and 人次 are one."""
    return "" if unit == NO_UNIT else _OCCASIONS.sub("次", unit.translate(_NARROW))
