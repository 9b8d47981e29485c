"""The headline figures on the sheet: side by side, as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ...charts.colours import Colours
from ...charts.layout import Tone
from ...charts.wrapping import compute_text_width, wrap_text
from ..parts.fact_rows import FactRow
from .drawing import BASELINE, LEADING, SERIF, draw, draw_lines, join

MOST_ACROSS = 4
GAP = 22.0
LARGE, SMALL = 34.0, 0.46
"""The size of figures, and of the words around them as a share of it."""
NAME = 12.0


def draw_headline(
    rows: Sequence[FactRow], left: float, top: float, width: float, colours: Colours
) -> tuple[Markup, float]:
    """Return the figures and the height that they take; nothing for none."""
    if not rows:
        return Markup(), 0.0
    lines = -(-len(rows) // MOST_ACROSS)
    across = -(-len(rows) // lines)
    column = (width - GAP * (across - 1)) / across
    drawn, height = Markup(), 0.0
    for start in range(0, len(rows), across):
        own = rows[start : start + across]
        size = min(LARGE, *(_fit(row, column) for row in own))
        names = [wrap_text(name_figure(row), column, NAME) for row in own]
        places = [left + index * (column + GAP) for index in range(len(own))]
        drawn += join(_draw_line(own, names, places, (top + height, size), colours))
        height += size * 1.25 + max(map(len, names)) * NAME * LEADING + GAP
    return drawn, height


def _draw_line(
    rows: Sequence[FactRow],
    names: Sequence[tuple[str, ...]],
    places: Sequence[float],
    line: tuple[float, float],
    colours: Colours,
) -> Iterator[Markup]:
    top, size = line
    for row, name, x in zip(rows, names, places, strict=True):
        pieces = [(row.front, size * SMALL), (row.number, size), (row.tail + row.behind, size * SMALL)]
        spans = join(draw("tspan", text, font_size=own) for text, own in pieces if text)
        yield draw(
            "text",
            spans,
            class_="poster__value",
            x=x,
            y=top + size * BASELINE,
            font_family=SERIF,
            font_weight=700,
            fill=colours[Tone.EMPHASIS],
        )
        yield draw_lines("poster__of", name, x, top + size * 1.25, NAME, fill=colours[Tone.TEXT])


def name_figure(row: FactRow) -> str:
    """Return what a figure counts."""
    return row.name + (f"（{row.role}）" if row.role else "") + row.name_note


def _fit(row: FactRow, width: float) -> float:
    """Return the size at which a figure is as wide as its column."""
    words = row.front + row.tail + row.behind
    return width / (compute_text_width(row.number, 1.0) + compute_text_width(words, SMALL))
