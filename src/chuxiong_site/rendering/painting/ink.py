"""The colours of a painted picture: one scale from ink over paper to the accent, so that every edge lies between two of them.

Ink, grey words and rules are paper with more or less ink; only the accent is another colour. So a picture is painted
with one number a pixel, and written with a palette of sixteen.
"""

from __future__ import annotations

from ...charts.colours import Colours
from ...charts.layout import Tone

INK, PAPER, ACCENT = 0, 128, 255
"""The ends of the scale, and its middle."""
SHADES = 11
"""Steps from paper to ink; the others of the palette lead from paper to the accent."""
SIZE = 16
Colour = tuple[int, int, int]


def compute_shade(colour: str, colours: Colours) -> int:
    """Return where a colour stands on the scale: by the light of it, but for the accent."""
    if colour == colours[Tone.EMPHASIS]:
        return ACCENT
    paper, ink = (_compute_light(read_colour(colours[tone])) for tone in (Tone.PAGE, Tone.TEXT))
    light = _compute_light(read_colour(colour))
    return max(INK, min(PAPER, round(PAPER * (light - ink) / (paper - ink))))


def read_colour(code: str) -> Colour:
    """Return red, green and blue of `#RRGGBB` or `#RGB`."""
    digits = code.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _compute_light(colour: Colour) -> int:
    return sum(colour)


def list_places() -> list[int]:
    """Return for every number of the scale its place in the palette: paper, then inks, then accents."""
    places = []
    for value in range(ACCENT + 1):
        if value <= PAPER:
            places.append(round((PAPER - value) * SHADES / PAPER))
        else:
            accent = round((value - PAPER) * (SIZE - 1 - SHADES) / (ACCENT - PAPER))
            places.append(SHADES + accent if accent else 0)
    return places


def list_palette(colours: Colours) -> list[int]:
    """Return the colours of the palette, one number after another."""
    paper, ink, accent = (read_colour(colours[tone]) for tone in (Tone.PAGE, Tone.TEXT, Tone.EMPHASIS))
    steps = [(ink, step, SHADES) for step in range(SHADES + 1)]
    steps += [(accent, step, SIZE - 1 - SHADES) for step in range(1, SIZE - SHADES)]
    return [
        (start * (whole - step) + end * step + whole // 2) // whole
        for colour, step, whole in steps
        for start, end in zip(paper, colour, strict=True)
    ]
