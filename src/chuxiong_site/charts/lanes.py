"""Positions of a chart's marks on a page, in lanes of flexible width, as shares of a lane's width.

The words of a chart are the page's own, so they keep its sizes and break where it is narrow. Scale and footnote come
from the layout that the picture file is drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..model.chart import ChartRecord, ChartRow
from .layout import Bar, Dot, Kind
from .picture import compute_layout
from .scale import Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of a chart; its places are SVG lengths in per cent, from the lane's left edge."""

    row: ChartRow
    zero: str
    start: str
    """Where the bar begins, or the middle of the dot."""
    width: str = ""
    """How long the bar is; a dot has none."""
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """A chart as a page shows it."""

    rows: tuple[Lane, ...]
    ends: tuple[str, ...]
    """What is written at the two ends of a scale of dots; nothing for bars, which begin at zero."""
    footnote: str


def compute_lanes(record: ChartRecord) -> Lanes:
    """Return the lanes of a chart in the order of its rows."""
    layout = compute_layout(record)
    scale = layout.scale
    ends = tuple(tick.text for tick in scale.ticks if tick.value in {scale.low, scale.high})
    return Lanes(
        rows=tuple(_compute_lane(record, mark, scale) for mark in layout.bars or layout.dots),
        ends=ends if layout.dots and len(ends) == 2 else (),
        footnote="".join(text.text for text in layout.texts if text.kind is Kind.FOOTNOTE),
    )


def _compute_lane(record: ChartRecord, mark: Bar | Dot, scale: Scale) -> Lane:
    row = record.rows[mark.row]
    zero = _share(-scale.low, scale)
    if isinstance(mark, Dot):
        return Lane(row=row, zero=zero, start=_share(row.value - scale.low, scale))
    return Lane(
        row=row,
        zero=zero,
        start=_share(min(row.value, Decimal(0)) - scale.low, scale),
        width=_share(abs(row.value), scale),
        hollow=mark.hollow,
    )


def _share(length: Decimal, scale: Scale) -> str:
    """Return a length on the scale in per cent of the lane, with two digits at most."""
    share = (100 * length / (scale.high - scale.low)).quantize(Decimal("0.01"))
    return f"{share.normalize():f}%"
