"""Axis ranges and ticks. Scales hold zero; ticks are written with 万 and 亿, never K, M or B."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ..model.records import dataclass

MAGNITUDES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
MOST_STEPS = 4
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A number on the axis."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Values from `low` to `high` laid on the px from `start` to `end`; zero is always among them."""

    low: Decimal
    high: Decimal
    start: float
    end: float
    ticks: tuple[Tick, ...]

    @property
    def zero(self) -> float:
        """Where bars begin."""
        return self.locate(Decimal(0))

    def locate(self, value: Decimal) -> float:
        """Return the px of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + float(share) * (self.end - self.start)


def compute_count_scale(values: Iterable[Decimal], start: float, end: float, *, sign: str = "") -> Scale:
    """Return a scale from zero to the greatest value, so that its bar fills the room."""
    low, high = _span((*values, Decimal(0)))
    return Scale(low=low, high=high, start=start, end=end, ticks=compute_ticks(low, high, sign=sign))


def compute_percent_scale(values: Iterable[Decimal], start: float, end: float) -> Scale:
    """Return a scale from 0 to 100, never cut; wider only where a printed rate lies outside."""
    low, high = _span((*values, Decimal(0), HUNDRED))
    return Scale(low=low, high=high, start=start, end=end, ticks=compute_ticks(low, high, sign="%"))


def _span(values: tuple[Decimal, ...]) -> tuple[Decimal, Decimal]:
    low, high = min(values), max(values)
    return low, high if high > low else low + 1


def compute_ticks(low: Decimal, high: Decimal, *, sign: str = "") -> tuple[Tick, ...]:
    """Return at most five round numbers from `low` to `high`, zero among them."""
    step = _compute_step(high - low)
    first = int((low / step).to_integral_value(ROUND_CEILING))
    last = int((high / step).to_integral_value(ROUND_FLOOR))
    return tuple(
        Tick(value=step * index, text=describe_tick(step * index, sign)) for index in range(first, last + 1)
    )


def _compute_step(span: Decimal) -> Decimal:
    rough = span / MOST_STEPS
    power = Decimal(10) ** rough.adjusted()
    return next(power * step for step in STEPS if power * step >= rough)


def describe_tick(value: Decimal, sign: str = "") -> str:
    """Return a round number as Chinese says it: 5000, 2万, 1.5亿."""
    unit, name = next(((unit, name) for unit, name in MAGNITUDES if abs(value) >= unit), (Decimal(1), ""))
    text = f"{(value / unit).normalize():f}".replace("-", "−")
    return f"{text}{name}{sign}"
