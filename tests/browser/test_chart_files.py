"""What can be taken from a chart: its picture as a file, on the clipboard and in WeChat, its link, its code."""

from __future__ import annotations

import base64
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from visitor import PHONE, WIDE

from built import BuiltSite

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
CHART = "figure[data-chart=disputes]"
WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47"
SCALE = 3
PASTED = """async () => {
  const [item] = await navigator.clipboard.read();
  const blob = await item.getType('image/png');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes.slice(0, 24), (byte) => String.fromCharCode(byte)).join(''));
}"""


def read_size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG."""
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def find_size(site: BuiltSite) -> tuple[int, int]:
    """Return the size that the picture file has, as often as a PNG magnifies it."""
    root = ET.fromstring((site.folder / "data/2023/charts/disputes.svg").read_bytes())
    return int(root.attrib["width"]) * SCALE, int(root.attrib["height"]) * SCALE


def open_tools(page: Any) -> Any:
    """Unfold the downloads of the chart and return the chart."""
    figure = page.locator(CHART)
    figure.locator(".chart__fold > .chart__summary").first.click()
    return figure


def test_png_is_the_whole_file(visit: Any, built_site: BuiltSite) -> None:
    """The PNG is as large as the complete picture file, named after report and chart, and the reader is told."""
    visitor = visit(**WIDE, accept_downloads=True)
    figure = open_tools(visitor.open(PAGE))
    with visitor.page.expect_download() as download:
        figure.locator(".chart__png").click()

    assert download.value.suggested_filename == "2023-disputes.png"
    assert read_size(Path(download.value.path()).read_bytes()) == find_size(built_site)
    assert "PNG 已生成" in figure.locator(".chart__status").inner_text()
    assert visitor.faults == []


def test_picture_and_link_go_to_the_clipboard(visit: Any, built_site: BuiltSite) -> None:
    """The copied picture is the whole file as PNG; the copied link leads to the chart; both are said."""
    visitor = visit(**WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(PAGE)
    figure = page.locator(CHART)
    figure.locator(".chart__copy").click()
    page.wait_for_function(f"() => document.querySelector('{CHART} .chart__status').textContent")

    assert figure.locator(".chart__status").inner_text() == "图片已复制，可以直接粘贴。"
    assert read_size(base64.b64decode(page.evaluate(PASTED))) == find_size(built_site)
    figure.locator(".chart__link").click()
    page.wait_for_function(
        f"() => document.querySelector('{CHART} .chart__status').textContent === '链接已复制。'"
    )
    link = page.evaluate("() => navigator.clipboard.readText()")
    assert link == page.url.partition("#")[0] + "#_chart-2023-disputes"
    assert visitor.faults == []


def test_code_is_copied_whole(visit: Any) -> None:
    """The button below the code puts all of it on the clipboard."""
    visitor = visit(**WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(PAGE)
    figure = page.locator(CHART)
    figure.locator(".embed > .chart__summary").click()
    figure.locator(".embed__copy").click()
    page.wait_for_function(
        f"() => document.querySelector('{CHART} .chart__status').textContent === '嵌入代码已复制。'"
    )
    assert (
        page.evaluate("() => navigator.clipboard.readText()") == figure.locator(".embed__code").text_content()
    )


def test_wechat_shows_a_picture_to_press(visit: Any, built_site: BuiltSite) -> None:
    """WeChat saves no file of a page: there the picture stands in the page, to be pressed long, and a sentence says so."""
    visitor = visit(**PHONE, user_agent=WECHAT)
    figure = open_tools(visitor.open(PAGE))
    assert not figure.locator(".chart__png").is_visible()
    figure.locator(".chart__copy").click()
    picture = figure.locator(".chart__saved img")
    picture.wait_for()

    assert "长按" in figure.locator(".chart__status").inner_text()
    size = picture.evaluate("(image) => image.decode().then(() => [image.naturalWidth, image.naturalHeight])")
    assert tuple(size) == find_size(built_site)
    assert visitor.faults == []


def test_rows_are_wide_enough_for_a_finger(visit: Any) -> None:
    """Every row of a picture is a link at least 24 px high and as wide as its column."""
    page = visit(**PHONE).open(PAGE)
    boxes = page.locator(".chart__row").evaluate_all(
        "(rows) => rows.map((row) => { const box = row.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert boxes
    assert all(height >= 24 and width >= 100 for width, height in boxes)


def test_without_script_files_and_code_are_there(visit: Any) -> None:
    """Without JavaScript the files and the code unfold, the link is one, and nothing offers what only a script does."""
    page = visit(**PHONE, java_script_enabled=False).open(PAGE)
    figure = open_tools(page)
    figure.locator(".embed > .chart__summary").click()

    assert figure.locator(".chart__files a").first.is_visible()
    assert figure.locator(".embed__code").is_visible()
    assert figure.locator(".chart__link").inner_text() == "链接"
    assert not page.locator(".chart button:visible").count()
