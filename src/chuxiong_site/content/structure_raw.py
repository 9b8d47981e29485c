"""A saved page → where its body begins, its disclosure fields and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.captured import drop_hidden, read_captured_text
from ..model.catalogue import Disclosure
from ..model.place import Place
from ..model.raw_report import RawReport
from ..problems import Problem
from .disclosure import read_captured
from .layout import Layout, structure_layout
from .outline import BodyLine, structure_outline

PROSE = 50
"""A line as long as this is text, not a title."""
TITLE = re.compile(r"(?:报告|公报|情况|总结|年报|要点|意见|通知|方案|白皮书)\s*$")
NOT_A_TITLE = re.compile(r"[:：|>]|^\s*[(（]")
PART = re.compile(r"^\s*[一二三四五六七八九十]+、")
_BLANK = re.compile(r"\s+")


def structure_raw(page: str) -> RawReport | None:
    """Return the page with its body found; `None` when it holds no text."""
    lines = page.split("\n")
    start = find_title([drop_hidden(line) for line in lines])
    if start is None:
        return None
    captured = read_captured_text("\n".join(lines[start:]))
    body = captured.seen
    layout = structure_layout(body)
    lines_of_page = _list_lines(body, layout, start + 1)
    sections, problems = structure_outline(body, lines_of_page, {}, {}, Place(file=""))
    fields = read_captured("\n".join(lines[:start]))
    return RawReport(
        page=page,
        body_from_line=start + 1,
        body=body,
        captured=captured,
        disclosure=Disclosure(**fields),
        sections=sections,
        paragraphs=layout.paragraphs,
        omitted=layout.omitted,
        is_flowing=layout.is_flowing,
        doubts=tuple(_describe_doubts(problems)),
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


def _list_lines(body: str, layout: Layout, first_line: int) -> list[BodyLine]:
    return [
        BodyLine(
            span=span,
            text=span.of(body),
            place=Place(file="", line=first_line + body.count("\n", 0, span.start), column=1),
        )
        for span in layout.paragraphs
    ]


def _describe_doubts(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what is not sure of the outline, with the line of the page."""
    for problem in problems:
        if problem.code == "W411":
            said = f"第 {problem.place.line} 行：{problem.found}，前面的标题接着应当是{problem.expected}。"
            yield said + problem.hint
