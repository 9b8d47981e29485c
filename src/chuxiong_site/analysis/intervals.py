"""What a printed number allows, as a closed interval; and arithmetic with such intervals.

After XBRL Calculations 1.1: a number printed to a precision stands for every number that rounds to it.
"""

from __future__ import annotations

from decimal import Decimal

from ..model.findings import Fact, Interval

HALF = Decimal("0.5")


def compute_interval(fact: Fact) -> Interval:
    """Return the numbers that would have been printed as this fact; a range stands for all from end to end."""
    half = fact.resolution * HALF if fact.is_rounded else Decimal()
    upper = fact.value if fact.upper is None else fact.upper
    return Interval(low=fact.value - half, high=upper + half)


def compute_quotient(part: Interval, whole: Interval, per: int = 100) -> Interval:
    """Return part ÷ whole × 100, or × 1000. The whole is positive, its lower end too."""
    return Interval(low=part.low / whole.high * per, high=part.high / whole.low * per)


def compute_difference(this: Interval, other: Interval) -> Interval:
    """Return the interval of the difference."""
    return Interval(low=this.low - other.high, high=this.high - other.low)


def turn(interval: Interval) -> Interval:
    """Return the interval of the same numbers with the other sign."""
    return Interval(low=-interval.high, high=-interval.low)


def compute_sum(parts: list[Interval]) -> Interval:
    """Return the interval of the sum."""
    return Interval(low=sum((p.low for p in parts), Decimal()), high=sum((p.high for p in parts), Decimal()))
