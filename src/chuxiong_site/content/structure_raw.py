"""A saved page → where its body begins, its disclosure fields, its head and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model.captured import drop_hidden, read_captured_text
from ..model.place import Place
from ..model.raw_report import Doubt, RawHead, RawReport
from ..model.report import Section
from ..problems import Problem
from .disclosure import read_captured
from .find_origin import END, FoundOrigin, find_origin, read_year
from .find_title import FoundTitle, find_text, find_title, looks_like_title
from .head_lines import compact
from .layout import Layout, structure_layout
from .outline import BodyLine, structure_outline

BESIDE = 120
"""Characters of a line of text in which more of the head may stand beside the title."""
UNMARKED = re.compile(r"\s*+(?![图表注附])[\u4e00-\u9fffA-Za-z“”、·]{4,20}\s*")
"""A line of a few words without a stop."""
BELOW = 40
"""Characters of the paragraph below a line that may be its heading."""
SHOWN = 3
APART = 12
"""So many lines below a title another one is no subtitle of it."""


def structure_raw(page: str) -> RawReport | None:
    """Return the page with its body found; `None` when it holds no text."""
    lines = page.split("\n")
    seen = [drop_hidden(line) for line in lines]
    head = read_captured("\n".join(seen[: find_text(seen) or 0]))
    title = find_title(seen, head.get("title", ""))
    if title is None:
        return None
    captured = read_captured_text("\n".join(lines[title.first :]))
    layout = structure_layout(captured.seen, title.last - title.first + 1)
    body_lines = _list_lines(captured.seen, layout, title.first + 1)
    sections, problems = structure_outline(captured.seen, body_lines, {}, {}, Place(file=""))
    fields = read_captured("\n".join(seen[: title.first]))
    return RawReport(
        page=page,
        body_from_line=title.first + 1,
        body=captured.seen,
        captured=captured,
        disclosure=fields,
        sections=sections,
        head=_structure_head(seen, title, fields),
        paragraphs=layout.paragraphs,
        omitted=layout.omitted,
        is_flowing=layout.is_flowing,
        outline_doubts=(*_list_outline_doubts(problems), *_doubt_unmarked(body_lines, sections)),
    )


def _structure_head(lines: list[str], title: FoundTitle, fields: dict[str, str]) -> RawHead:
    """Return the head: what the disclosure fields say, else the lines round the title, else the signature."""
    text = find_text(lines)
    under = [line for line in lines[title.last + 1 : text] if line.strip()]
    end = [line for line in lines[title.last + 1 :] if line.strip()][-END:]
    words = fields.get("title") or title.words
    if text == title.first:
        under = [compact(lines[title.first])[len(title.words) :][:BESIDE], *under]
    found = find_origin(lines[: title.first], title.words or lines[title.first][:BESIDE], under, end)
    return RawHead(
        title=words,
        publisher=fields.get("publisher", found.publisher),
        published=fields.get("published", found.published),
        written=fields.get("written", found.written),
        spoken=found.spoken,
        year=found.years[0] if len(found.years) == 1 else "",
        doubts=tuple(_list_doubts(lines, title, found)),
    )


def _list_doubts(lines: list[str], title: FoundTitle, found: FoundOrigin) -> list[Doubt]:
    doubts = []
    line = title.first + 1
    if not title.words:
        words = lines[title.first].strip()
        said = f"没有认准标题，暂用正文的第一行「{words[:20]}{'…' * (len(words) > 20)}」"
        advice = "标题在前面或后面的，改标注稿开头的 body_from_line，并让正文从那一行开始"
        doubts.append(Doubt(line=line, found=said, advice=advice))
    elif find_text(lines) == title.first:
        advice = "看看标注稿里分的段，标题单独占一行；不对的，在标注稿里改"
        doubts.append(Doubt(line=line, found="标题和正文写在同一行", advice=advice))
    for index in _find_other_titles(lines, title):
        said = f"又有一行像是标题：「{compact(lines[index])}」"
        advice = "两份报告连在一个文件里的，分成两个文件再运行一次；不是的，不用管"
        doubts.append(Doubt(line=index + 1, found=said, advice=advice))
    if len(found.years) > 1:
        years = "、".join(found.years)
        doubts.append(
            Doubt(line=line, found=f"标题里有几个年份（{years}）", advice="用 --year 写明是哪一年的报告")
        )
    return doubts


def _find_other_titles(lines: list[str], title: FoundTitle) -> list[int]:
    """Return the lines far below the title that repeat it or name a report and its year."""
    return [
        index
        for index in range(title.last + APART, len(lines))
        if looks_like_title(lines[index])
        and (compact(lines[index]) == title.words or read_year(lines[index]))
        and not lines[index - 1].strip().endswith(("：", ":"))
    ]


def _list_outline_doubts(problems: Iterable[Problem]) -> Iterator[Doubt]:
    """Yield the headings that do not count on from the one before."""
    for problem in problems:
        if problem.code == "W412":
            said = f"{problem.found}，接着前面的标题，应当是{problem.expected}"
            advice = (
                problem.hint or "对照原文看中间是不是少认了一个标题；是标题的，写成 [标题]{heading=层次}。"
            )
            yield Doubt(line=problem.place.line, found=said, advice=advice.rstrip("。"))


def _doubt_unmarked(lines: Sequence[BodyLine], sections: Sequence[Section]) -> Iterator[Doubt]:
    """Yield one doubt for the lines that stand alone as headings do, without a mark: they are shown as paragraphs."""
    headings = {section.heading.start for section in sections if section.heading}
    inside = {
        line for section in sections for table in section.tables for line in (*table.lines, *table.notes)
    }
    found = [
        line
        for line, following in pairwise(lines)
        if line.span.start not in headings
        and line.span not in inside
        and not line.is_omitted
        and UNMARKED.fullmatch(line.text)
        and len(following.text.strip()) >= BELOW
    ]
    if found:
        first = found[0]
        shown = "、".join(f"第 {line.place.line} 行「{line.text.strip()}」" for line in found[:SHOWN])
        yield Doubt(
            line=first.place.line,
            found=f"有 {len(found)} 行像标题，没有序号，当作一段：{shown}{' 等' * (len(found) > SHOWN)}",
            advice="是标题的，在标注稿里写成 [标题]{heading=层次}",
        )


def _list_lines(body: str, layout: Layout, first_line: int) -> list[BodyLine]:
    omitted = {span for span, _ in layout.omitted}
    return [
        BodyLine(
            span=span,
            text=span.of(body),
            is_omitted=span in omitted,
            place=Place(file="", line=first_line + body.count("\n", 0, span.start), column=1),
        )
        for span in layout.paragraphs
    ]
