"""The report on one sheet: headline figures, the picture of the whole text, what became of the problems. An SVG file, and a PNG of it."""

from .painted import render_poster_picture
from .poster import render_poster

__all__ = ["render_poster", "render_poster_picture"]
