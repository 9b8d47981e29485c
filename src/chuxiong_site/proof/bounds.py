"""What a printed number stands for: every number that would have been printed so, as fractions."""

from __future__ import annotations

import re
from fractions import Fraction

from ..model import measures
from ..model.findings import Fact
from ..model.numeral import Qualifier

ROUNDED = frozenset({measures.MONEY, measures.AVERAGE, measures.SHARE, measures.CHANGE})
"""Measures whose numbers were rounded before printing."""
SCALED = re.compile("[万亿]|[0-9０-９][.．][0-9０-９]")
"""Numbers that were, as they look."""
Bounds = tuple[Fraction, Fraction]


def find_bounds(fact: Fact) -> Bounds:
    """Return the numbers that would have been printed as this fact, of a range those from end to end."""
    value = Fraction(fact.value)
    upper = Fraction(fact.value if fact.upper is None else fact.upper)
    measure = measures.CHANGE if fact.role == "change" else fact.indicator.measure
    rounded = (
        measure in ROUNDED
        or fact.qualifier is Qualifier.AVERAGE
        or SCALED.search(fact.surface + fact.unit_words)
    )
    half = Fraction(fact.resolution) / 2 if rounded else Fraction(0)
    return value - half, upper + half
