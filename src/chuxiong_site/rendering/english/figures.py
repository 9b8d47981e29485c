"""A fact in English: its figures in plain digits, and what tells it from others of its indicator."""

from __future__ import annotations

from decimal import Decimal

from ...model.english_names import QUALIFIER_NAMES, ROLE_NAMES, UNIT_NAMES
from ...model.findings import Fact
from ...model.numeral import Qualifier, describe_decimal

EXCLUDED = {Qualifier.AT_LEAST: "more than", Qualifier.AT_MOST: "less than"}
"""How a bound is said that does not count itself."""


def describe_figures(fact: Fact) -> str:
    """Return a value as English readers write it, 万 and 亿 applied: 1,328,700; 98.22%; at least 5; 6 working days."""
    if fact.members:
        number = ":".join(describe_decimal(member) for member in fact.members)
    else:
        ends = (fact.value, fact.upper) if fact.upper is not None else (fact.value,)
        number = "–".join(_group(value, fact.resolution) for value in ends)
    if fact.per is not None:
        number += f" per {_group(fact.per, Decimal(1))}"
    one, others = UNIT_NAMES.get(fact.unit, ("", ""))
    return " ".join(filter(None, (describe_qualifier(fact), number + (one if number == "1" else others))))


def describe_qualifier(fact: Fact) -> str:
    """Return the words before the figures; empty for what is meant as printed."""
    if fact.qualifier is None:
        return ""
    if fact.included is False and fact.qualifier in EXCLUDED:
        return EXCLUDED[fact.qualifier]
    return QUALIFIER_NAMES[fact.qualifier]


def describe_role(fact: Fact) -> str:
    """Return year and role: 2011, target; of whom it speaks is said in the report's own words beside it."""
    return ", ".join(filter(None, (fact.told_year, ROLE_NAMES[fact.role] if fact.role else "")))


def _group(value: Decimal, resolution: Decimal) -> str:
    """Return a number with its thousands apart, to the last printed digit."""
    exponent = resolution.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "a resolution is a finite number"
    return f"{value:,.{max(0, -exponent)}f}"
