"""The picture of the text on the sheet: as high as there is room, names as large as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...charts.colours import Colours
from ...charts.layout import Tone
from ...charts.wrapping import compute_text_width, wrap_text
from ...model.records import dataclass
from ..parts.overview_lines import MarkKind
from .drawing import LEADING, draw, draw_lines, join, px
from .rows import Group, Row

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
"""Of names, in px, that can be read on paper."""
NAMES = 0.42
"""The share of the width that names may take."""
COUNTS = 3.4
"""The width of counts, in font sizes."""
AIR = 0.4
"""Above and below a row, in font sizes."""
MOST_AIR = 1.6
WRAPPED = 12.0
"""Names larger than this are not broken: rather are they set smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Rows as they are set."""

    groups: tuple[Group, ...]
    size: float
    """Of names, in px."""
    air: float
    """Between rows, in px."""
    names: float
    """The width of the names, in px."""


def choose_setting(
    groups: tuple[Group, ...], sizes: Iterable[float], width: float, height: float
) -> Setting | None:
    """Return the rows with the largest names that fit; none where no size does."""
    spaces = sum(len(group.rows) + 1 + bool(group.title) / 2 for group in groups)
    count = sum(1 for _ in _list_rows(groups))
    for size in sizes:
        names = min(
            width * NAMES, size + max(compute_text_width(row.name, size) for row in _list_rows(groups))
        )
        words = sum(len(wrap_text(row.name, names, size)) for row in _list_rows(groups))
        spare = height - (words + sum(bool(group.title) for group in groups)) * size * LEADING
        is_calm = size <= WRAPPED or words == count
        if is_calm and spare >= spaces * AIR * size:
            return Setting(groups=groups, size=size, air=min(spare / spaces, MOST_AIR * size), names=names)
    return None


def fit_setting(groups: tuple[Group, ...], width: float, height: float) -> Setting:
    """Return the rows at any size: so many parts that their names cannot be read are still on the sheet."""
    sizes = (*SIZES, *(SIZES[-1] * 0.9**step for step in range(1, 60)))
    setting = choose_setting(groups, sizes, width, height)
    assert setting is not None
    return setting


def _list_rows(groups: tuple[Group, ...]) -> Iterator[Row]:
    return (row for group in groups for row in group.rows)


def draw_picture(setting: Setting, left: float, top: float, width: float, colours: Colours) -> Markup:
    """Return the picture: names, counts, lanes."""
    return join(_draw_groups(setting, left, top, width, colours))


def _draw_groups(
    setting: Setting, left: float, top: float, width: float, colours: Colours
) -> Iterator[Markup]:
    longest = max(row.length for row in _list_rows(setting.groups)) or 1
    size, air = setting.size, setting.air
    for index, group in enumerate(setting.groups):
        top += air * bool(index)
        if group.title:
            yield draw_lines("poster__part", (group.title,), left, top, size * 0.92, fill=colours[Tone.MUTED])
            top += size * LEADING + air / 2
        for row in group.rows:
            name = wrap_text(row.name, setting.names, size)
            counted = left + setting.names + COUNTS * size
            place = Lane(
                left=counted + size,
                middle=top + size * (0.52 + (len(name) - 1) * LEADING / 2),
                step=(left + width - size / 2 - counted - size) / longest,
            )
            words = draw_lines(
                "poster__name", name, left, top, size, fill=colours[Tone.TEXT if row.marks else Tone.MUTED]
            )
            yield draw("g", words, *_draw_row(row, counted, place, size, colours), class_="poster__row")
            top += len(name) * size * LEADING + air


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Where a line begins, and how wide a character is, in px."""

    left: float
    middle: float
    step: float


def _draw_row(row: Row, counted: float, lane: Lane, size: float, colours: Colours) -> Iterator[Markup]:
    """Yield the count, which ends at `counted`, the line and its marks."""
    count = f"{len(row.marks)} 个" if row.marks else "无"
    top = lane.middle - size * 0.52
    yield draw_lines(
        "poster__count", (count,), counted, top, size, fill=colours[Tone.MUTED], text_anchor="end"
    )
    line = f"M{px(lane.left)} {px(lane.middle)}h{px(row.length * lane.step)}"
    yield draw("path", class_="poster__line", d=line, stroke=colours[Tone.RULE], stroke_width=2)
    gaps = "".join(f"M{px(lane.left + gap * lane.step)} {px(lane.middle - 2)}v4" for gap in row.gaps)
    if gaps:
        yield draw("path", class_="poster__gaps", d=gaps, stroke=colours[Tone.PAGE], stroke_width=2.5)
    for kind, at in row.marks:
        yield draw_mark(kind, lane.left + float(at) * lane.step, lane.middle, size, colours)


def draw_mark(kind: MarkKind, x: float, y: float, size: float, colours: Colours) -> Markup:
    """Return a number's mark around its place."""
    name, accent, page = "poster__mark", colours[Tone.EMPHASIS], colours[Tone.PAGE]
    match kind:
        case MarkKind.HOLDS:
            return draw("circle", class_=name, cx=x, cy=y, r=size * 0.38, fill=accent)
        case MarkKind.OPEN:
            return draw(
                "circle", class_=name, cx=x, cy=y, r=size * 0.34, fill=page, stroke=accent, stroke_width=1.5
            )
        case MarkKind.FAILS:
            arm = size * 0.34
            cross = f"M{px(-arm)} {px(-arm)}L{px(arm)} {px(arm)}M{px(arm)} {px(-arm)}L{px(-arm)} {px(arm)}"
            place = f"translate({px(x)} {px(y)})"
            return draw("path", class_=name, transform=place, d=cross, stroke=accent, stroke_width=2.5)
        case MarkKind.OTHER:
            return draw(
                "rect",
                class_=name,
                x=x - 0.9,
                y=y - size * 0.48,
                width=1.8,
                height=size * 0.96,
                fill=colours[Tone.TEXT],
            )
