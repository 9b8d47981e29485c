"""A chart as a file: the picture with title, unit, scope and source inside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from ..model.chart import ChartRecord
from .colours import LIGHT, list_fonts
from .describe import describe_origin, describe_terms
from .layout import Tone
from .picture import picture_size, render_picture
from .wrapping import fill_text, wrap_clauses

MARGIN = 16
GAP = 12
TITLE_SIZE, TITLE_LEADING = 17, 25
SMALL_SIZE, SMALL_LEADING = 12, 18


@lru_cache(maxsize=256)
def render_standalone(record: ChartRecord, foot: str, accent: str = "") -> bytes:
    """Return the chart as an SVG file; `foot` names site and report below it, each line by itself."""
    width, height = picture_size(record)
    title = wrap_clauses(record.title, width, TITLE_SIZE)
    meta = fill_text(describe_terms(record), width, SMALL_SIZE)
    words = (record.note, describe_origin(record), *foot.split("\n"))
    notes = [line for text in words if text for line in fill_text(text, width, SMALL_SIZE)]
    head = len(title) * TITLE_LEADING + len(meta) * SMALL_LEADING
    top = MARGIN + head + GAP
    total = top + height + GAP + len(notes) * SMALL_LEADING + MARGIN
    picture = str(render_picture(record, accent)).replace("<svg ", f'<svg x="{MARGIN}" y="{top}" ', 1)
    svg = Markup("").join(
        (
            Markup(
                '<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" width="{w}" height="{h}" viewBox="0 0 {w} {h}" font-family="{f}">'
            ).format(w=width + 2 * MARGIN, h=total, f=list_fonts()),
            Markup('<rect width="100%" height="100%" fill="{}"/>').format(LIGHT[Tone.PAGE]),
            *_render_lines(title, MARGIN, TITLE_SIZE, TITLE_LEADING, Tone.TEXT, weight=600),
            *_render_lines(
                meta, MARGIN + len(title) * TITLE_LEADING, SMALL_SIZE, SMALL_LEADING, Tone.MUTED, weight=400
            ),
            Markup(picture),  # it was escaped when it was drawn
            *_render_lines(notes, top + height + GAP, SMALL_SIZE, SMALL_LEADING, Tone.MUTED, weight=400),
            Markup("</svg>\n"),
        )
    )
    return svg.encode("utf-8")


def _render_lines(
    lines: tuple[str, ...] | list[str], top: int, size: int, leading: int, tone: Tone, *, weight: int
) -> Iterator[Markup]:
    for index, line in enumerate(lines):
        yield Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>').format(
            MARGIN, top + index * leading + round(leading * 0.72), size, weight, LIGHT[tone], escape(line)
        )
