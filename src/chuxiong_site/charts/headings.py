"""A row's name at the left and its value at the right, above or below what is drawn of it."""

from __future__ import annotations

from ..model.chart import ChartRow
from .layout import LABEL_SIZE, VALUE_SIZE, WIDTH, Anchor, Kind, TextBlock, Tone
from .wrapping import compute_text_width, wrap_text

MARGIN = 4.0
WORD_GAP = 12.0


def lay_words(index: int, row: ChartRow, top: float) -> tuple[TextBlock, TextBlock]:
    """Put the value on the name's last line, or on a line of its own where that is too full."""
    room = WIDTH - 2 * MARGIN
    lines = wrap_text(row.label, room, LABEL_SIZE)
    value_lines = wrap_text(row.shown, room, VALUE_SIZE)
    value_width = max(compute_text_width(line, VALUE_SIZE) for line in value_lines)
    label = TextBlock(row=index, kind=Kind.LABEL, lines=lines, x=MARGIN, top=top + 1, size=LABEL_SIZE)
    last = compute_text_width(lines[-1], LABEL_SIZE)
    shares_line = len(value_lines) == 1 and last + WORD_GAP + value_width <= room
    value = TextBlock(
        row=index,
        kind=Kind.VALUE,
        lines=value_lines,
        x=WIDTH - MARGIN,
        top=label.box.bottom - LABEL_SIZE * 1.3 - 1 if shares_line else label.box.bottom,
        size=VALUE_SIZE,
        anchor=Anchor.END,
        tone=Tone.EMPHASIS if row.emphasised else Tone.TEXT,
    )
    return label, value
