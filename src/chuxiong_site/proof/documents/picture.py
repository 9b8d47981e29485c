"""A chart's picture, read back: its rows with their words and marks, its ticks, the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from .utterance import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A bar or a dot: where it begins and ends, in the picture's own lengths (a dot ends where it begins)."""

    start: Decimal
    end: Decimal
    is_hollow: bool


@dataclass(slots=True, kw_only=True)
class PictureRow:
    """A row of a picture."""

    label: str = ""
    value: str = ""
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Picture:
    """The contents of a chart's picture."""

    title: str = ""
    description: str = ""
    rows: list[PictureRow] = field(default_factory=list)
    ticks: list[tuple[str, Decimal | None]] = field(default_factory=list)
    """(words, where), `None` where it has no place of its own."""
    footnote: str = ""
    around: str = ""
    """All other words, in order."""


def read_picture(svg: str) -> Picture:
    """Read an SVG drawing; lines of one text follow one another without a space."""
    root = LexborHTMLParser(svg).root
    picture = Picture()
    if root is not None:
        for node in _walk(root):
            _note(picture, node)
    return picture


def read_lanes(node: Any) -> Picture:
    """Read the picture of a figure on a page: rows of words beside lanes."""
    picture = Picture()
    for child in _walk(node):
        _note(picture, child)
    return picture


def _walk(node: Any) -> Iterator[Any]:
    yield node
    for child in node.iter():
        yield from _walk(child)


def _note(picture: Picture, node: Any) -> None:
    names = (node.attributes.get("class") or "").split()
    if "chart__row" in names:
        picture.rows.append(PictureRow())
    elif "chart__label" in names and picture.rows:
        picture.rows[-1].label += _join(node)
    elif "chart__value" in names and picture.rows:
        picture.rows[-1].value += _join(node)
    elif "chart__tick" in names:
        place = node.attributes.get("x")
        picture.ticks.append((_join(node), read_length(place) if place else None))
    elif "chart__footnote" in names:
        picture.footnote += _join(node)
    elif names and names[0] in {"chart__bar", "chart__dot"} and picture.rows:
        picture.rows[-1].marks.append(_read_mark(node.tag, node.attributes, names))
    elif node.tag == "title":
        picture.title = fold(node.text())
    elif node.tag == "desc":
        picture.description = fold(node.text())
    elif node.tag == "text":
        picture.around += _join(node)


def _read_mark(tag: str, values: Any, names: list[str]) -> Mark:
    """An outlined bar is drawn half a stroke smaller on each side."""
    if tag == "circle":
        middle = read_length(values.get("cx"))
        return Mark(start=middle, end=middle, is_hollow=False)
    half = read_length(values.get("stroke-width") or "0") / 2
    start = read_length(values.get("x"))
    width = read_length(values.get("width"))
    return Mark(start=start - half, end=start + width + half, is_hollow="chart__bar--hollow" in names)


def read_length(text: str | None) -> Decimal:
    """Return a length in px or per cent; NaN for what is none."""
    try:
        return Decimal((text or "").removesuffix("%"))
    except InvalidOperation:
        return Decimal("NaN")


def _join(node: Any) -> str:
    lines = [child.text() for child in node.iter() if child.tag == "tspan"]
    return "".join(lines) if lines else fold(node.text())
