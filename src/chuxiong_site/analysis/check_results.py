"""The results of checks as records, and the words for them."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from ..model import measures
from ..model.check_specs import CheckSpec, OpenClaim
from ..model.findings import CheckOutcome, CheckResult, Fact, Interval
from .intervals import compute_interval

SIX_DIGITS = 6


def find_obstacle(inputs: tuple[Fact, ...]) -> str:
    """Return why numbers cannot be computed with: 余, 不少于 and the like leave open which number is meant."""
    open_ones = [fact.display for fact in inputs if not fact.is_exact]
    return f"「{'」「'.join(open_ones)}」不是确数，不能复算。" if open_ones else ""


def create_relation(
    spec: CheckSpec, inputs: tuple[Fact, ...], formula: str, holds: bool, reason: str
) -> CheckResult:
    """Return the result of a check that compares numbers and recomputes none."""
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=None,
        formula=formula,
        computed="",
        interval=None,
        outcome=CheckOutcome.HOLDS if holds else CheckOutcome.FAILS,
        reason=reason,
    )


def create_unverifiable(
    spec: CheckSpec | OpenClaim,
    inputs: tuple[Fact, ...],
    claim: Fact | None,
    reason: str,
    *,
    lacks_input: bool = False,
) -> CheckResult:
    """Return the result of a check that cannot be computed; `claim` is `None` when a relation is claimed."""
    rate = claim if claim and claim.measure in measures.RATES and claim.is_exact else None
    return CheckResult(
        spec=spec,
        inputs=inputs,
        claim=claim,
        formula="",
        computed="",
        interval=compute_interval(rate) if rate else None,
        outcome=CheckOutcome.UNVERIFIABLE,
        reason=reason,
        lacks_input=lacks_input,
    )


def describe_interval(printed: Interval, sign: str, holds: bool) -> str:
    """Return whether a recomputed number is compatible with what was printed, in words."""
    word = "相容" if holds else "不符"
    return f"与报告写的数在舍入区间 [{printed.low}{sign}，{printed.high}{sign}] 上{word}。"


def show_six_digits(value: Decimal) -> str:
    """Return six significant digits, cut and not rounded, with … ; a number that ends earlier as it is."""
    if len(value.normalize().as_tuple().digits) <= SIX_DIGITS:
        return f"{value.normalize():f}"
    places = max(0, SIX_DIGITS - value.adjusted() - 1)
    return f"{value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN):f}…"
