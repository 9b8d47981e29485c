"""The sheet as a PNG, for those who pass it on: 150 dpi, its words inside."""

from __future__ import annotations

from collections.abc import Mapping

from ...charts.colours import choose_colours
from ...model import addresses
from ..export import ExportInputs
from ..frame.png import add_description
from ..painting import list_texts, paint_drawing

SCALE = 150 / 96
"""Px of the picture for one of the sheet."""


def render_poster_picture(inputs: ExportInputs) -> Mapping[str, bytes]:
    """Return the picture by its path; none where the font lacks a character of the sheet."""
    svg = inputs.files[addresses.poster(inputs.report)].decode()
    png = paint_drawing(svg, choose_colours(inputs.context.site.theme.accent), inputs.font, SCALE)
    if not png:
        return {}
    return {addresses.poster_picture(inputs.report): add_description(png, "\n".join(list_texts(svg)))}
