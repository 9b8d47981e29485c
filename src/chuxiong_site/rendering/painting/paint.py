"""Shapes → pixels → PNG, with Pillow: text smoothed by its font's outlines, circles by painting them four times as large."""

from __future__ import annotations

import io
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from ...charts.colours import Colours
from ...memory import remember
from ...model.site import Artifact
from .glyphs import list_undrawn
from .ink import PAPER, compute_shade, list_palette, list_places
from .shapes import Box, Disc, Shape, Slant, Words, read_shapes

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

FINE = 4
"""How many times larger round shapes are painted before they are made smooth."""
BOLD = 0.014
"""How far bold text is thickened on each side, in font sizes: the font has one weight."""
THIN = 4.5
"""Px: what is thinner is a line."""
RUNS = 3
"""zlib's strategy that only counts runs: it finds the same ones on every machine, and pictures of few colours need no other."""


@remember
def paint_drawing(svg: str, colours: Colours, font: Artifact, scale: float = 1.0) -> bytes:
    """Return the drawing as a PNG; no bytes where the font lacks a character: never a box in its place."""
    from PIL import Image  # only where a picture is new

    data = font if isinstance(font, bytes) else font()
    (width, height), shapes = read_shapes(svg, scale)
    if list_undrawn(data, "".join(shape.text for shape in shapes if isinstance(shape, Words))):
        return b""
    image = Image.new("L", (round(width), round(height)), PAPER)
    Painter(image, colours, data).paint(shapes)
    painted = image.point(list_places())
    painted.putpalette(list_palette(colours))
    stream = io.BytesIO()
    painted.save(stream, "PNG", bits=4, compress_type=RUNS)
    return stream.getvalue()


class Painter:
    """Paints shapes on a picture of shades."""

    def __init__(self, image: Image, colours: Colours, font: bytes) -> None:
        from PIL import ImageDraw

        self.image, self.colours, self.font = image, colours, font
        self.draw = ImageDraw.Draw(image)
        self.pen = 0.0, 0.0

    def paint(self, shapes: tuple[Shape, ...]) -> None:
        """Paint shapes in their order."""
        for shape in shapes:
            match shape:
                case Box():
                    self._paint_box(shape)
                case Disc():
                    self._paint_disc(shape)
                case Slant():
                    self._paint_slant(shape)
                case Words():
                    self._paint_words(shape)

    def _shade(self, colour: str) -> int:
        return compute_shade(colour, self.colours)

    def _paint_box(self, box: Box) -> None:
        """Paint whole pixels: level and upright edges stay sharp."""
        left, right = _align(box.left, box.right, is_tile=box.is_tile)
        top, bottom = _align(box.top, box.bottom, is_tile=box.is_tile)
        self.draw.rectangle((left, top, right - 1, bottom - 1), fill=self._shade(box.colour))

    def _paint_disc(self, disc: Disc) -> None:
        outside, inside = disc.radius + disc.thick / 2, disc.radius - disc.thick / 2
        if disc.stroke:
            self._paint_round(disc, outside, disc.stroke)
        self._paint_round(disc, inside, disc.fill)

    def _paint_round(self, disc: Disc, radius: float, colour: str) -> None:
        from PIL import Image, ImageDraw

        left, top, side = int(disc.x - radius) - 1, int(disc.y - radius) - 1, ceil(2 * radius) + 3
        mask = Image.new("L", (side * FINE, side * FINE))
        x, y = (disc.x - left) * FINE, (disc.y - top) * FINE
        reach = radius * FINE
        ImageDraw.Draw(mask).ellipse((x - reach, y - reach, x + reach - 1, y + reach - 1), fill=255)
        self.image.paste(self._shade(colour), (left, top), mask.reduce(FINE))

    def _paint_slant(self, slant: Slant) -> None:
        from PIL import Image, ImageDraw

        ends = slant.start, slant.end
        left, top = (int(min(point[axis] for point in ends) - slant.thick) for axis in (0, 1))
        right, bottom = (ceil(max(point[axis] for point in ends) + slant.thick) for axis in (0, 1))
        mask = Image.new("L", ((right - left) * FINE, (bottom - top) * FINE))
        line = [((x - left) * FINE, (y - top) * FINE) for x, y in ends]
        ImageDraw.Draw(mask).line(line, fill=255, width=round(slant.thick * FINE))
        self.image.paste(self._shade(slant.colour), (left, top), mask.reduce(FINE))

    def _paint_words(self, words: Words) -> None:
        font = _load_font(self.font, words.size)
        x, y = words.place or self.pen
        x -= font.getlength(words.text) if words.anchor == "end" else 0.0
        self.draw.text(
            (x, y),
            words.text,
            font=font,
            fill=self._shade(words.colour),
            anchor="ls",
            stroke_width=words.size * BOLD if words.is_bold else 0,
        )
        self.pen = x + font.getlength(words.text), y


def _align(start: float, end: float, *, is_tile: bool) -> tuple[int, int]:
    """Return the pixels from one edge to the other; lines of one thickness get the same number, wherever they lie."""
    first, is_line = round(start), end - start < THIN and not is_tile
    return first, first + max(1, round(end - start)) if is_line else round(end)


@lru_cache(maxsize=8)
def _load_font(data: bytes, size: float) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
