"""The picture as SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from chart_samples import SAMPLES, build_record
from hypothesis import given
from strategies import records

from chuxiong_site.charts import describe_chart, picture_id, picture_size, render_picture
from chuxiong_site.charts.colours import LIGHT
from chuxiong_site.charts.layout import Tone
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.chart_forms import CHART_FORMS

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</svg><script>alert(1)</script>\"'&"


def parse(record: ChartRecord) -> ET.Element:
    """Return the picture, parsed as XML."""
    return ET.fromstring(render_picture(record))


def read_all(element: ET.Element) -> str:
    """Return the text content of an element."""
    return "".join(element.itertext())


def compute_luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def compute_contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    dark, light = sorted((compute_luminance(one), compute_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@given(records())
def test_values_are_read_back(record: ChartRecord) -> None:
    """The text content of the element of a fact is its value as readers see it."""
    values = {
        element.get("data-fact"): read_all(element)
        for element in parse(record).iter()
        if element.get("data-fact")
    }

    assert {row.fact.id: row.shown for row in record.rows} == values


@given(records())
def test_no_style_attribute(record: ChartRecord) -> None:
    """The strict content policy blocks `style`; there is none, and no script, link or id beyond the two of the words."""
    svg = parse(record)

    assert not any("style" in element.attrib for element in svg.iter())
    assert {"svg", "title", "desc", "g", "rect", "circle", "line", "text", "tspan", "path"} >= {
        element.tag.removeprefix(SVG) for element in svg.iter()
    }


@given(records())
def test_labels_survive_escaping(record: ChartRecord) -> None:
    """Any label arrives as written."""
    labels = [
        read_all(element)
        for element in parse(record).iter(f"{SVG}text")
        if element.get("class") == "chart__label"
    ]

    assert [row.label for row in record.rows] == labels


def test_hostile_words_stay_words() -> None:
    """Markup in a label or title is text."""
    markup = render_picture(build_record(chart_forms.BARS, [(HOSTILE, "1件", "1")], title=HOSTILE))

    assert "<script" not in markup
    assert HOSTILE in read_all(ET.fromstring(markup))


@pytest.mark.parametrize("form", CHART_FORMS)
def test_picture_is_named(form: str) -> None:
    """A picture is an image named by its finding and described by its sentence."""
    record = SAMPLES[form]
    svg = parse(record)
    stem = picture_id(record)

    assert (svg.get("role"), svg.get("lang")) == ("img", "zh-CN")
    assert svg.get("aria-labelledby") == f"{stem}-title {stem}-desc"
    assert (svg[0].get("id"), svg[0].text) == (f"{stem}-title", record.title)
    assert (svg[1].get("id"), svg[1].text) == (f"{stem}-desc", describe_chart(record))


@pytest.mark.parametrize("form", CHART_FORMS)
def test_room_is_reserved(form: str) -> None:
    """Width and height are stated and fit a phone at natural size."""
    record = SAMPLES[form]
    width, height = picture_size(record)
    svg = parse(record)

    assert width == 340
    assert (str(width), str(height)) == (svg.get("width"), svg.get("height"))
    assert svg.get("viewBox") == f"0 0 {width} {height}"


@pytest.mark.parametrize("form", CHART_FORMS)
def test_words_are_legible(form: str) -> None:
    """No text is smaller than 12 px."""
    sizes = [float(element.get("font-size", "0")) for element in parse(SAMPLES[form]).iter(f"{SVG}text")]

    assert min(sizes) >= 12


@pytest.mark.parametrize("form", CHART_FORMS)
def test_only_the_emphasised_row_is_red(form: str) -> None:
    """The accent is on the emphasised row and nowhere else."""
    accent = LIGHT[Tone.EMPHASIS]
    svg = parse(SAMPLES[form])
    rows = [element for element in svg.iter(f"{SVG}g") if "chart__row--emphasis" in element.get("class", "")]
    inside = sum(accent in element.attrib.values() for row in rows for element in row.iter())

    assert len(rows) == 1
    assert inside >= 1
    assert inside == sum(accent in element.attrib.values() for element in svg.iter())


def test_contrast() -> None:
    """Marks stand out from the page by 3:1, words by 4.5:1, and the two chart colours from each other in grey."""
    page = LIGHT[Tone.PAGE]

    assert all(compute_contrast(LIGHT[tone], page) >= 3 for tone in (Tone.PLAIN, Tone.EMPHASIS))
    assert all(compute_contrast(LIGHT[tone], page) >= 4.5 for tone in (Tone.TEXT, Tone.MUTED, Tone.EMPHASIS))
    assert compute_contrast(LIGHT[Tone.PLAIN], LIGHT[Tone.EMPHASIS]) >= 1.8


def test_same_bytes_every_time() -> None:
    """The same record gives the same picture, with short numbers."""
    record = SAMPLES[chart_forms.BARS]
    markup = render_picture(record)

    assert markup == render_picture(record)
    assert not re.search(r'"-?\d+\.\d{3,}"', markup)
