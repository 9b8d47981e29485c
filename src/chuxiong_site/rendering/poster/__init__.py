"""The report on one sheet: headline figures, the picture of the whole text, what became of the problems. An SVG file."""

from .poster import render_poster

__all__ = ["render_poster"]
