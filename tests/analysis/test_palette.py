"""Can words be read in the accent, whatever colour staff name?"""

from __future__ import annotations

import re

import pytest

from built import ROOT
from chuxiong_site.analysis.palette import (
    APART,
    CONTRAST,
    DARK,
    DEFAULT,
    LIGHT,
    STONE,
    compute_contrast,
    compute_least_contrast,
    compute_palette,
)

HOSTILE = (
    "#ffff00",
    "#ffffff",
    "#000000",
    "#808080",
    "#fbfaf6",
    "#191613",
    "#f2c14e",
    "#00ff00",
    "#ff69b4",
    "#777777",
)
FINE = ("#8f2d20", "#1f5f8b", "#0b5345", "#A3271D")
WASH = re.compile(r"rgba\((\d+), (\d+), (\d+), ([\d.]+)\)")


def read_schemes() -> list[dict[str, str]]:
    """Return the palettes of tokens.css: light, dark twice, high contrast twice."""
    css = (ROOT / "templates" / "styles" / "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css)
    return [dict(re.findall(r"--([\w-]+):\s*([^;]+);", block)) for block in blocks]


def wash(colour: str, ground: str) -> str:
    """Return a translucent colour laid over a ground."""
    match = WASH.match(colour)
    assert match is not None
    share = float(match[4])
    parts = zip((int(match[n]) for n in (1, 2, 3)), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round(top * share + below * (1 - share)):02x}" for top, below in parts)


def test_contrast_is_computed_as_defined() -> None:
    """Black on white is 21, a colour on itself 1, and the usual border case grey #767676 is just above 4.5."""
    assert compute_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert compute_contrast("#123456", "#123456") == 1
    assert 4.5 < compute_contrast("#767676", "#ffffff") < 4.6


def test_grounds_are_those_of_the_tokens() -> None:
    """What accents are measured against is what pages have: page, quiet ground, and the wash of found words over both."""
    light, dark, _, contrast, _ = read_schemes()
    for scheme, tokens in ((LIGHT, light), (DARK, dark)):
        grounds = (tokens["paper"], tokens["paper-deep"])
        assert scheme.grounds == (*grounds, *(wash(tokens["ochre-wash"], ground) for ground in grounds))
        assert scheme.accent == tokens["lacquer"]
    assert CONTRAST.grounds == (contrast["paper"], contrast["ochre-wash"])
    assert CONTRAST.accent == contrast["lacquer"]
    assert light["stone"] == STONE


@pytest.mark.parametrize("accent", [*HOSTILE, *FINE, ""])
def test_every_accent_can_be_read(accent: str) -> None:
    """On every ground of light and dark words have 4.5, in high contrast 7; the two chart colours differ in grey."""
    palette = compute_palette(accent)
    assert compute_least_contrast(palette.light, LIGHT) >= 4.5
    assert compute_least_contrast(palette.dark, DARK) >= 4.5 or palette == DEFAULT
    assert compute_least_contrast(palette.contrast, CONTRAST) >= 7
    assert compute_contrast(palette.mark, LIGHT.grounds[0]) >= 3
    assert compute_contrast(palette.mark, STONE) >= APART


@pytest.mark.parametrize("accent", FINE)
def test_a_sound_accent_stays(accent: str) -> None:
    """An accent that can be read in light is used as it is."""
    assert compute_palette(accent).light == accent.lower()


def test_a_weak_accent_changes_no_more_than_it_must() -> None:
    """The next lighter mixture with black would be too weak, and red stays above blue."""
    light = compute_palette("#ff8800").light
    red, green, blue = bytes.fromhex(light[1:])
    assert red > green > blue
    lighter = f"#{red + 2:02x}{green + 1:02x}{blue:02x}"
    assert compute_least_contrast(lighter, LIGHT) < 4.5


def test_without_an_accent_the_colours_are_the_sites_own() -> None:
    """Nothing is computed where nothing was named."""
    assert compute_palette("") == DEFAULT
