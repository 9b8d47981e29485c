"""The picture of a report, read back: its rows with their lines and marks; and the small lines beside the contents."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ...model.records import dataclass
from .picture import read_length
from .utterance import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMark:
    """A mark of the picture."""

    link: str
    label: str
    kind: str
    at: Decimal
    """In per cent of the lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row of the picture."""

    part: str
    """The heading above it; empty without one."""
    name: str
    link: str
    count: str
    strokes: tuple[str, ...]
    """What its lane measures, then its paths: the line, the gaps in it."""
    marks: tuple[ShownMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOverview:
    """The picture with its words."""

    title: str
    extremes: str
    legend: tuple[tuple[str, str], ...]
    """(kind, words)."""
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLine:
    """A line beside the contents."""

    link: str
    strokes: tuple[str, ...]


def read_overview(node: Any) -> ShownOverview:
    """Read the section that holds the picture."""
    return ShownOverview(
        title=_text(node, ".overview__title"),
        extremes=_text(node, ".overview__extremes"),
        legend=tuple((_read_kind(item), fold(item.text())) for item in node.css(".overview__kind")),
        rows=tuple(_list_rows(node)),
    )


def _list_rows(node: Any) -> Iterator[ShownRow]:
    """Yield the rows in order. A heading is that of the rows behind it, in one list or in its own row."""
    part = ""
    for item in node.css(".overview__part, .overview__lines, .overview__line"):
        names = (item.attributes.get("class") or "").split()
        if "overview__part" in names:
            part = fold(item.text())
        elif "overview__line" not in names:
            part = "" if "overview__lines--alone" in names else part
        else:
            is_head = "overview__line--part" in names
            yield _read_row(item, _text(item, ".overview__part") if is_head else part)


def _read_row(node: Any, part: str) -> ShownRow:
    name = node.css_first(".overview__name")
    return ShownRow(
        part=part,
        name=fold(name.text()) if name is not None else "",
        link=(name.attributes.get("href") or "") if name is not None else "",
        count=_text(node, ".overview__count"),
        strokes=_read_strokes(node.css_first(".overview__lane svg")),
        marks=tuple(
            ShownMark(
                link=link.attributes.get("href") or "",
                label=fold(link.attributes.get("aria-label") or ""),
                kind=_read_kind(link),
                at=read_length(_find(link, "use", "x")),
            )
            for link in node.css(".overview__lane a")
        ),
    )


def read_small_lines(node: Any) -> list[SmallLine]:
    """Read the lines beside the contents of a page."""
    return [
        SmallLine(link=_find(item, "a", "href"), strokes=_read_strokes(item.css_first("svg")))
        for item in node.css("li")
        if item.css_first("svg") is not None
    ]


def _read_strokes(node: Any) -> tuple[str, ...]:
    if node is None:
        return ()
    box = node.attributes.get("viewBox") or node.attributes.get("viewbox") or ""
    return (box, *(path.attributes.get("d") or "" for path in node.css("path")))


def _read_kind(node: Any) -> str:
    return _find(node, "use", "href").rpartition("-")[2]


def _find(node: Any, tag: str, name: str) -> str:
    found = node.css_first(tag)
    return (found.attributes.get(name) or "") if found is not None else ""


def _text(node: Any, selector: str) -> str:
    found = node.css_first(selector)
    return fold(found.text()) if found is not None else ""
