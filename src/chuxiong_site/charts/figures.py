"""Numbers set large, each below its name, a thin rule between them; and the sums behind a rate."""

from __future__ import annotations

from ..model.chart import ChartRecord, ChartRow
from .headings import MARGIN
from .layout import LABEL_SIZE, TICK_SIZE, WIDTH, Kind, Layout, TextBlock, Tone
from .scale import compute_count_scale
from .wrapping import wrap_text

FIGURE_SIZE = 30.0
ROW_GAP = 14.0


def compute_figures(record: ChartRecord) -> Layout:
    """Return the figures one under the other."""
    texts: list[TextBlock] = []
    top = 0.0
    for index, row in enumerate(record.rows):
        words = lay_figure(index, row, top)
        texts += words
        top = words[-1].box.bottom + ROW_GAP
    sums = lay_sums(record, top - ROW_GAP)
    return Layout(
        width=WIDTH,
        height=max(text.box.bottom for text in (*texts, *sums)) + 2,
        plot_bottom=top,
        scale=compute_count_scale([], MARGIN, WIDTH - MARGIN),
        texts=(*texts, *sums),
        with_ticks=False,
    )


def lay_figure(index: int, row: ChartRow, top: float) -> tuple[TextBlock, TextBlock]:
    """Return the name and, below it, the value."""
    room = WIDTH - 2 * MARGIN
    label = TextBlock(
        row=index,
        kind=Kind.LABEL,
        lines=wrap_text(row.label, room, LABEL_SIZE),
        x=MARGIN,
        top=top + 1,
        size=LABEL_SIZE,
    )
    value = TextBlock(
        row=index,
        kind=Kind.FIGURE,
        lines=wrap_text(row.shown, room, FIGURE_SIZE),
        x=MARGIN,
        top=label.box.bottom,
        size=FIGURE_SIZE,
        tone=Tone.EMPHASIS if row.emphasised else Tone.TEXT,
    )
    return label, value


def lay_sums(record: ChartRecord, top: float) -> tuple[TextBlock, ...]:
    """Return how a rate was recomputed, or why it cannot be, one under the other."""
    blocks: list[TextBlock] = []
    for one in record.sums:
        lines = wrap_text(one.text, WIDTH - 2 * MARGIN, TICK_SIZE)
        blocks.append(
            TextBlock(
                row=None, kind=Kind.SUM, lines=lines, x=MARGIN, top=top, size=TICK_SIZE, tone=Tone.MUTED
            )
        )
        top = blocks[-1].box.bottom
    return tuple(blocks)
