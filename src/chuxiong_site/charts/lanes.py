"""Positions of a chart's marks on a page, in lanes of flexible width, as shares of a lane's width.

The words of a chart are the page's own, so they keep its sizes and break where it is narrow. Scale and footnote come
from the layout that the picture file is drawn from.
"""

from __future__ import annotations

from decimal import Decimal

from ..model.chart import ChartRecord, ChartRow
from ..model.records import dataclass
from .layout import Bar, Dot, Kind, Layout, Units
from .picture import compute_layout
from .scale import Scale
from .shown import ValueParts, split_value
from .units import UnitPaths, compute_paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A row of a chart; its places are SVG lengths in per cent, from the lane's left edge."""

    row: ChartRow
    value: ValueParts
    """The value in the sizes in which a large figure is set."""
    zero: str = ""
    start: str = ""
    """Where the bar begins, or the middle of the dot; nothing where no length is drawn."""
    width: str = ""
    """How long the bar is; a dot has none."""
    hollow: bool = False
    units: UnitPaths | None = None
    """The cells in which this row's value is filled."""
    below: bool = False
    """Whether the words stand below the cells: above them stand those of the number that is all cells."""


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
        rows=tuple(_compute_lane(row, index, layout) for index, row in enumerate(record.rows)),
        ends=ends if layout.dots and len(ends) == 2 else (),
        footnote="".join(text.text for text in layout.texts if text.kind is Kind.FOOTNOTE),
    )


def _compute_lane(row: ChartRow, index: int, layout: Layout) -> Lane:
    marks: list[Bar | Dot | Units] = [*layout.bars, *layout.dots, *layout.units]
    mark = next((mark for mark in marks if mark.row == index), None)
    value = split_value(row.shown)
    scale = layout.scale
    match mark:
        case None:
            return Lane(row=row, value=value)
        case Units():
            below = index > 0 and len(layout.units) == 1
            return Lane(row=row, value=value, hollow=mark.hollow, units=compute_paths(mark), below=below)
        case Dot():
            start = _share(row.value - scale.low, scale)
            return Lane(row=row, value=value, zero=_share(-scale.low, scale), start=start)
        case Bar():
            return Lane(
                row=row,
                value=value,
                zero=_share(-scale.low, scale),
                start=_share(min(row.value, Decimal(0)) - scale.low, scale),
                width=_share(abs(row.value), scale),
                hollow=mark.hollow,
            )


def _share(length: Decimal, scale: Scale) -> str:
    """Return a length on the scale in per cent of the lane, with two digits at most."""
    share = (100 * length / (scale.high - scale.low)).quantize(Decimal("0.01"))
    return f"{share.normalize():f}%"
