"""The Plotly figure: the picture again, as a plain dict."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from chart_samples import INTERACTIVE, SAMPLES, build_record
from hypothesis import given, settings
from plotly import graph_objects
from strategies import interactive_records

from chuxiong_site.charts import compute_plotly_figure
from chuxiong_site.charts.colours import LIGHT
from chuxiong_site.charts.layout import Tone
from chuxiong_site.charts.picture import compute_layout
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord


def find(figure: dict[str, Any], path: list[str | int]) -> Any:
    """Return what stands at a path of the figure."""
    value: Any = figure
    for key in path:
        value = value[key]
    return value


@pytest.mark.parametrize("form", INTERACTIVE)
def test_plotly_accepts_the_figure(form: str) -> None:
    """Every key and value is one that Plotly knows."""
    figure = compute_plotly_figure(SAMPLES[form])

    graph_objects.Figure(data=figure["data"], layout=figure["layout"])


@given(interactive_records())
@settings(max_examples=25, deadline=None)
def test_plotly_accepts_any_figure(record: ChartRecord) -> None:
    """Random records give valid figures of the small bundle's traces."""
    figure = compute_plotly_figure(record)

    graph_objects.Figure(data=figure["data"], layout=figure["layout"])
    assert {"bar", "scatter"} >= {trace["type"] for trace in figure["data"]}


@given(interactive_records())
def test_values_equal_the_record(record: ChartRecord) -> None:
    """Numbers are the facts' own, and the words beside them are those of picture and table."""
    (trace,) = compute_plotly_figure(record)["data"]

    assert [float(row.value) for row in record.rows] == trace["x"]
    assert [row.shown for row in record.rows] == trace["text"]


@given(interactive_records())
def test_scale_is_that_of_the_picture(record: ChartRecord) -> None:
    """The axis spans the picture's scale, bars begin at zero, and there is a mark a row, in the same order."""
    scale = compute_layout(record).scale
    figure = compute_plotly_figure(record)
    (trace,) = figure["data"]

    assert figure["layout"]["xaxis"]["range"] == [float(scale.low), float(scale.high)]
    assert trace["y"] == list(range(len(record.rows)))
    assert trace.get("base", 0) == 0


@given(interactive_records())
def test_theme_names_every_colour(record: ChartRecord) -> None:
    """Each colour of the figure is listed with its role, and is that role's light colour."""
    figure = compute_plotly_figure(record)
    for path, role in figure["theme"]:
        assert LIGHT[Tone(role)] == find(figure, path)
    colours = json.dumps({"data": figure["data"], "layout": figure["layout"]})
    assert sum(colours.count(f'"{colour}"') for colour in LIGHT.values()) == len(figure["theme"])


@pytest.mark.parametrize("form", INTERACTIVE)
def test_nothing_can_be_dragged(form: str) -> None:
    """Axes are fixed, the wheel scrolls the page, no foreign server is offered."""
    figure = compute_plotly_figure(SAMPLES[form])
    layout, config = figure["layout"], figure["config"]

    assert layout["dragmode"] is False
    assert layout["xaxis"]["fixedrange"] is True
    assert layout["yaxis"]["fixedrange"] is True
    assert config["scrollZoom"] is False
    assert config["displaylogo"] is False
    assert (config["showSendToCloud"], config["plotlyServerURL"]) == (False, "")
    assert config["locale"] == "zh-CN"
    assert config["modeBarButtons"] == [["toImage"]]


def test_hover_is_a_ready_string() -> None:
    """The hover text adds scope and source to what the picture says; only `<br>` is markup in it."""
    record = build_record(chart_forms.BARS, [("甲", "5件", "5")])
    row = replace(record.rows[0], source="<b>序</b>")
    record = replace(record, rows=(row,))
    (trace,) = compute_plotly_figure(record)["data"]

    assert trace["customdata"] == ["范围：全州<br>来源：&lt;b&gt;序&lt;/b&gt;"]
    assert trace["hovertemplate"] == "%{customdata}<extra></extra>"
