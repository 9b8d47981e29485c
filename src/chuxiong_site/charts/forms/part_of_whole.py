"""A whole and its stated part: cells of which a part is filled, or one outlined bar with the part inside."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.chart import ChartRecord, ChartRow
from ...model.chart_forms import Drawing
from ..cells import compute_nested_cells
from ..countable import choose_of_whole
from ..layout import (
    LABEL_SIZE,
    VALUE_SIZE,
    WIDTH,
    Anchor,
    Bar,
    Box,
    Kind,
    Layout,
    TextBlock,
    Tone,
)
from ..scale import compute_count_scale, compute_percent_scale
from ..wrapping import compute_text_width, wrap_text
from .form import Form, name_indicator

MARGIN = 4.0
GAP = 6.0
BAR_HEIGHT = 32.0
INSET = 5.0
WORD_GAP = 12.0


def compute_part_layout(record: ChartRecord) -> Layout:
    """Return the two bars over each other, with label and value of each at its end."""
    whole, part = record.rows
    compute_scale = compute_percent_scale if record.unit == "%" else compute_count_scale
    scale = compute_scale([whole.value, part.value], MARGIN, WIDTH - MARGIN)
    above = _lay_words(0, whole, scale.locate(whole.value), 0.0)
    bar_top = max(text.box.bottom for text in above) + GAP
    inner = bar_top + INSET
    whole_box = _span(scale.zero, scale.locate(whole.value), bar_top, BAR_HEIGHT)
    part_box = _span(scale.zero, scale.locate(part.value), inner, BAR_HEIGHT - 2 * INSET)
    below = _lay_words(1, part, scale.locate(part.value), whole_box.bottom + GAP)
    texts = (*above, *below)
    return Layout(
        width=WIDTH,
        height=max(text.box.bottom for text in texts) + 2,
        plot_bottom=whole_box.bottom + 1,
        scale=scale,
        bars=(
            Bar(row=0, box=whole_box, tone=_tone(whole, Tone.PLAIN), hollow=True),
            Bar(row=1, box=part_box, tone=_tone(part, Tone.PLAIN)),
        ),
        texts=texts,
        with_ticks=False,
    )


def _span(zero: float, end: float, top: float, height: float) -> Box:
    return Box(left=min(zero, end), top=top, width=abs(end - zero), height=height)


def _tone(row: ChartRow, plain: Tone) -> Tone:
    return Tone.EMPHASIS if row.emphasised else plain


def _lay_words(index: int, row: ChartRow, end: float, top: float) -> tuple[TextBlock, TextBlock]:
    """Put the value at the bar's end on the label's last line, or on a line of its own where that is too full."""
    room = WIDTH - 2 * MARGIN
    lines = wrap_text(row.label, room, LABEL_SIZE)
    value_lines = wrap_text(row.shown, room, VALUE_SIZE)
    value_width = max(compute_text_width(line, VALUE_SIZE) for line in value_lines)
    label = TextBlock(row=index, kind=Kind.LABEL, lines=lines, x=MARGIN, top=top + 1, size=LABEL_SIZE)
    right = max(end, label.box.right + WORD_GAP + value_width)
    shares_line = len(lines) == 1 and right <= WIDTH - MARGIN
    value = TextBlock(
        row=index,
        kind=Kind.VALUE,
        lines=value_lines,
        x=right if shares_line else max(end, MARGIN + value_width),
        top=top if shares_line else label.box.bottom,
        size=VALUE_SIZE,
        anchor=Anchor.END,
        tone=_tone(row, Tone.TEXT),
    )
    return label, value


def describe_part(record: ChartRecord) -> str:
    """Return the whole and its part."""
    whole, part = record.rows
    return f"{whole.label}为{whole.shown}，其中{part.label}为{part.shown}。"


def choose_part(rows: Sequence[ChartRow]) -> Drawing:
    """Return cells where whole and part can be counted, else the bar in a bar."""
    return choose_of_whole(rows, Drawing.PART)


PART_OF_WHOLE = Form(
    choose=choose_part,
    layouts={Drawing.PART: compute_part_layout, Drawing.CELLS: compute_nested_cells},
    describe=describe_part,
    label=name_indicator,
    emphasis=1,
)
