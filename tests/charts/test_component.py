"""The view of a chart, and the component that puts it on a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from chart_samples import SAMPLES, build_record
from hypothesis import given, settings
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from strategies import records

from chuxiong_site.charts import (
    compute_chart_view,
    compute_plotly_figure,
    describe_chart,
    render_json,
    render_standalone,
)
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.chart_forms import CHART_FORMS

TEMPLATES = Path(__file__).parents[2] / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
MACRO: Any = ENVIRONMENT.get_template("components/chart/chart.html").module
HOSTILE = "</script><!--\u2028&\"'<b>"


def render(record: ChartRecord) -> ET.Element:
    """Return the component of a record, parsed."""
    html = MACRO.chart(compute_chart_view(record, to_root="../"))
    document: ET.Element = html5lib.parse(html, namespaceHTMLElements=False)
    return document


def read_all(element: ET.Element) -> str:
    """Return the text content of an element."""
    return "".join(element.itertext())


def list_of(root: ET.Element, name: str) -> list[ET.Element]:
    """Return the elements of a class."""
    return [element for element in root.iter() if name in str(element.get("class", "")).split()]


def test_json_cannot_end_its_script() -> None:
    """Nothing in the JSON can close a script element, open a comment or break an old engine's line."""
    text = render_json({"label": HOSTILE})

    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"label": HOSTILE}


@given(records())
@settings(max_examples=40)
def test_one_value_on_all_surfaces(record: ChartRecord) -> None:
    """Picture, table and figure of the page hold the values of the record, and the sentence says them."""
    page = render(record)
    data = [json.loads(read_all(element)) for element in list_of(page, "chart__data")]
    (file,) = list_of(page, "chart__file")
    shown = [row.shown for row in record.rows]

    assert shown == [read_all(element) for element in list_of(page, "chart__value")]
    assert shown == [read_all(element) for element in list_of(page, "chart__cell")]
    assert data == ([compute_plotly_figure(record)] if record.is_interactive else [])
    assert all(shown == figure["data"][0]["text"] for figure in data)
    assert json.loads(read_all(file)) == render_standalone(record, "").decode()
    assert all(value in read_all(list_of(page, "chart__sentence")[0]) for value in shown)


@pytest.mark.parametrize("form", CHART_FORMS)
def test_page_needs_no_style_attribute(form: str) -> None:
    """The whole component goes without `style` and without script handlers."""
    names = {name for element in render(SAMPLES[form]).iter() for name in element.attrib}

    assert "style" not in names
    assert not any(name.startswith("on") for name in names)


def test_hostile_words_on_the_page() -> None:
    """Markup in title and labels is text everywhere."""
    record = build_record(chart_forms.BARS, [(HOSTILE, "1件", "1")], title=HOSTILE)
    page = render(record)

    assert read_all(list_of(page, "chart__title")[0]) == HOSTILE
    assert {script.get("type") for script in page.iter("script")} == {"application/json"}
    assert not list(page.iter("b"))


def test_links_are_seen_from_the_page() -> None:
    """The rows of the picture, the table's values and the source lead to the sentences."""
    page = render(SAMPLES[chart_forms.BARS])
    links = [element.get("href") for element in page.iter("a")]

    assert links[0] == "../2023/functions.html#indicator-0"
    sentences = [f"../2023/functions.html#indicator-{index}" for index in range(4)]
    assert links[1:9] == sentences * 2
    assert [link.rpartition(".")[2] for link in links[9:11] if link] == ["svg", "csv"]
    figure = page.find(".//figure")
    assert figure is not None
    assert links[11:] == [f"#{figure.get('id')}"]


def test_rows_are_links_with_names() -> None:
    """Every row of a picture is a link to the sentence of its fact, and its words are name and value."""
    record = SAMPLES[chart_forms.FIGURES]
    rows = list_of(render(record), "chart__row")

    assert [(row.tag, row.get("data-fact"), row.get("data-report")) for row in rows] == [
        ("a", row.fact.id, row.report_id) for row in record.rows
    ]
    assert [read_all(row).split() for row in rows] == [[row.label, row.shown] for row in record.rows]
    assert not any("aria-label" in row.attrib for row in rows)


def test_share_says_its_sum() -> None:
    """Below a share stands how it comes out of the printed numbers, with the way to the check."""
    (said,) = list_of(render(SAMPLES[chart_forms.SHARE]), "chart__sum")

    assert read_all(said) == "41159件 ÷ 41903件 = 98.2244…%，复算相符。 看核对"
    assert [link.get("href") for link in said.iter("a")] == ["../2023/checks.html#_check-rate"]


@pytest.mark.parametrize("form", CHART_FORMS)
def test_picture_is_named(form: str) -> None:
    """A picture is a group of links named by the chart's heading and described by its sentence."""
    page = render(SAMPLES[form])
    (picture,) = list_of(page, "chart__picture")
    ids = {element.get("id"): element for element in page.iter()}

    assert picture.get("role") == "group"
    assert ids[picture.get("aria-labelledby")].tag == "h2"
    assert read_all(ids[picture.get("aria-labelledby")]) == SAMPLES[form].title
    assert read_all(ids[picture.get("aria-describedby")]) == describe_chart(SAMPLES[form])


@pytest.mark.parametrize("form", CHART_FORMS)
def test_only_the_emphasised_row_is_marked(form: str) -> None:
    """One mark and one value are emphasised, and they are of the emphasised row."""
    record = SAMPLES[form]
    page = render(record)
    marks = [mark for name in ("chart__bar", "chart__dot", "chart__units") for mark in list_of(page, name)]
    values = list_of(page, "chart__value")
    expected = [row.emphasised for row in record.rows]

    in_marks = ["--emphasis" in str(mark.get("class")) for mark in marks]
    assert in_marks == (expected if len(marks) == len(expected) else [True] * len(marks))
    assert ["--emphasis" in str(value.get("class")) for value in values] == expected


def test_script_contract() -> None:
    """The parts that the script looks for are there, and the button waits for it."""
    page = render(SAMPLES[chart_forms.RATES])
    (figure,) = page.iter("figure")
    (box,) = list_of(page, "chart__box")
    (button,) = list_of(page, "chart__start")

    assert figure.get("data-chart") == "sample"
    assert "data-plotly-box" in box.attrib
    assert box[0].get("class") == "chart__picture chart__picture--dots"
    assert "hidden" in button.attrib
    assert len(list_of(page, "chart__details")) == 1
