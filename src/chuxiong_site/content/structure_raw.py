"""A saved page → where its body begins, its disclosure fields and its sections."""

from __future__ import annotations

import re

from ..model.captured import drop_hidden, read_captured_text
from ..model.catalogue import Disclosure
from ..model.place import Place, Span
from ..model.raw_report import RawReport
from .disclosure import read_captured
from .outline import PART, BodyLine, structure_outline

PROSE = 50
"""A line as long as this is text, not a title."""
TITLE = re.compile(r"(?:报告|公报|情况|总结|年报|要点|意见|通知|方案|白皮书)\s*$")
NOT_A_TITLE = re.compile(r"[:：|>]|^\s*[(（]")
_BLANK = re.compile(r"\s+")


def structure_raw(page: str) -> RawReport | None:
    """Return the page with its body found; `None` when it holds no text."""
    lines = page.split("\n")
    start = find_title([drop_hidden(line) for line in lines])
    if start is None:
        return None
    captured = read_captured_text("\n".join(lines[start:]))
    body = captured.seen
    sections, _ = structure_outline(body, _list_lines(body.split("\n")), {}, {}, Place(file=""))
    fields = read_captured("\n".join(lines[:start]))
    return RawReport(
        page=page,
        body_from_line=start + 1,
        body=body,
        captured=captured,
        disclosure=Disclosure(**fields),
        sections=sections,
    )


def find_title(lines: list[str]) -> int | None:
    """Return the index of the title line: the last one before the text that repeats the stated title or looks like one."""
    first = next((index for index, line in enumerate(lines) if _is_text(line)), None)
    if first is None:
        return next((index for index, line in enumerate(lines) if line.strip()), None)
    stated = _BLANK.sub("", read_captured("\n".join(lines[:first])).get("title", ""))
    before = [index for index in range(first) if lines[index].strip()]
    named = [index for index in before if stated and _BLANK.sub("", lines[index]) == stated]
    looks = [index for index in before if TITLE.search(lines[index]) and not NOT_A_TITLE.search(lines[index])]
    plain = [index for index in before if not NOT_A_TITLE.search(lines[index])]
    found = sorted({*named, *looks}) or plain
    return found[-1] if found else first


def _is_text(line: str) -> bool:
    return (len(line.strip()) >= PROSE and "。" in line) or PART.match(line) is not None


def _list_lines(lines: list[str]) -> list[BodyLine]:
    result, start = [], 0
    for line in lines:
        if line.strip():
            result.append(
                BodyLine(span=Span(start=start, end=start + len(line)), text=line, place=Place(file=""))
            )
        start += len(line) + 1
    return result
