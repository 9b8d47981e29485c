"""How a chart is put into other people's pages: the code that readers copy, and how high it makes the frame."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

from ...model.site import Site, read_artifact
from .charts import Chart

HEIGHT = re.compile(r'chart__picture[^>]* height="(\d+)"')
AROUND = 450
"""Pixels that title, source and notice need around a chart in a frame."""
SCRIPT = "embed/frame_size.js"
"""What makes frames as high as their charts, on other people's pages."""


def name_frame(chart: Chart) -> str:
    """Return the path of a chart's own page without its ending."""
    report, name = chart.key
    return f"embed/{report}-{name}"


def measure_frame(chart: Chart, site: Site) -> int:
    """Return how high its frame is while nobody tells: as its picture, with room for the words around it."""
    report, name = chart.key
    drawing = read_artifact(site, f"data/{report}/charts/{name}.svg").decode("utf-8", "replace")
    height = HEIGHT.search(drawing)
    return int(height[1]) + AROUND if height else 0


def say_frame(base: str, chart: Chart, site: Site) -> str:
    """Return the code; while the site's address is not known its addresses begin at the root."""
    start = f"{base}/" if base else ""
    address, script = _escape(f"{start}{quote(name_frame(chart))}.html"), _escape(f"{start}{SCRIPT}")
    return (
        f'<iframe src="{address}" title="{_escape(chart.title)}" width="100%"'
        f' height="{measure_frame(chart, site)}" loading="lazy"></iframe><script src="{script}" async></script>'
    )


def _escape(text: str) -> str:
    """Return text as it stands in an attribute of code that readers copy: quotation marks by their numbers."""
    return html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
