"""Give the numbers of a list the unit that stands behind its last: 4.2、5.7个百分点 are both 个百分点."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from .quantities import Quantity
from .rules import Claim

_JOINTS = re.compile("(?:[、和与及或]|以及)\\Z")
_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[余多]?[万亿]?[余多]?\Z")
LARGEST_SHARED = 1000
"""From here on a bare number before 5万元 may as well stand for itself, so it has no sure value."""


def share_units(copy: str, claims: list[Claim]) -> list[Claim]:
    """Return the claims, each bare number of a list with the unit, and the 万 or 亿, of the amount behind it."""
    shared = list(claims)
    for at in range(len(claims) - 2, -1, -1):
        rule, span, quantity = shared[at]
        _, following, amount = shared[at + 1]
        joined = _JOINTS.match(copy[span.end : following.start])
        if quantity and amount and joined and _is_bare(quantity, span.of(copy)) and _has_unit(amount):
            shared[at] = (rule, span, _take_over(quantity, amount))
    return shared


def _is_bare(quantity: Quantity, words: str) -> bool:
    return not quantity.unit and quantity.value is not None and _DIGITS.match(words) is not None


def _has_unit(amount: Quantity) -> bool:
    return amount.value is not None and bool(amount.unit or amount.scaled)


def _take_over(quantity: Quantity, amount: Quantity) -> Quantity:
    assert quantity.value is not None
    assert quantity.resolution is not None
    if not amount.scaled or quantity.scaled:
        return replace(quantity, unit=amount.unit)
    if abs(quantity.value) >= LARGEST_SHARED:
        return Quantity(span=quantity.span, value=None)
    return replace(
        quantity,
        unit=amount.unit,
        value=_scale(quantity.value, amount.scaled),
        resolution=_scale(quantity.resolution, amount.scaled),
        scaled=amount.scaled,
    )


def _scale(value: Decimal, power: int) -> Decimal:
    return Decimal(f"{value.scaleb(power):f}")
