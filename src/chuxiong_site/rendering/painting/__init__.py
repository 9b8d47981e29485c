"""A drawing of this program, as SVG → PNG in sixteen colours. One font, so the bytes are the same on every machine."""

from .glyphs import list_undrawn
from .paint import paint_drawing
from .shapes import list_texts

__all__ = ["list_texts", "list_undrawn", "paint_drawing"]
