"""A chart's layout as stand-alone SVG without scripts; CSS may style its classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from ..model import addresses
from ..model.chart import ChartRecord
from .colours import Colours, choose_colours, list_fonts
from .describe import describe_chart
from .forms import FORMS
from .layout import LEADING, TICK_SIZE, Bar, Dot, Kind, Layout, TextBlock, Tone, Units
from .units import SIDE, compute_paths

TICK_LENGTH = 4.0
STROKE = 1.5


def compute_layout(record: ChartRecord) -> Layout:
    """Return the geometry that the picture and the Plotly figure share."""
    return FORMS[record.form].layouts[record.drawing](record)


def picture_size(record: ChartRecord) -> tuple[int, int]:
    """Return width and height in px at natural size."""
    layout = compute_layout(record)
    return round(layout.width), int(-(-layout.height // 1))


def picture_id(record: ChartRecord) -> str:
    """Return the stem of the ids in a picture, unique on a page; own anchors begin with `_`, a fact's never does."""
    return addresses.chart_anchor(record.report_id, record.id)


def render_picture(record: ChartRecord, accent: str = "") -> Markup:
    """Return the chart as an SVG element without `style` attributes."""
    layout, colours = compute_layout(record), choose_colours(accent)
    width, height = picture_size(record)
    stem = picture_id(record)
    head = _open(
        "svg",
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", f"chart__picture chart__picture--{record.drawing}"),
        ("role", "img"),
        ("aria-labelledby", f"{stem}-title {stem}-desc"),
        ("lang", "zh-CN"),
        ("viewBox", f"0 0 {width} {height}"),
        ("width", width),
        ("height", height),
        ("font-family", list_fonts()),
    )
    words = _element("title", record.title, ("id", f"{stem}-title")) + _element(
        "desc", describe_chart(record), ("id", f"{stem}-desc")
    )
    drawing = Markup("").join(
        (
            *_render_axis(layout, colours),
            *_render_rows(record, layout, colours),
            *_render_loose(layout, colours),
        )
    )
    return head + words + drawing + Markup("</svg>")


def _render_axis(layout: Layout, colours: Colours) -> Iterator[Markup]:
    if not layout.with_ticks:
        return
    zero = layout.scale.zero
    for top, end in layout.baselines:
        yield _line("chart__baseline", (zero, top), (zero, end), colours[Tone.MUTED])
    bottom = layout.plot_bottom
    yield _line("chart__axis", (layout.scale.start, bottom), (layout.scale.end, bottom), colours[Tone.RULE])
    for tick in layout.scale.ticks:
        x = layout.scale.locate(tick.value)
        yield _line("chart__axis", (x, bottom), (x, bottom + TICK_LENGTH), colours[Tone.RULE])
        yield _element(
            "text",
            tick.text,
            ("class", "chart__tick"),
            ("x", _px(x)),
            ("y", _px(bottom + TICK_LENGTH + TICK_SIZE + 1)),
            ("font-size", _px(TICK_SIZE)),
            ("text-anchor", "middle"),
            ("fill", colours[Tone.MUTED]),
        )


def _render_rows(record: ChartRecord, layout: Layout, colours: Colours) -> Iterator[Markup]:
    for index, row in enumerate(record.rows):
        name = "chart__row chart__row--emphasis" if row.emphasised else "chart__row"
        parts = [
            *(_render_bar(bar, colours) for bar in layout.bars if bar.row == index),
            *(_render_dot(dot, layout, colours) for dot in layout.dots if dot.row == index),
            *(_render_units(units, colours) for units in layout.units if units.row == index),
            *(_render_text(text, record, colours) for text in layout.texts if text.row == index),
        ]
        yield _open("g", ("class", name)) + Markup("").join(parts) + Markup("</g>")


def _render_loose(layout: Layout, colours: Colours) -> Iterator[Markup]:
    """Draw what belongs to no row: the footnote, the sums."""
    for text in layout.texts:
        if text.row is None:
            yield _render_block(text, (("class", f"chart__{text.kind}"),), colours)


