"""Is the site's mark one drawing in both forms, and found by those who look for it?"""

from __future__ import annotations

import struct
import zlib
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from built import BuiltSite
from chuxiong_site.charts.colours import LIGHT
from chuxiong_site.rendering.frame.icon import DRAWING, GRID, PIXELS, TONES, render_icon, render_icon_file


def read_chunks(data: bytes) -> dict[bytes, bytes]:
    """Return the chunks of a PNG by kind; a wrong checksum is a failure."""
    chunks, at = {}, 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length) == (zlib.crc32(kind + body),)
        chunks[kind] = body
        at += 12 + length
    return chunks


def test_both_forms_show_the_same() -> None:
    """In the middle of every cell of the grid the PNG has the colour of the last shape of the SVG over it."""
    chunks = read_chunks(render_icon_file())
    rows = zlib.decompress(chunks[b"IDAT"])
    palette = [f"#{chunks[b'PLTE'][i : i + 3].hex().upper()}" for i in range(0, 9, 3)]
    assert palette == [LIGHT[tone] for tone in TONES]
    scale = PIXELS // GRID
    for y in range(GRID):
        for x in range(GRID):
            top = [r for r in DRAWING if r.x <= x < r.x + r.width and r.y <= y < r.y + r.height][-1]
            across = x * scale + scale // 2
            four = rows[(y * scale + scale // 2) * (PIXELS // 4 + 1) + 1 + across // 4]
            pixel = four >> (6 - 2 * (across % 4)) & 0b11
            assert palette[pixel] == LIGHT[top.tone], (x, y)


def test_the_address_is_an_image() -> None:
    """The `data:` address is well-formed SVG, and holds nothing that ends an attribute."""
    address = render_icon()
    svg = ET.fromstring(unquote(address.partition(",")[2]))
    assert len(svg) == len(DRAWING)
    assert not set('"<>&') & set(address)


def test_every_page_has_it(built_site: BuiltSite) -> None:
    """Every page names the mark once, and the file for home screens is there."""
    for path, html in built_site.pages.items():
        assert html.count('<link rel="icon" href="data:image/svg+xml,') == 1, path
    home = built_site.pages["index.html"]
    file = home.partition('<link rel="apple-touch-icon" href="')[2].partition('"')[0]
    assert built_site.read(file) == render_icon_file()


def test_pages_without_a_card_are_shown_with_it(built_site: BuiltSite, addressed_site: BuiltSite) -> None:
    """og:image is a whole address of a file that is there; without a base URL there is none."""
    label = (
        addressed_site.pages["en/index.html"].partition('property="og:image" content="')[2].partition('"')[0]
    )
    assert label.startswith("https://example.org/r/assets/icon.")
    assert label.removeprefix("https://example.org/r/") in addressed_site.site
    assert "og:image" not in built_site.pages["2023/full.html"]


def test_articles_with_charts_name_the_first(addressed_site: BuiltSite) -> None:
    """Image, of the page-label scheme, is the first chart's picture; an article without charts has none."""
    disputes = addressed_site.pages["2023/disputes.html"]
    picture = disputes.partition('<meta name="Image" content="')[2].partition('"')[0]
    assert picture.removeprefix("https://example.org/r/") in addressed_site.site
    assert picture.endswith(".svg")
    assert 'name="Image"' not in addressed_site.pages["2023/preamble.html"]
