"""The mark of the site: a number between brackets, as it is tagged in the text. One drawing, as SVG and as PNG.

Phones' home screens take no SVG, and neither do share cards of pages without a picture of their own, so the same rectangles are painted pixel by pixel.
"""

from __future__ import annotations

import struct
import zlib
from urllib.parse import quote

from ...charts.colours import choose_colours
from ...charts.layout import Tone
from ...model.records import dataclass
from .png import SIGNATURE, pack_chunk

GRID = 32
"""Units on each side of the drawing."""
BYTES = 3
"""For each unit of the grid in a line of the PNG, four pixels in a byte: every edge is sharp."""
PIXELS = GRID * BYTES * 4
"""On each side of the PNG."""
EACH = 0b01010101
"""A colour of the palette times this is four pixels of it."""
TONES = (Tone.PAGE, Tone.TEXT, Tone.EMPHASIS)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle, in units of the grid."""

    x: int
    y: int
    width: int
    height: int
    tone: Tone


DRAWING = (
    Rectangle(0, 0, GRID, GRID, Tone.PAGE),
    *(Rectangle(x, 6, 2, 20, Tone.TEXT) for x in (5, 25)),
    *(Rectangle(x, y, 5, 2, Tone.TEXT) for x in (5, 22) for y in (6, 24)),
    Rectangle(12, 12, 8, 8, Tone.EMPHASIS),
)
"""Later ones lie on earlier ones."""


def render_icon(accent: str = "") -> str:
    """Return the drawing as a `data:` address: the tab needs no further request, and a single file has it too."""
    colours = choose_colours(accent)
    shapes = "".join(
        f'<path fill="{colours[r.tone]}" d="M{r.x} {r.y}h{r.width}v{r.height}h-{r.width}z"/>' for r in DRAWING
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">{shapes}</svg>'
    return "data:image/svg+xml," + quote(svg, safe="=:/")


def render_icon_file(accent: str = "") -> bytes:
    """Return the drawing as a PNG with a palette."""
    chosen = choose_colours(accent)
    colours = b"".join(bytes.fromhex(chosen[tone].removeprefix("#")) for tone in TONES)
    rows = b"".join(_paint_row(y) for y in range(GRID))
    header = struct.pack(">IIBBBBB", PIXELS, PIXELS, 2, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", _store(rows)), (b"IEND", b""))
    return SIGNATURE + b"".join(pack_chunk(kind, data) for kind, data in chunks)


def _paint_row(y: int) -> bytes:
    """Return the lines of pixels that one row of the grid covers, each after its filter byte."""
    cells = bytearray(GRID)
    for r in DRAWING:
        if r.y <= y < r.y + r.height:
            cells[r.x : r.x + r.width] = bytes([TONES.index(r.tone)]) * r.width
    line = b"\0" + b"".join(bytes([cell * EACH]) * BYTES for cell in cells)
    return line * (PIXELS // GRID)


def _store(data: bytes) -> bytes:
    """Return a zlib stream of one block that is not compressed: each zlib compresses in its own way."""
    block = struct.pack("<BHH", 1, len(data), len(data) ^ 0xFFFF)
    return b"\x78\x01" + block + data + struct.pack(">I", zlib.adler32(data))
