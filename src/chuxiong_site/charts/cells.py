"""Charts of cells: a row of them for each number, or one row of which the second number is filled."""

from __future__ import annotations

from decimal import Decimal

from ..model.chart import ChartRecord, ChartRow
from .footnote import HOLLOW_CELLS, compute_bottom, compute_footnote
from .headings import MARGIN, lay_words
from .layout import WIDTH, Layout, TextBlock, Tone, Units
from .scale import compute_count_scale
from .units import SIDE, compute_columns, compute_size

GAP = 6.0
ROW_GAP = 14.0


def compute_cells(record: ChartRecord) -> Layout:
    """Return one row of cells a number, its words above it; those of no exact number are outlined."""
    columns = compute_columns([int(row.value) for row in record.rows])
    units: list[Units] = []
    texts: list[TextBlock] = []
    top = 0.0
    for index, row in enumerate(record.rows):
        words = lay_words(index, row, top)
        cells = _lay_cells(index, row, columns, int(row.value), _find_bottom(words) + GAP)
        units.append(cells)
        texts += words
        top = find_end(cells) + ROW_GAP
    bottom = top - ROW_GAP + GAP
    note = compute_footnote(HOLLOW_CELLS if any(cells.hollow for cells in units) else "", bottom, MARGIN)
    return _finish(record, tuple(units), (*texts, *note), compute_bottom(note, bottom))


def compute_nested_cells(record: ChartRecord) -> Layout:
    """Return one row of cells, as many as the first number, of which as many are filled as the second."""
    whole, part = record.rows
    columns = compute_columns([int(whole.value)])
    above = lay_words(0, whole, 0.0)
    cells = _lay_cells(1, part, columns, int(whole.value), _find_bottom(above) + GAP)
    below = lay_words(1, part, find_end(cells) + GAP)
    return _finish(record, (cells,), (*above, *below), _find_bottom(below) + 2)


def _lay_cells(index: int, row: ChartRow, columns: int, total: int, top: float) -> Units:
    width, _ = compute_size(columns, total)
    scale = (WIDTH - 2 * MARGIN) / float(width)
    return Units(
        row=index,
        left=MARGIN,
        top=top,
        side=scale * float(SIDE),
        columns=columns,
        total=total,
        filled=Decimal(row.value),
        tone=Tone.EMPHASIS if row.emphasised else Tone.PLAIN,
        hollow=not row.exact,
    )


def find_end(units: Units) -> float:
    """Return the lower side of cells in px."""
    _, height = compute_size(units.columns, units.total)
    return units.top + float(height) * units.side / float(SIDE)


def _find_bottom(texts: tuple[TextBlock, ...]) -> float:
    return max(text.box.bottom for text in texts)


def _finish(
    record: ChartRecord, units: tuple[Units, ...], texts: tuple[TextBlock, ...], height: float
) -> Layout:
    return Layout(
        width=WIDTH,
        height=height,
        plot_bottom=max(map(find_end, units)),
        scale=compute_count_scale([row.value for row in record.rows], MARGIN, WIDTH - MARGIN),
        units=units,
        texts=texts,
        with_ticks=False,
    )
