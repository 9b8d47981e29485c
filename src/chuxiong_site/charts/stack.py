"""Rows of horizontal bars from zero, one under the other: what bars, amounts, before-after and trends share."""

from __future__ import annotations

from ..model.chart import ChartRecord, ChartRow
from ..model.records import dataclass
from .footnote import HOLLOW, TICKS_HEIGHT, compute_bottom, compute_footnote
from .layout import (
    LABEL_SIZE,
    VALUE_SIZE,
    WIDTH,
    Bar,
    Box,
    Kind,
    Layout,
    TextBlock,
    Tone,
    compute_height,
)
from .scale import Scale, compute_count_scale, compute_percent_scale
from .wrapping import compute_text_width, wrap_text

LEFT = 4.0
RIGHT = 4.0
GAP = 6.0
BAR_HEIGHT = 18.0
ROW_GAP = 14.0
OVERHANG = 2.0
WIDEST_VALUE = 190.0
WIDEST_LABEL = 110.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The columns of a stack: labels above (no width) or beside, bars, values."""

    label_width: float
    value_width: float
    beside: bool

    @property
    def start(self) -> float:
        return LEFT + (self.label_width + 2 * GAP if self.beside else 0)

    @property
    def end(self) -> float:
        return WIDTH - RIGHT - GAP - self.value_width


def compute_bar_stack(record: ChartRecord, *, beside: bool = False) -> Layout:
    """Return one bar a row, its label above or beside it, its value at its end."""
    frame = _compute_frame(record, beside)
    compute_scale = compute_percent_scale if record.unit == "%" else compute_count_scale
    scale = compute_scale([row.value for row in record.rows], frame.start, frame.end)
    bars: list[Bar] = []
    texts: list[TextBlock] = []
    top = 0.0
    for index, row in enumerate(record.rows):
        bar, labels = _lay_row(index, row, frame, scale, top)
        bars.append(bar)
        texts += labels
        top = max(bar.box.bottom, *(text.box.bottom for text in labels)) + ROW_GAP
    plot_bottom = top - ROW_GAP + GAP
    note = HOLLOW if any(bar.hollow for bar in bars) else ""
    footnote = compute_footnote(note, plot_bottom + TICKS_HEIGHT, LEFT)
    return Layout(
        width=WIDTH,
        height=compute_bottom(footnote, plot_bottom + TICKS_HEIGHT),
        plot_bottom=plot_bottom,
        scale=scale,
        bars=tuple(bars),
        baselines=_draw_baselines(bars, frame, plot_bottom),
        texts=(*texts, *footnote),
    )


def _draw_baselines(bars: list[Bar], frame: _Frame, bottom: float) -> tuple[tuple[float, float], ...]:
    """Return one line along all bars, or a piece a bar where labels stand between them."""
    if frame.beside:
        return ((0.0, bottom),)
    return tuple((bar.box.top - OVERHANG, bar.box.bottom + OVERHANG) for bar in bars)


def _compute_frame(record: ChartRecord, beside: bool) -> _Frame:
    values = [compute_text_width(row.shown, VALUE_SIZE) for row in record.rows]
    labels = [compute_text_width(row.label, LABEL_SIZE) for row in record.rows]
    return _Frame(
        label_width=min(WIDEST_LABEL, max(labels)) if beside else WIDTH - LEFT - RIGHT,
        value_width=min(WIDEST_VALUE - (WIDEST_LABEL / 2 if beside else 0), max(values)),
        beside=beside,
    )


def _lay_row(
    index: int, row: ChartRow, frame: _Frame, scale: Scale, top: float
) -> tuple[Bar, tuple[TextBlock, TextBlock]]:
    label_lines = wrap_text(row.label, frame.label_width, LABEL_SIZE)
    value_lines = wrap_text(row.shown, frame.value_width, VALUE_SIZE)
    label_height = compute_height(label_lines, LABEL_SIZE)
    slot_top = top if frame.beside else top + label_height + 2
    slot = max(BAR_HEIGHT, compute_height(value_lines, VALUE_SIZE), label_height if frame.beside else 0)
    middle = slot_top + slot / 2
    tone = Tone.EMPHASIS if row.emphasised else Tone.PLAIN
    ends = sorted((scale.zero, scale.locate(row.value)))
    box = Box(left=ends[0], top=middle - BAR_HEIGHT / 2, width=ends[1] - ends[0], height=BAR_HEIGHT)
    label_top = middle - label_height / 2 if frame.beside else top
    label = TextBlock(row=index, kind=Kind.LABEL, lines=label_lines, x=LEFT, top=label_top, size=LABEL_SIZE)
    value = TextBlock(
        row=index,
        kind=Kind.VALUE,
        lines=value_lines,
        x=ends[1] + GAP,
        top=middle - compute_height(value_lines, VALUE_SIZE) / 2,
        size=VALUE_SIZE,
        tone=Tone.EMPHASIS if row.emphasised else Tone.TEXT,
    )
    return Bar(row=index, box=box, tone=tone, hollow=not row.exact), (label, value)
