"""Keep the valid fields of a wrong front matter, so that checking can go on."""

from __future__ import annotations

from typing import Any

from ..model.catalogue import Disclosure, FrontMatter
from ..problems import Problem
from .document import Document
from .read_files import SourceFile


def salvage_front_matter(data: dict[str, Any]) -> FrontMatter:
    """Return a front matter for checking the text with, never for publishing."""
    start, accepted = data.get("body_from_line"), data.get("accepted_failures")
    return FrontMatter(
        disclosure=Disclosure(),
        source_url="",
        source_sha256="",
        body_from_line=int(start) if isinstance(start, str) and start.isdecimal() else 0,
        normalise=("lines",) if "lines" in (data.get("normalise") or ()) else (),
        sections={},
        headline=(),
        drafted=(),
        accepted_failures=accepted if isinstance(accepted, dict) else {},
    )


def find_body(
    capture: SourceFile, stated: int, title: str, document: Document, source: SourceFile
) -> tuple[int, list[Problem]]:
    """Return the line of the captured page where the body starts: as stated, else where the title stands; and problems.

    A title may be a part of its line, or go on in the next.
    """
    found = [
        number
        for number, line in enumerate(capture.lines, start=1)
        if line == title or (number == stated and line.strip() and _begin_alike(line, title))
    ]
    if not found or stated in found:
        return max(1, stated), []
    if stated == 0:
        return found[-1], []
    line = capture.lines[stated - 1] if stated <= len(capture.lines) else ""
    problem = Problem(
        code="E314",
        place=document.places.get(("body_from_line",), source.place(1)),
        found=f"第 {stated} 行是「{line[:20]}」" if line else f"采集页的第 {stated} 行没有字",
        expected=f"标题「{title}」所在的第 {found[-1]} 行",
    )
    return found[-1], [problem]


def _begin_alike(line: str, title: str) -> bool:
    return line.startswith(title) or title.startswith(line)
