"""Cells that stand for one each: their places in lines, in groups of five, and the paths that draw them.

Lengths are counted in cells' own units, so that a page can draw them as wide as it has room.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from ..model.records import dataclass
from .layout import Units

PITCH = Decimal(10)
"""From one cell to the next."""
SIDE = Decimal("8.4")
GROUP = 5
"""After so many cells, across and down, there is more room, so that they can be counted at a glance."""
GROUP_GAP = Decimal(2)
FEW, MANY = 10, 20
"""Cells a line: of small numbers and of others."""
HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPaths:
    """A drawing of cells: its size in own units, and two paths of rectangles, each cell a subpath."""

    width: str
    height: str
    filled: str
    """Whole cells, and at the end the part of a cell that is filled."""
    rest: str
    """Cells that are not filled, or only in part."""


def compute_columns(totals: list[int]) -> int:
    """Return how many cells stand in a line, the same for all rows of a chart."""
    return FEW if max(totals) <= FEW else MANY


def compute_size(columns: int, total: int) -> tuple[Decimal, Decimal]:
    """Return width and height in own units of that many cells; the width is that of a full line."""
    lines = max(1, -(-total // columns))
    return _locate(columns - 1) + SIDE, _locate(lines - 1) + SIDE


def compute_paths(units: Units) -> UnitPaths:
    """Return the paths of cells; a part of a cell is filled from its left side, as wide as it is large."""
    width, height = compute_size(units.columns, units.total)
    whole = int(units.filled)
    part = units.filled - whole
    filled = [_draw(index, units.columns, SIDE) for index in range(whole)]
    filled += [_draw(whole, units.columns, part * SIDE)] if part else []
    rest = [_draw(index, units.columns, SIDE) for index in range(whole, units.total)]
    return UnitPaths(
        width=write_length(width), height=write_length(height), filled="".join(filled), rest="".join(rest)
    )


def _draw(index: int, columns: int, width: Decimal) -> str:
    x, y = _locate(index % columns), _locate(index // columns)
    return f"M{write_length(x)} {write_length(y)}h{write_length(width)}v{SIDE}h-{write_length(width)}z"


def _locate(place: int) -> Decimal:
    return place * PITCH + place // GROUP * GROUP_GAP


def write_length(length: Decimal) -> str:
    """Return a length with three digits at most; what is filled at all never vanishes."""
    rounded = length.quantize(Decimal("0.001"), ROUND_CEILING)
    return f"{rounded.normalize():f}"
