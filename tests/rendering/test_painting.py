"""Does a drawing become the same picture as PNG: in its colours, at its place, and never with a box for a character?"""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image

from chuxiong_site.charts.colours import LIGHT
from chuxiong_site.charts.layout import Tone
from chuxiong_site.content.read_packages import read_font
from chuxiong_site.rendering.painting import paint_drawing
from chuxiong_site.rendering.painting.glyphs import list_undrawn
from chuxiong_site.rendering.painting.ink import (
    ACCENT,
    INK,
    PAPER,
    compute_shade,
    list_palette,
    list_places,
    read_colour,
)

UNASSIGNED = "\U000e0fff"
"""No font has it."""


def paint(inside: str, scale: float = 1.0, colours: Mapping[Tone, str] = LIGHT) -> Image.Image:
    """Return a picture of 40 × 20 px, in red, green and blue."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{inside}</svg>'
    return Image.open(io.BytesIO(paint_drawing(svg, colours, read_font(), scale))).convert("RGB")


def is_near(found: object, code: str) -> bool:
    """Say whether a pixel has a colour, but for the palette's steps."""
    assert isinstance(found, tuple)
    return all(abs(ours - theirs) <= 12 for ours, theirs in zip(found, read_colour(code), strict=True))


@pytest.mark.parametrize("tone", [Tone.PAGE, Tone.TEXT, Tone.MUTED, Tone.RULE, Tone.EMPHASIS])
def test_colours_are_those_of_the_drawing(tone: Tone) -> None:
    """Every colour of the site comes out as itself, to a step of the palette that nobody sees."""
    picture = paint(f'<rect x="10" y="5" width="10" height="6" fill="{LIGHT[tone]}"/>')
    assert is_near(picture.getpixel((15, 8)), LIGHT[tone])
    assert is_near(picture.getpixel((5, 8)), LIGHT[Tone.PAGE])


def test_ends_of_the_scale_are_exact() -> None:
    """Paper, ink and accent are in the palette as they are; the scale leads to all sixteen of it."""
    palette, places = list_palette(LIGHT), list_places()
    for value, tone in ((PAPER, Tone.PAGE), (INK, Tone.TEXT), (ACCENT, Tone.EMPHASIS)):
        assert compute_shade(LIGHT[tone], LIGHT) == value
        assert tuple(palette[3 * places[value] :][:3]) == read_colour(LIGHT[tone])
    assert len(palette) == 48
    assert set(places) == set(range(16))


def test_edges_lie_on_pixels() -> None:
    """A rectangle has whole pixels, and lines of one thickness have as many wherever they lie."""
    for top in (4.0, 4.3, 4.5, 4.8):
        picture = paint(f'<path d="M5 {top}h20" stroke="{LIGHT[Tone.TEXT]}" stroke-width="2"/>')
        rows = [y for y in range(20) if not is_near(picture.getpixel((15, y)), LIGHT[Tone.PAGE])]
        assert len(rows) == 2


def test_moved_and_scaled() -> None:
    """A group is where it is moved to; the scale makes all of it larger."""
    ink = LIGHT[Tone.TEXT]
    group = (
        f'<g transform="translate(10 4) scale(2)"><rect x="1" y="1" width="3" height="3" fill="{ink}"/></g>'
    )
    picture = paint(group, scale=2.0)
    assert picture.size == (80, 40)
    assert is_near(picture.getpixel((26, 14)), ink)
    assert is_near(picture.getpixel((22, 14)), LIGHT[Tone.PAGE])


def test_discs_and_rings() -> None:
    """A ring is paper inside; a disc is full."""
    accent, page = LIGHT[Tone.EMPHASIS], LIGHT[Tone.PAGE]
    picture = paint(
        f'<circle cx="10" cy="10" r="6" fill="{page}" stroke="{accent}" stroke-width="2"/>'
        f'<circle cx="30" cy="10" r="6" fill="{accent}"/>'
    )
    assert is_near(picture.getpixel((10, 10)), page)
    assert is_near(picture.getpixel((4, 10)), accent)
    assert is_near(picture.getpixel((30, 10)), accent)


def test_words_are_painted_where_they_stand() -> None:
    """A text begins at its place; one that is anchored at its end ends there."""
    ink = LIGHT[Tone.TEXT]
    left, right = (
        paint(f'<text font-size="12" fill="{ink}"{anchor}><tspan x="20" y="15">国</tspan></text>')
        for anchor in ("", ' text-anchor="end"')
    )
    for picture, inked, blank in ((left, range(20, 34), range(18)), (right, range(6, 20), range(22, 40))):
        columns = {
            x
            for x in range(40)
            if any(picture.getpixel((x, y)) != picture.getpixel((0, 0)) for y in range(20))
        }
        assert columns & set(inked)
        assert not columns & set(blank)


def test_a_character_without_a_glyph_is_never_a_box() -> None:
    """The picture is not made, and the character is named; what reports are written with the font has."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-size="9" fill="#000"><tspan x="0" y="9">一{UNASSIGNED}</tspan></text></svg>'
    assert paint_drawing(svg, LIGHT, read_font()) == b""
    assert list_undrawn(read_font(), f"一{UNASSIGNED}二 \n") == UNASSIGNED
    assert list_undrawn(read_font(), "（一）〔2023〕①％‰·—…“”《》、，。；：？！㎡℃×÷ABCabc０９亿元") == ""
