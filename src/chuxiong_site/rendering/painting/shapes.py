"""A drawing as SVG → shapes in px of the picture. Knows the few elements and attributes that this program draws with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from ...model.records import dataclass

SVG = "{http://www.w3.org/2000/svg}"
COMMAND = re.compile(r"([MmLHhvz])([^A-Za-z]*)")
NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+")
MOVE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)(?: scale\(([\d.]+)\))?")
BOLD = "700"
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle, or a line that is level or upright."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    is_tile: bool
    """Whether it has to touch those beside it, as in a QR code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A circle, filled inside and outlined; the outline's colour is empty where there is none."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str
    thick: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Slant:
    """A line that is neither level nor upright."""

    start: Point
    end: Point
    thick: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A piece of a line of text. Without a place it follows the piece before it."""

    text: str
    place: Point | None
    size: float
    colour: str
    is_bold: bool
    anchor: str
    """`start` or `end`: which end of the piece stands at its place."""


Shape = Box | Disc | Slant | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the units of an element become px."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    is_tiled: bool = False
    """Whether it is a drawing inside the drawing."""

    def put(self, x: float, y: float) -> Point:
        """Return a place in px."""
        return self.x + x * self.scale, self.y + y * self.scale


def read_shapes(svg: str, scale: float) -> tuple[Point, tuple[Shape, ...]]:
    """Return the size of the picture in px and its shapes, later ones above earlier ones."""
    root = ET.fromstring(svg)
    size = _read(root, "width") * scale, _read(root, "height") * scale
    return size, tuple(shape for child in root for shape in _list_shapes(child, View(scale=scale)))


def _list_shapes(element: ET.Element, view: View) -> Iterator[Shape]:
    match element.tag.removeprefix(SVG):
        case "g":
            yield from _list_inside(element, _move(element, view))
        case "svg":
            yield from _list_inside(element, _enter(element, view))
        case "rect":
            x, y = _read(element, "x"), _read(element, "y")
            end = x + _read(element, "width"), y + _read(element, "height")
            yield _make_box(view, (x, y), end, element.get("fill", ""))
        case "circle":
            yield _read_disc(element, view)
        case "path":
            yield from _list_path(element, _move(element, view))
        case "text":
            yield from _list_words(element, view)


def _list_inside(element: ET.Element, view: View) -> Iterator[Shape]:
    return (shape for child in element for shape in _list_shapes(child, view))


def _move(element: ET.Element, view: View) -> View:
    match = MOVE.fullmatch(element.get("transform", ""))
    if match is None:
        return view
    x, y = view.put(float(match[1]), float(match[2]))
    return replace(view, x=x, y=y, scale=view.scale * float(match[3] or 1))


def _enter(element: ET.Element, view: View) -> View:
    """Return the view of a drawing inside a drawing."""
    x, y = view.put(_read(element, "x"), _read(element, "y"))
    across = float(element.get("viewBox", "0 0 1 1").split()[2])
    return View(x=x, y=y, scale=view.scale * _read(element, "width") / across, is_tiled=True)


def _read(element: ET.Element, name: str, otherwise: float = 0.0) -> float:
    return float(element.get(name, otherwise))


def _read_disc(element: ET.Element, view: View) -> Disc:
    x, y = view.put(_read(element, "cx"), _read(element, "cy"))
    return Disc(
        x=x,
        y=y,
        radius=_read(element, "r") * view.scale,
        fill=element.get("fill", ""),
        stroke=element.get("stroke", ""),
        thick=_read(element, "stroke-width", 1.0) * view.scale if element.get("stroke") else 0.0,
    )


def _list_path(element: ET.Element, view: View) -> Iterator[Shape]:
    """Yield a filled path as the box around it, and the lines of one that is drawn."""
    lines = list(_list_lines(element.get("d", "")))
    if fill := element.get("fill"):
        xs, ys = zip(*(point for line in lines for point in line), strict=True)
        yield _make_box(view, (min(xs), min(ys)), (max(xs), max(ys)), fill)
        return
    half, colour = _read(element, "stroke-width", 1.0) / 2, element.get("stroke", "")
    for (x, y), (right, bottom) in lines:
        if y == bottom:
            yield _make_box(view, (x, y - half), (right, y + half), colour)
        elif x == right:
            yield _make_box(view, (x - half, y), (x + half, bottom), colour)
        else:
            thick = 2 * half * view.scale
            yield Slant(start=view.put(x, y), end=view.put(right, bottom), thick=thick, colour=colour)


def _make_box(view: View, start: Point, end: Point, colour: str) -> Box:
    (left, top), (right, bottom) = view.put(*start), view.put(*end)
    return Box(left=left, top=top, right=right, bottom=bottom, colour=colour, is_tile=view.is_tiled)


def _list_lines(path: str) -> Iterator[tuple[Point, Point]]:
    x = y = 0.0
    for name, numbers in COMMAND.findall(path):
        values = [float(number) for number in NUMBER.findall(numbers)]
        start = x, y
        match name:
            case "M" | "L":
                x, y = values
            case "m":
                x, y = x + values[0], y + values[1]
            case "H":
                (x,) = values
            case "h":
                x += values[0]
            case "v":
                y += values[0]
        if name not in "Mmz":
            yield start, (x, y)


def _list_words(element: ET.Element, view: View) -> Iterator[Words]:
    """Yield the lines of a text, or the pieces of one line in several sizes."""
    place = (_read(element, "x"), _read(element, "y")) if element.get("x") else None
    for piece in element:
        own = (_read(piece, "x"), _read(piece, "y")) if piece.get("x") else place
        yield Words(
            text=piece.text or "",
            place=view.put(*own) if own else None,
            size=_read(piece, "font-size", _read(element, "font-size")) * view.scale,
            colour=element.get("fill", ""),
            is_bold=element.get("font-weight") == BOLD,
            anchor=element.get("text-anchor", "start"),
        )
        place = None


def list_texts(svg: str) -> tuple[str, ...]:
    """Return the texts of a drawing in order, each in one line."""
    return tuple("".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text"))
