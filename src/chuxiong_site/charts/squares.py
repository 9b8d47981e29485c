"""A share as a hundred squares: name and value above, the sum below."""

from __future__ import annotations

from ..model.chart import ChartRecord
from .cells import find_end
from .figures import lay_figure, lay_sums
from .footnote import HOLLOW_CELLS, compute_bottom, compute_footnote
from .headings import MARGIN
from .layout import WIDTH, Layout, Tone, Units
from .scale import compute_percent_scale
from .units import FEW, HUNDRED, SIDE, compute_size

SQUARES_WIDTH = 180.0
GAP = 8.0


def compute_squares(record: ChartRecord) -> Layout:
    """Return ten lines of ten squares; the last filled one is filled as far as the printed decimals say."""
    (row,) = record.rows
    words = lay_figure(0, row, 0.0)
    width, _ = compute_size(FEW, HUNDRED)
    squares = Units(
        row=0,
        left=MARGIN,
        top=max(text.box.bottom for text in words) + GAP,
        side=SQUARES_WIDTH / float(width) * float(SIDE),
        columns=FEW,
        total=HUNDRED,
        filled=row.value,
        tone=Tone.EMPHASIS if row.emphasised else Tone.PLAIN,
        hollow=not row.exact,
    )
    end = find_end(squares) + GAP
    note = compute_footnote(HOLLOW_CELLS if squares.hollow else "", end, MARGIN)
    bottom = compute_bottom(note, end)
    sums = lay_sums(record, bottom)
    return Layout(
        width=WIDTH,
        height=max((text.box.bottom for text in sums), default=bottom) + 2,
        plot_bottom=end,
        scale=compute_percent_scale([row.value], MARGIN, WIDTH - MARGIN),
        units=(squares,),
        texts=(*words, *note, *sums),
        with_ticks=False,
    )
