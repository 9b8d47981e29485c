"""Does the picture that README opens with still show what the site looks like? `--accept` takes it anew."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageChops
from visitor import Visitor

from built import ROOT

pytestmark = pytest.mark.browser

PICTURE = ROOT / "docs" / "images" / "site.png"
SCREEN = {"width": 1200, "height": 750}
COLOURS = 24
GIVEN = 50_000
"""Bytes: README is opened on phones too."""
COARSE = (40, 25)
"""So coarse that fonts and their edges matter little, and that a part of the page that has moved does."""
OTHER = 16
"""Difference of brightness, of 255, from which a piece of the page shows something else."""
ALLOWED = 0.12
"""Part of the pieces that may."""


def take_picture(visitor: Visitor, path: str) -> Image.Image:
    """Return what a reader sees first of a page."""
    page = visitor.open(path)
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def compare(one: Image.Image, other: Image.Image) -> float:
    """Return what part of two pictures, seen from afar, differs."""
    small = [picture.convert("L").resize(COARSE, Image.Resampling.BOX) for picture in (one, other)]
    return sum(ImageChops.difference(*small).histogram()[OTHER:]) / (COARSE[0] * COARSE[1])


@pytest.fixture(scope="module")
def visitor(stay: Any) -> Visitor:
    """Visit the site on a screen of the picture's size."""
    opened: Visitor = stay(viewport=SCREEN)
    return opened


def test_the_picture_shows_the_site(visitor: Visitor, accept: bool) -> None:
    """The picture is the home page as it looks now, and light."""
    taken = take_picture(visitor, "index.html")
    if accept:
        few = taken.quantize(COLOURS, dither=Image.Dither.NONE)
        PICTURE.parent.mkdir(exist_ok=True)
        few.save(PICTURE, optimize=True)
    with Image.open(PICTURE) as kept:
        assert kept.size == tuple(SCREEN.values())
        assert compare(kept.convert("RGB"), taken) < ALLOWED, (
            "用 python build.py test tests/browser/test_readme_picture.py --accept 重拍"
        )
    assert PICTURE.stat().st_size < GIVEN


@pytest.mark.parametrize("path", ["2023/facts.html", "2023/full.html", "search.html"])
def test_another_page_is_not_the_picture(visitor: Visitor, path: str) -> None:
    """What the comparison allows does not let another page pass for the home page."""
    with Image.open(PICTURE) as kept:
        assert compare(kept.convert("RGB"), take_picture(visitor, path)) > 2 * ALLOWED


def test_readme_shows_it() -> None:
    """README opens with the picture, before any other words of its own, and says in words what is in it."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    [shown] = [line for line in lines[:12] if PICTURE.relative_to(ROOT).as_posix() in line]
    assert shown.startswith("![")
    assert len(shown.partition("](")[0]) > 20