def _render_units(units: Units, colours: Colours) -> Markup:
    """Draw cells in their own units; the part of a cell that is filled lies in its outline."""
    paths = compute_paths(units)
    scale = units.side / float(SIDE)
    place = f"translate({_px(units.left)} {_px(units.top)}) scale({scale:.4f})"
    colour = colours[units.tone]
    paint = (
        (("fill", colours[Tone.PAGE]), ("stroke", colour), ("stroke-width", "0.8"))
        if units.hollow
        else (("fill", colour),)
    )
    rest = (("fill", "none"), ("stroke", colours[Tone.PLAIN]), ("stroke-width", "0.6"))
    name = _name_mark("chart__units", units.tone, units.hollow)
    drawn = [
        _open("path", ("class", cls), ("d", path), *marks, empty=True)
        for cls, path, marks in (("chart__units-rest", paths.rest, rest), (name, paths.filled, paint))
        if path
    ]
    return _open("g", ("transform", place)) + Markup("").join(drawn) + Markup("</g>")


def _render_bar(bar: Bar, colours: Colours) -> Markup:
    box = bar.box
    inset = STROKE / 2 if bar.hollow else 0.0
    colour = colours[bar.tone]
    paint = (
        (("fill", colours[Tone.PAGE]), ("stroke", colour), ("stroke-width", _px(STROKE)))
        if bar.hollow
        else (("fill", colour),)
    )
    return _open(
        "rect",
        ("class", _name_mark("chart__bar", bar.tone, bar.hollow)),
        ("x", _px(box.left + inset)),
        ("y", _px(box.top + inset)),
        ("width", _px(max(0.0, box.width - 2 * inset))),
        ("height", _px(box.height - 2 * inset)),
        *paint,
        empty=True,
    )


def _render_dot(dot: Dot, layout: Layout, colours: Colours) -> Markup:
    track = _line("chart__track", (layout.scale.start, dot.y), (layout.scale.end, dot.y), colours[Tone.RULE])
    return track + _open(
        "circle",
        ("class", _name_mark("chart__dot", dot.tone, False)),
        ("cx", _px(dot.x)),
        ("cy", _px(dot.y)),
        ("r", _px(dot.radius)),
        ("fill", colours[dot.tone]),
        empty=True,
    )


def _name_mark(name: str, tone: Tone, hollow: bool) -> str:
    return (
        name
        + (f" {name}--emphasis" if tone is Tone.EMPHASIS else "")
        + (f" {name}--hollow" if hollow else "")
    )


def _render_text(text: TextBlock, record: ChartRecord, colours: Colours) -> Markup:
    assert text.row is not None
    if text.kind is Kind.LABEL:
        return _render_block(text, (("class", "chart__label"),), colours)
    row = record.rows[text.row]
    name = "chart__value chart__value--emphasis" if text.tone is Tone.EMPHASIS else "chart__value"
    if text.kind is Kind.FIGURE:
        name += " chart__value--figure"
    marks = (
        ("class", name),
        ("data-fact", row.fact.id),
        ("data-report", row.report_id),
        ("data-fact-value", ""),
    )
    return _render_block(text, (*marks, ("font-weight", "600")), colours)


def _render_block(text: TextBlock, marks: Iterable[tuple[str, str]], colours: Colours) -> Markup:
    """Draw lines from their middles: the baseline lies 0.35 em below, whatever the font."""
    first = text.top + text.size * (LEADING / 2 + 0.35)
    x = _px(text.x)
    lines = [
        _element("tspan", line, ("x", x), ("y", _px(first + index * text.size * LEADING)))
        for index, line in enumerate(text.lines)
    ]
    attributes = (
        ("font-size", _px(text.size)),
        ("text-anchor", text.anchor.value),
        ("fill", colours[text.tone]),
    )
    return _open("text", *marks, *attributes) + Markup("").join(lines) + Markup("</text>")


def _line(name: str, start: tuple[float, float], end: tuple[float, float], colour: str) -> Markup:
    ends = tuple(zip(("x1", "y1", "x2", "y2"), map(_px, (*start, *end)), strict=True))
    return _open("line", ("class", name), *ends, ("stroke", colour), empty=True)


def _element(name: str, text: str, *attributes: tuple[str, object]) -> Markup:
    return _open(name, *attributes) + escape(text) + Markup(f"</{name}>")


def _open(name: str, *attributes: tuple[str, object], empty: bool = False) -> Markup:
    """Escape every value and mark the whole as markup once; `Markup.format` for each is ten times as slow."""
    pairs = "".join(f' {key}="{escape(value)}"' for key, value in attributes)
    return Markup(f"<{name}{pairs}{'/>' if empty else '>'}")


def _px(number: float) -> str:
    """Return px with two digits at most; the same text on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
