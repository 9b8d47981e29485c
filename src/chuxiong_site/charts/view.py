"""The record that a page needs to show a chart, with addresses relative to that page."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from ..model import addresses
from ..model.chart import ChartRecord, TextPart
from ..model.records import dataclass
from .describe import describe_chart, describe_period
from .lanes import Lanes, compute_lanes
from .picture import picture_id
from .plotly_figure import compute_plotly_figure
from .standalone import render_standalone
from .table import ChartTable, compute_chart_table

UNSAFE_IN_SCRIPT = "<>&\u2028\u2029"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart ready for its component."""

    id: str
    """Unique on the page; the figure's id and its `data-chart`."""
    record: ChartRecord
    title_parts: tuple[TextPart, ...]
    note_parts: tuple[TextPart, ...]
    lanes: Lanes
    """The picture."""
    sentence: str
    period: str
    """The year of its values: 2023年度."""
    table: ChartTable
    source_href: str
    """From the page: the sentence of the first row."""
    figure_json: Markup
    """The Plotly figure, safe inside a script element; empty where nothing can be asked."""
    file_json: Markup
    """The picture file as a JSON text, safe likewise: what a script makes a PNG of, without a request."""
    to_root: str
    """From the page to the site root: empty or ../."""
    picture_file: str
    """From the page: the picture as a file that stands alone."""
    rows_file: str
    """From the page: the rows as CSV."""
    sums: tuple[str, ...] = ()
    """The words of the record's sums, in its order."""
    title: Markup | None = None
    """The title with the places where it may break; `None` while nobody has said where."""
    sentence_html: Markup | None = None
    """The sentence with its figures kept whole; `None` likewise."""


@lru_cache(maxsize=256)
def compute_chart_view(record: ChartRecord, *, to_root: str, accent: str = "", foot: str = "") -> ChartView:
    """Return the view for a page from which `to_root` (empty or ../) leads to the site root; `foot` as in the file."""
    table = compute_chart_table(record)
    rows = tuple(replace(row, href=to_root + row.href) for row in table.rows)
    figure = render_json(compute_plotly_figure(record, accent)) if record.is_interactive else Markup("")
    return ChartView(
        id=picture_id(record),
        record=record,
        title_parts=record.title_parts,
        note_parts=record.note_parts,
        lanes=compute_lanes(record),
        sentence=describe_chart(record),
        period=describe_period(record),
        table=replace(table, rows=rows),
        source_href=rows[0].href,
        figure_json=figure,
        file_json=render_json(render_standalone(record, foot, accent).decode("utf-8")),
        to_root=to_root,
        picture_file=to_root + addresses.chart_file(record.report_id, record.id, "svg"),
        sums=tuple(item.text for item in record.sums),
        rows_file=to_root + addresses.chart_file(record.report_id, record.id, "csv"),
    )


def render_json(value: object) -> Markup:
    """Return JSON in which nothing can end a script element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for mark in UNSAFE_IN_SCRIPT:  # ten times as fast as a table of characters
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)
