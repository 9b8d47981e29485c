"""Several percentages: a dot each on a track of its own from 0 to 100, so that dots near 100 stay apart."""

from __future__ import annotations

from ...model.chart import ChartRecord, ChartRow
from ...model.chart_forms import Drawing
from ..footnote import TICKS_HEIGHT
from ..layout import (
    LABEL_SIZE,
    VALUE_SIZE,
    WIDTH,
    Anchor,
    Dot,
    Kind,
    Layout,
    TextBlock,
    Tone,
    compute_height,
)
from ..scale import Scale, compute_percent_scale
from ..wrapping import compute_text_width, wrap_text
from .form import Form, choose_only, describe_rows, name_indicator

MARGIN = 4.0
RADIUS = 6.0
GAP = 12.0
ROW_GAP = 12.0
WIDEST_VALUE = 190.0


def compute_rates_layout(record: ChartRecord) -> Layout:
    """Return one dot a row; values stand in a column of their own at the right."""
    widths = [compute_text_width(row.shown, VALUE_SIZE) for row in record.rows]
    value_width = min(WIDEST_VALUE, max(widths))
    end = WIDTH - MARGIN - value_width - GAP - RADIUS
    scale = compute_percent_scale([row.value for row in record.rows], MARGIN + RADIUS, end)
    dots: list[Dot] = []
    texts: list[TextBlock] = []
    top = 0.0
    for index, row in enumerate(record.rows):
        dot, words = _lay_row(index, row, scale, top, value_width)
        dots.append(dot)
        texts += words
        top = words[1].box.bottom + ROW_GAP
    plot_bottom = top - ROW_GAP + 2
    return Layout(
        width=WIDTH,
        height=plot_bottom + TICKS_HEIGHT,
        plot_bottom=plot_bottom,
        scale=scale,
        dots=tuple(dots),
        texts=tuple(texts),
    )


def _lay_row(
    index: int, row: ChartRow, scale: Scale, top: float, value_width: float
) -> tuple[Dot, tuple[TextBlock, TextBlock]]:
    lines = wrap_text(row.label, WIDTH - 2 * MARGIN, LABEL_SIZE)
    value_lines = wrap_text(row.shown, value_width, VALUE_SIZE)
    slot_top = top + compute_height(lines, LABEL_SIZE)
    slot = compute_height(value_lines, VALUE_SIZE)
    tone = Tone.EMPHASIS if row.emphasised else Tone.PLAIN
    dot = Dot(row=index, x=scale.locate(row.value), y=slot_top + slot / 2, radius=RADIUS, tone=tone)
    label = TextBlock(row=index, kind=Kind.LABEL, lines=lines, x=MARGIN, top=top, size=LABEL_SIZE)
    value = TextBlock(
        row=index,
        kind=Kind.VALUE,
        lines=value_lines,
        x=WIDTH - MARGIN,
        top=slot_top,
        size=VALUE_SIZE,
        anchor=Anchor.END,
        tone=Tone.EMPHASIS if row.emphasised else Tone.TEXT,
    )
    return dot, (label, value)


RATES = Form(
    choose=choose_only(Drawing.DOTS),
    layouts={Drawing.DOTS: compute_rates_layout},
    describe=describe_rows,
    label=name_indicator,
)
