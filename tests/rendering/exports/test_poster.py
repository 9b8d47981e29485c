"""Does the sheet fit, whatever the report; is it offered; does it need nothing but itself?"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree

import pytest

from built import BuiltSite
from chuxiong_site.charts.colours import LIGHT
from chuxiong_site.rendering.parts.overview_lines import MarkKind
from chuxiong_site.rendering.poster.picture import SIZES, Setting, choose_setting, draw_picture, fit_setting
from chuxiong_site.rendering.poster.rows import Group, Row

PATH = "data/2023/poster.svg"
ROW = Row(name="（一）让政务服务更加均衡", length=120, gaps=(40,), marks=((MarkKind.OTHER, Fraction(7, 2)),))


def test_sheet_is_a4_and_stands_alone(built_site: BuiltSite) -> None:
    """It is well-formed, upright A4, has no style attributes and loads nothing."""
    svg = built_site.read(PATH).decode()
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("794", "1123")
    assert "style=" not in svg
    assert not re.search(r"href=|url\(|<script|<image", svg)


def test_nothing_lies_outside(built_site: BuiltSite) -> None:
    """Every text begins on the sheet, above its lower edge."""
    places = re.findall(r'<tspan x="([\d.]+)" y="([\d.]+)"', built_site.read(PATH).decode())
    assert places
    assert all(0 < float(x) < 794 and 0 < float(y) < 1123 for x, y in places)


def test_sheet_is_offered(built_site: BuiltSite) -> None:
    """The report's page lists it, and the picture of it."""
    page = built_site.read("2023/index.html").decode()
    for path in (PATH, PATH.replace(".svg", ".png")):
        assert f'href="../{path}"' in page
        assert path in built_site.site


def test_picture_is_for_passing_on(built_site: BuiltSite) -> None:
    """150 dpi, and no heavier than what a chat sends at once."""
    data = built_site.read(PATH.replace(".svg", ".png"))
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1241, 1755)
    assert len(data) < 150_000


@pytest.mark.parametrize("count", [1, 5, 30, 40])
def test_names_are_as_large_as_fit(count: int) -> None:
    """Fewer rows have larger names, and all of them fit."""
    setting = choose_setting((Group(title="一、工作", rows=(ROW,) * count),), SIZES, 682, 700)
    assert setting is not None
    assert setting.size == max(SIZES) if count <= 5 else setting.size < max(SIZES)
    assert _find_lowest(setting) <= 700


def test_too_many_rows_have_no_setting() -> None:
    """Names that could not be read are not set: the sheet shows parts instead, however many there are."""
    crowd = (Group(title="", rows=(ROW,) * 90),)
    assert choose_setting(crowd, SIZES, 682, 700) is None
    assert _find_lowest(fit_setting(crowd, 682, 700)) <= 700


def test_long_names_are_whole() -> None:
    """A name that is longer than its column is broken, and all of it is there."""
    name = "（二）" + "持续推进各项政务服务便利可及" * 4
    setting = choose_setting((Group(title="", rows=(replace(ROW, name=name),)),), SIZES, 682, 700)
    assert setting is not None
    drawn = str(draw_picture(setting, 0, 0, 682, LIGHT))
    words = re.search('class="poster__name".*?</text>', drawn)
    assert words
    assert re.sub("<[^>]*>", "", f"<text {words[0]}") == name


def _find_lowest(setting: Setting) -> float:
    drawn = str(draw_picture(setting, 0, 0, 682, LIGHT))
    return max(float(y) for y in re.findall(r'<tspan [^>]*y="([\d.]+)"', drawn))
