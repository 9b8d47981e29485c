"""A chart as a Plotly figure, a plain dict: the marks of the picture; the words stay the page's own.

Where the marks lie is not said here: the script measures the picture on the page and lays them over it.
Colours are written as roles first and replaced at the end; the list of their places lets the script dress the
figure for the dark theme without knowing any chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape
from typing import Any

from ..model.chart import ChartRecord, ChartRow
from .colours import Colours, choose_colours, list_fonts
from .layout import TICK_SIZE, Layout, Tone
from .picture import STROKE, compute_layout
from .wrapping import wrap_text

HOVER_SIZE = 14
HOVER_WIDTH = 220.0
CLEAR = "rgba(0,0,0,0)"

Json = Any
"""What JSON can say; mypy has no name for it."""


def compute_plotly_figure(record: ChartRecord, accent: str = "") -> dict[str, Json]:
    """Return `data`, `layout`, `config`, and for the script `theme`."""
    layout, colours = compute_layout(record), choose_colours(accent)
    figure = {"data": _compute_traces(record, layout), "layout": _compute_layout(layout)}
    theme = [[path, tone.value] for path, tone in _find_tones(figure, [])]
    return {
        **_resolve_tones(figure, colours),
        "config": _compute_config(record),
        "theme": theme,
    }


def _compute_traces(record: ChartRecord, layout: Layout) -> list[Json]:
    texts = {
        "text": [row.shown for row in record.rows],
        "customdata": [_describe_hover(row) for row in record.rows],
        "hovertemplate": "%{customdata}<extra></extra>",
        "showlegend": False,
    }
    marks = layout.bars or layout.dots
    rows = [record.rows[mark.row] for mark in marks]
    assert [mark.row for mark in marks] == list(range(len(record.rows)))
    common = {
        "x": [_number(row.value) for row in rows],
        "y": list(range(len(marks))),
        **texts,
    }
    return [_compute_bars(layout, common) if layout.bars else _compute_dots(layout, common)]


def _compute_bars(layout: Layout, common: dict[str, Json]) -> Json:
    return {
        "type": "bar",
        "orientation": "h",
        **common,
        "base": 0,
        "textposition": "none",
        "marker": {
            "color": [Tone.PAGE if bar.hollow else bar.tone for bar in layout.bars],
            "line": {
                "color": [bar.tone for bar in layout.bars],
                "width": [STROKE if bar.hollow else 0 for bar in layout.bars],
            },
        },
    }


def _compute_dots(layout: Layout, common: dict[str, Json]) -> Json:
    return {
        "type": "scatter",
        "mode": "markers",
        **common,
        "cliponaxis": False,
        "marker": {
            "color": [dot.tone for dot in layout.dots],
            "size": [2 * dot.radius for dot in layout.dots],
            "opacity": 1,
            "line": {"color": Tone.PAGE, "width": 0},
        },
    }


def _compute_layout(layout: Layout) -> Json:
    axis = {"visible": False, "fixedrange": True}
    scale = [_number(layout.scale.low), _number(layout.scale.high)]
    return {
        "autosize": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": list_fonts(), "size": TICK_SIZE, "color": Tone.TEXT},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "barmode": "overlay",
        "hoverlabel": _compute_hoverlabel(),
        "modebar": {"bgcolor": Tone.PAGE, "color": Tone.MUTED, "activecolor": Tone.TEXT},
        "xaxis": {**axis, "range": scale},
        "yaxis": axis,
    }


def _compute_hoverlabel() -> Json:
    font = {"family": list_fonts(), "size": HOVER_SIZE, "color": Tone.TEXT}
    return {"align": "left", "bgcolor": Tone.PAGE, "bordercolor": Tone.MUTED, "font": font}


def _describe_hover(row: ChartRow) -> str:
    """Return what the picture does not say; the script puts the sentence and its check before it.

    Break lines only: for bold type Plotly writes a `style` attribute, which the content policy blocks.
    """
    words = (f"范围：{row.fact.indicator.scope}", f"来源：{row.source}")
    return "<br>".join(_say(line) for text in words for line in wrap_text(text, HOVER_WIDTH, HOVER_SIZE))


def _say(text: str) -> str:
    """Escape what Plotly would read as markup."""
    return escape(text, quote=False)


def _compute_config(record: ChartRecord) -> Json:
    return {
        "locale": "zh-CN",
        "responsive": False,  # the script keeps the figure in the picture's box
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": f"{record.report_id}-{record.id}", "scale": 2},
        "showSendToCloud": False,
        "showEditInChartStudio": False,
        "plotlyServerURL": "",
    }


def _find_tones(value: Json, path: list[str | int]) -> Iterator[tuple[list[str | int], Tone]]:
    if isinstance(value, Tone):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _find_tones(item, [*path, key])
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _find_tones(item, [*path, index])


def _resolve_tones(value: Json, colours: Colours) -> Json:
    if isinstance(value, Tone):
        return colours[value]
    if isinstance(value, dict):
        return {key: _resolve_tones(item, colours) for key, item in value.items()}
    if isinstance(value, list):
        return [_resolve_tones(item, colours) for item in value]
    return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
