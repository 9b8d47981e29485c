"""A chart's picture, read back: its rows with their words and marks, its ticks, the words around it."""

from __future__ import annotations

import re
from dataclasses import field
from decimal import Decimal, InvalidOperation
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ...model.records import dataclass
from .utterance import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A bar or a dot: where it begins and ends, in the picture's own lengths (a dot ends where it begins)."""

    start: Decimal
    end: Decimal
    is_hollow: bool


NAMELESS = frozenset(["title", "desc", "text"])
"""Elements that say something without a class."""
RECTANGLE = re.compile(r"M([0-9.]+) ([0-9.]+)h([0-9.]+)v([0-9.]+)h-([0-9.]+)z")
THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Cells of a row: how many there are, how many of them are filled."""

    total: int
    filled: Decimal
    is_hollow: bool


@dataclass(slots=True, kw_only=True)
class PictureRow:
    """A row of a picture."""

    label: str = ""
    value: str = ""
    marks: list[Mark] = field(default_factory=list)
    rest: str = ""
    """The path of its cells that are not filled."""
    filled: str = ""
    """The path of those that are, and of the part of one."""
    is_hollow: bool = False

    @property
    def cells(self) -> Cells | None:
        """Its cells; `None` where there are none, or where they do not stand one beside the other."""
        return read_cells(self.rest, self.filled, self.is_hollow)


@dataclass(slots=True, kw_only=True)
class Picture:
    """The contents of a chart's picture."""

    title: str = ""
    description: str = ""
    rows: list[PictureRow] = field(default_factory=list)
    ticks: list[tuple[str, Decimal | None]] = field(default_factory=list)
    """(words, where), `None` where it has no place of its own."""
    footnote: str = ""
    sums: list[str] = field(default_factory=list)
    """How a rate was recomputed, or why it cannot be."""
    around: str = ""
    """All other words, in order."""


def read_picture(svg: str) -> Picture:
    """Read an SVG drawing; lines of one text follow one another without a space."""
    root = LexborHTMLParser(svg).root
    picture = Picture()
    if root is not None:
        for node in root.traverse():
            _note(picture, node)
    return picture


def read_lanes(node: Any) -> Picture:
    """Read the picture of a figure on a page: rows of words beside lanes."""
    picture = Picture()
    for child in node.traverse():
        _note(picture, child)
    return picture


def _note(picture: Picture, node: Any) -> None:
    names = (node.attributes.get("class") or "").split()
    if not names and node.tag not in NAMELESS:
        return
    if "chart__row" in names:
        picture.rows.append(PictureRow())
    elif picture.rows and _note_in_row(picture.rows[-1], node, names):
        return
    elif "chart__tick" in names:
        place = node.attributes.get("x")
        picture.ticks.append((_join(node), read_length(place) if place else None))
    elif "chart__footnote" in names:
        picture.footnote += _join(node)
    elif "chart__sum" in names:
        picture.sums.append(_join(node))
    elif node.tag == "title":
        picture.title = fold(node.text())
    elif node.tag == "desc":
        picture.description = fold(node.text())
    elif node.tag == "text":
        picture.around += _join(node)


def _note_in_row(row: PictureRow, node: Any, names: list[str]) -> bool:
    """Keep what a row says and draws; tell whether it was that."""
    match names[:1]:
        case ["chart__label"]:
            row.label += _join(node)
        case ["chart__value"]:
            row.value += _join(node)
        case ["chart__units-rest"]:
            row.rest += node.attributes.get("d") or ""
        case ["chart__units"]:
            row.filled += node.attributes.get("d") or ""
            row.is_hollow = "chart__units--hollow" in names
        case ["chart__bar" | "chart__dot"]:
            row.marks.append(_read_mark(node.tag, node.attributes, names))
        case _:
            return False
    return True


def _read_mark(tag: str, values: Any, names: list[str]) -> Mark:
    """An outlined bar is drawn half a stroke smaller on each side."""
    if tag == "circle":
        middle = read_length(values.get("cx"))
        return Mark(start=middle, end=middle, is_hollow=False)
    half = read_length(values.get("stroke-width") or "0") / 2
    start = read_length(values.get("x"))
    width = read_length(values.get("width"))
    return Mark(start=start - half, end=start + width + half, is_hollow="chart__bar--hollow" in names)


def read_cells(rest: str, filled: str, is_hollow: bool) -> Cells | None:
    """Count the cells of two paths; each is a square, none lies on another, the filled ones come first."""
    drawn = [RECTANGLE.findall(path) for path in (rest, filled)]
    if RECTANGLE.sub("", rest + filled) or not any(drawn):
        return None
    empty, full = ([tuple(map(Decimal, cell)) for cell in cells] for cells in drawn)
    side = (empty or full)[0][3]
    part = [full.pop()] if full and full[-1][2] < side else []
    places = [(y, x) for x, y, _, _, _ in (*full, *empty)]
    is_even = all(width == height == back == side for _, _, width, height, back in (*full, *empty))
    in_place = not part or (
        part[0][3] == side
        and part[0][2] == part[0][4]
        and (part[0][1], part[0][0]) == (places[len(full)] if empty else None)
    )
    if not is_even or not in_place or places != sorted(set(places)):
        return None
    share = (part[0][2] / side).quantize(THOUSANDTH) if part else Decimal(0)
    return Cells(total=len(places), filled=len(full) + share, is_hollow=is_hollow)


def read_length(text: str | None) -> Decimal:
    """Return a length in px or per cent; NaN for what is none."""
    try:
        return Decimal((text or "").removesuffix("%"))
    except InvalidOperation:
        return Decimal("NaN")


def _join(node: Any) -> str:
    lines = [child.text() for child in node.iter() if child.tag == "tspan"]
    return "".join(lines) if lines else fold(node.text())
