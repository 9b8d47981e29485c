"""A card as SVG, 1200 × 630 px: as large as those who show links ask for, and readable at half that size."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ...charts.colours import Colours
from ...charts.layout import Tone
from ...charts.wrapping import compute_text_width, fill_text, wrap_clauses, wrap_text
from ..parts.overview_lines import MarkKind
from ..poster.drawing import LEADING, SANS, draw, draw_lines, join, px
from ..poster.headline import draw_headline
from ..poster.picture import draw_mark
from ..poster.rows import Row
from .card import Card

WIDTH, HEIGHT = 1200, 630
MARGIN = 64.0
INNER = WIDTH - 2 * MARGIN
TITLES = (64.0, 58.0, 52.0, 48.0, 44.0)
"""Sizes at which a title may take one line; then"""
BROKEN = (54.0, 48.0, 42.0, 36.0, 30.0)
"""those at which it may take two."""
QUOTES = (46.0, 40.0, 34.0, 30.0)
"""Those at which a sentence may take three."""
LEADS = (36.0, 32.0, 28.0, 24.0, 20.0)
SHARED = 0.34
"""How much of the room below the title a lead may take above a drawing."""
KICKER, LEGEND, FOOT = 26.0, 22.0, 20.0
BRACKET = 0.4
"""How much of a bracket before a title is blank, in font sizes."""
FIGURES = 2.5
"""How much larger figures are than on the poster."""
MARK = 28.0
"""The size of marks, in px, where there is room."""
BETWEEN = 0.7
"""The space between groups of lines, in lines."""


def draw_card(card: Card, colours: Colours) -> str:
    """Return the card."""
    foot, end = _draw_foot(card, colours)
    head, top = _draw_head(card, end - 24, colours)
    return str(
        draw(
            "svg",
            draw("rect", width=WIDTH, height=HEIGHT, fill=colours[Tone.PAGE]),
            draw("rect", width=WIDTH, height=12, fill=colours[Tone.EMPHASIS]),
            head,
            _draw_body(card, top, end - 24, colours),
            foot,
            xmlns="http://www.w3.org/2000/svg",
            width=WIDTH,
            height=HEIGHT,
            font_family=SANS,
        )
    )


def _draw_head(card: Card, end: float, colours: Colours) -> tuple[Markup, float]:
    """Return kicker, title and lead, and where they end."""
    top, drawn = 46.0, Markup()
    kicker = fill_text(" · ".join(card.kicker), INNER, KICKER)
    drawn += draw_lines("", kicker, MARGIN, top, KICKER, fill=colours[Tone.MUTED])
    top += len(kicker) * KICKER * LEADING + 6
    size, title = _fit_title(card.title)
    left = MARGIN - size * BRACKET * card.title.startswith("（")
    drawn += draw_lines("", title[:1], left, top, size, fill=colours[Tone.TEXT], font_weight=700)
    second = top + size * LEADING
    drawn += draw_lines("", title[1:], MARGIN, second, size, fill=colours[Tone.TEXT], font_weight=700)
    top += len(title) * size * LEADING + 8
    size = _fit_lead(card, end - top)
    for text in card.lead:
        lines = wrap_clauses(text, INNER, size)
        drawn += draw_lines("", lines, MARGIN, top, size, fill=colours[Tone.TEXT])
        top += len(lines) * size * LEADING + 6
    return drawn, top


def _fit_lead(card: Card, room: float) -> float:
    """Return the largest size at which the lead leaves room for what is drawn below it, else the smallest."""
    room *= SHARED if card.figures or card.groups or card.discs else 1
    heights = (
        (size, sum(len(wrap_clauses(text, INNER, size)) * size * LEADING + 6 for text in card.lead))
        for size in LEADS
    )
    return next((size for size, height in heights if height <= room), LEADS[-1])


def _fit_title(title: str) -> tuple[float, tuple[str, ...]]:
    """Return the largest size at which a title takes one line, else the largest of those with two, else the smallest."""
    tried = [(size, wrap_text(title, INNER, size)) for size in (*TITLES, *BROKEN)]
    single = (own for own in tried[: len(TITLES)] if len(own[1]) == 1)
    double = (own for own in tried[len(TITLES) :] if len(own[1]) <= 2)
    return next(single, None) or next(double, tried[-1])


def _fit_quote(quote: str) -> tuple[float, tuple[str, ...]]:
    tried = [(size, fill_text(quote, INNER, size)) for size in QUOTES]
    return next((own for own in tried if len(own[1]) <= 3), tried[-1])


def _draw_body(card: Card, top: float, end: float, colours: Colours) -> Markup:
    drawn = Markup()
    if card.quote:
        size, quote = _fit_quote(card.quote)
        drawn += draw_lines("", quote, MARGIN, top + 14, size, fill=colours[Tone.TEXT])
        top += 14 + len(quote) * size * LEADING
    if card.discs:
        discs, top = _draw_discs(card, top + 24, colours)
        drawn += discs
    if card.note:
        note = wrap_clauses(card.note, INNER, LEGEND)
        drawn += draw_lines("", note, MARGIN, top, LEGEND, fill=colours[Tone.MUTED])
        top += len(note) * LEGEND * LEADING
    if card.legend:
        drawn += join(_draw_legend(card, top + 2, colours))
        top += 2 + LEGEND * LEADING + 16
    if card.figures:
        figures, height = draw_headline(card.figures, 0.0, 0.0, INNER / FIGURES, colours)
        place = f"translate({px(MARGIN)} {px(top + 28)}) scale({px(FIGURES)})"
        drawn += draw("g", figures, transform=place)
        top += 28 + height * FIGURES
    return drawn + join(_draw_rows(card, top, end, colours))


def _draw_discs(card: Card, top: float, colours: Colours) -> tuple[Markup, float]:
    step = min(56.0, INNER / len(card.discs))
    radius = step * 0.36
    accent, page = colours[Tone.EMPHASIS], colours[Tone.PAGE]
    discs = (
        draw(
            "circle",
            cx=MARGIN + radius + index * step,
            cy=top + radius,
            r=radius - 1.5,
            fill=accent if is_met else page,
            stroke=accent,
            stroke_width=3,
        )
        for index, is_met in enumerate(card.discs)
    )
    return join(discs), top + 2 * radius + 26


def _draw_legend(card: Card, top: float, colours: Colours) -> Iterator[Markup]:
    left = MARGIN
    for kind, words, count in card.legend:
        said = f"{words} {count}"
        yield draw_mark(kind, left + 10, top + LEGEND * 0.52, LEGEND, colours)
        yield draw_lines("", (said,), left + 28, top, LEGEND, fill=colours[Tone.MUTED])
        left += 28 + compute_text_width(said, LEGEND) + LEGEND


def _draw_rows(card: Card, top: float, end: float, colours: Colours) -> Iterator[Markup]:
    """Yield the lines, as far apart as there is room for; a single one at the end."""
    rows = [row for group in card.groups for row in group.rows]
    if not rows:
        return
    longest = max(row.length for row in rows) or 1
    top = end - 2 * MARK if len(rows) == 1 else top
    pitch = (end - top) / (len(rows) + BETWEEN * (len(card.groups) - 1))
    size = min(MARK, pitch * 0.94)
    step = (INNER - size) / longest
    for group in card.groups:
        for row in group.rows:
            yield join(_draw_row(row, top + pitch / 2, step, size, colours))
            top += pitch
        top += BETWEEN * pitch


def _draw_row(row: Row, middle: float, step: float, size: float, colours: Colours) -> Iterator[Markup]:
    line = f"M{px(MARGIN)} {px(middle)}h{px(row.length * step)}"
    yield draw("path", d=line, stroke=colours[Tone.RULE], stroke_width=2 if size < MARK else 4)
    gaps = "".join(f"M{px(MARGIN + gap * step)} {px(middle - 3)}v6" for gap in row.gaps)
    yield draw("path", d=gaps, stroke=colours[Tone.PAGE], stroke_width=4)
    for kind, place in sorted(row.marks, key=lambda mark: mark[0] is not MarkKind.OTHER):
        yield draw_mark(kind, MARGIN + float(place) * step, middle, size, colours)


def _draw_foot(card: Card, colours: Colours) -> tuple[Markup, float]:
    """Return who made it, and that it is not official, at the bottom; and where that begins."""
    lines = fill_text("\u3000".join(card.foot), INNER, FOOT)
    top = HEIGHT - 34.0 - len(lines) * FOOT * LEADING
    rule = draw(
        "path", d=f"M{px(MARGIN)} {px(top - 12)}h{px(INNER)}", stroke=colours[Tone.RULE], stroke_width=1
    )
    return rule + draw_lines("", lines, MARGIN, top, FOOT, fill=colours[Tone.MUTED]), top - 12
