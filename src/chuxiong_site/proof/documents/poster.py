"""A report's sheet, read back: its words in order, its rows with their lines and marks, what its shapes show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ...model.records import dataclass
from .picture import read_length
from .utterance import fold

LINE = re.compile(r"M([\d.]+) [\d.]+h([\d.]+)")
GAP = re.compile(r"M([\d.]+) [\d.]+v4")
MOVED = re.compile(r"translate\(([\d.]+) [\d.]+\)")
ROW, KEY = "poster__row", "poster__key"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A row's line, in px."""

    left: Decimal
    width: Decimal
    gaps: tuple[Decimal, ...]
    marks: tuple[tuple[str, Decimal], ...]
    """What each looks like, and where its middle is."""


@dataclass(slots=True, kw_only=True)
class ShownPoster:
    """The contents of a sheet."""

    size: tuple[Decimal, Decimal] = (Decimal(), Decimal())
    """In px."""
    words: list[tuple[str, str]] = field(default_factory=list)
    """(place, words), in order."""
    lines: list[ShownLine] = field(default_factory=list)
    legend: list[str] = field(default_factory=list)
    """What the marks of the legend look like."""
    discs: list[bool] = field(default_factory=list)
    """Whether each problem's disc is full."""
    code: str = ""
    """The path of the QR code."""


def read_poster(svg: str) -> ShownPoster:
    """Read the sheet; lines of one text follow one another without a space."""
    root = LexborHTMLParser(svg).css_first("svg")
    shown = ShownPoster()
    if root is not None:
        shown.size = read_length(root.attributes.get("width")), read_length(root.attributes.get("height"))
    for node in root.iter() if root is not None else ():
        names = (node.attributes.get("class") or "").split()
        if node.tag == "svg":
            shown.code = read_code(node)
        elif names[:1] in (["poster__met"], ["poster__unmet"]):
            shown.discs.append(_is_full(node))
        elif names[:1] == [ROW]:
            shown.lines.append(_read_line(node))
        elif names[:1] == [KEY]:
            shown.legend += [kind for kind, _ in _list_marks(node)]
        shown.words += _list_words(node)
    return shown


def read_code(node: Any) -> str:
    """Return the path of a QR code."""
    return " ".join(path.attributes.get("d") or "" for path in node.css("path[stroke]"))


def _list_words(node: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of an element; the place is its class, or its tag."""
    if node.tag in {"text", "title", "desc"}:
        lines = [child.text() for child in node.iter() if child.tag == "tspan"]
        yield node.attributes.get("class") or node.tag, fold("".join(lines) or node.text())
    else:
        for child in node.iter():
            yield from _list_words(child)


def _read_line(row: Any) -> ShownLine:
    paths = {child.attributes.get("class"): child.attributes.get("d") or "" for child in row.css("path")}
    line = LINE.fullmatch(paths.get("poster__line", ""))
    gaps = paths.get("poster__gaps", "")
    return ShownLine(
        left=Decimal(line[1]) if line else Decimal("NaN"),
        width=Decimal(line[2]) if line else Decimal("NaN"),
        gaps=tuple(map(Decimal, GAP.findall(gaps))) if not GAP.sub("", gaps) else (Decimal("NaN"),),
        marks=tuple(_list_marks(row)),
    )


def _list_marks(node: Any) -> Iterator[tuple[str, Decimal]]:
    """Yield the marks by what they look like: a tick, a cross, a disc, a ring."""
    for mark in node.css(".poster__mark"):
        values = mark.attributes
        if mark.tag == "rect":
            yield "other", read_length(values.get("x")) + read_length(values.get("width")) / 2
        elif mark.tag == "circle":
            yield ("open" if values.get("stroke") else "holds"), read_length(values.get("cx"))
        else:
            place = MOVED.fullmatch(values.get("transform") or "")
            yield "fails", read_length(place[1] if place else None)


def _is_full(disc: Any) -> bool:
    return bool(disc.attributes.get("fill") == disc.attributes.get("stroke"))
