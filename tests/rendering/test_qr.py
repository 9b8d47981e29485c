"""Is the QR code the one of the address, dark on light, with room around it?"""

from __future__ import annotations

import re

import segno

from built import BuiltSite
from chuxiong_site.rendering.parts.qr import render_qr

ADDRESS = "https://example.org/r/2023/index.html"
STEP = re.compile(r"([Mm])(-?[\d.]+) (-?[\d.]+)|h(\d+)")


def paint(svg: str) -> list[list[int]]:
    """Return the code as the SVG paints it: 1 for dark, row by row, quiet zone included."""
    size = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    path = re.search(r'stroke="#000" d="([^"]+)"', svg)
    assert size is not None
    assert path is not None
    grid = [[0] * int(size[1]) for _ in range(int(size[1]))]
    x, y = 0.0, 0.0
    for kind, dx, dy, run in STEP.findall(path[1].replace("m", " m")):
        if run:
            for column in range(int(x), int(x) + int(run)):
                grid[int(y)][column] = 1
            x += int(run)
        else:
            x, y = (float(dx), float(dy)) if kind == "M" else (x + float(dx), y + float(dy))
    return grid


def test_the_code_says_the_address() -> None:
    """Its modules are those of the address at error level M, with four light modules on every side."""
    wanted = segno.make(ADDRESS, error="m", boost_error=False, micro=False)
    assert paint(render_qr(ADDRESS, "网址")) == [list(row) for row in wanted.matrix_iter(border=4)]
    assert wanted.error == "M"


def test_it_is_dark_on_light_in_every_theme() -> None:
    """Black on a white ground of its own, without `style`, named for readers who do not see it."""
    svg = render_qr(ADDRESS, "这份报告的网址")
    assert 'fill="#fff"' in svg
    assert 'role="img" aria-label="这份报告的网址"' in svg
    assert "style" not in svg


def test_without_an_address_there_is_no_code() -> None:
    """No code is better than a wrong one."""
    assert render_qr("", "网址") == ""


def test_codes_stand_where_readers_need_them(addressed_site: BuiltSite) -> None:
    """The front page shares its own address; the printed full text names its own."""
    for name in ("index", "full"):
        path = f"2023/{name}.html"
        label = "这份报告的网址" if name == "index" else "这一页的网址"
        assert str(render_qr(f"https://example.org/r/{path}", label)) in addressed_site.pages[path]
