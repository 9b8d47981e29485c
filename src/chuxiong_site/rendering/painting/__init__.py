"""A drawing of this program, as SVG → PNG in sixteen colours. One font, so the bytes are the same on every machine."""

from .paint import paint_drawing

__all__ = ["paint_drawing"]
