"""One year's pair of files, `<id>.md` and `<id>.txt` → a Report locked to its official text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.catalogue import FrontMatter
from ..model.place import Place, Span
from ..model.report import Report, ReportLine, Tag
from ..problems import Problem
from .disclosure import check_disclosure
from .normalise import compute_display
from .outline import BodyLine, structure_outline
from .read_files import SourceFile, read_source
from .read_yaml import Document, read_yaml
from .spans import AnnotatedLine, structure_line
from .structure import structure
from .tags import structure_tag
from .text_lock import OfficialLine, check_text, structure_official_lines

FENCE = "---"


@dataclass(slots=True, kw_only=True)
class _Parts:
    """What one pair of files says, before it becomes a report."""

    source: SourceFile
    capture: SourceFile
    front: FrontMatter
    document: Document
    lines: list[AnnotatedLine]
    official: list[OfficialLine]
    body: str
    tags: list[Tag]


def read_report(root: Path, id: str) -> tuple[Report | None, list[Problem]]:  # noqa: A002  # the contract's word
    """Read and lock one report. A report is returned even when its text differs, so that all is checked at once."""
    source, problems = read_source(root, f"reports/{id}.md")
    capture, capture_problems = read_source(root, f"reports/{id}.txt", exact=True)
    problems += capture_problems
    if source is None:
        return None, problems
    document, front, first_line, front_problems = _read_front_matter(source)
    problems += front_problems
    lines, broken, line_problems = _read_lines(source, first_line)
    problems += line_problems
    if front is None or capture is None:
        return None, problems
    body, official = structure_official_lines(capture, front.body_from_line)
    problems += check_text(source, lines, official, broken, capture.name)
    if [line.text for line in lines] != [line.text for line in official]:
        body, official = _own_text(lines)
    if not lines:
        return None, problems
    tags, tag_problems = _structure_tags(source, lines, official)
    problems += tag_problems
    parts = _Parts(
        source=source, capture=capture, front=front, document=document,
        lines=lines, official=official, body=body, tags=tags,
    )  # fmt: skip
    problems += _check_capture(parts)
    report, outline_problems = _create_report(id, parts)
    return report, problems + outline_problems


def _read_front_matter(source: SourceFile) -> tuple[Document, FrontMatter | None, int, list[Problem]]:
    """Return the front matter and the number of the first line after it."""
    lines = source.lines
    empty = Document(data={}, places={}, problems=[])
    if lines[0].rstrip() != FENCE:
        problem = _problem(
            "E206", source.place(1, 1), f"「{lines[0][:20]}」", "第一行是 ---，下面是各项说明，再用 --- 结束"
        )
        return empty, None, 1, [problem]
    end = next((index for index, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        problem = _problem("E206", source.place(1, 1), "开头的说明没有用 --- 结束", "单独一行 ---")
        return empty, None, len(lines) + 1, [problem]
    document = read_yaml(source, text="\n".join(lines[1:end]) + "\n", first_line=2)
    front, problems = structure(FrontMatter, document.data, places=document.places, path=())
    return document, front, end + 2, document.problems or problems


def _read_lines(source: SourceFile, first_line: int) -> tuple[list[AnnotatedLine], set[int], list[Problem]]:
    lines, broken, problems = [], set(), []
    for number in range(first_line, len(source.lines) + 1):
        if source.lines[number - 1].strip():
            line, found = structure_line(source, number)
            lines.append(line)
            problems += found
            if found:
                broken.add(number)
    if not lines:
        problems.append(_problem("E313", source.place(len(source.lines)), "没有正文", "说明之后是报告全文"))
    return lines, broken, problems


def _own_text(lines: list[AnnotatedLine]) -> tuple[str, list[OfficialLine]]:
    """Return a body made of the annotated copy, for going on checking when it differs from the capture."""
    official, start = [], 0
    for line in lines:
        official.append(OfficialLine(number=line.number, start=start, text=line.text))
        start += len(line.text) + 1
    return "\n".join(line.text for line in lines), official


def _structure_tags(
    source: SourceFile, lines: list[AnnotatedLine], official: list[OfficialLine]
) -> tuple[list[Tag], list[Problem]]:
    tags: list[Tag] = []
    problems: list[Problem] = []
    for line, place in zip(lines, official, strict=True):
        for raw in line.spans:
            tag, found = structure_tag(source, line, raw, place.start)
            problems += found
            if tag is not None:
                tags.append(tag)
    return tags, problems


def _check_capture(parts: _Parts) -> list[Problem]:
    front, capture, document = parts.front, parts.capture, parts.document
    digest = hashlib.sha256(capture.data).hexdigest()
    problems = []
    if front.source_sha256 != digest:
        problems.append(
            _problem(
                "E321",
                document.places[("source_sha256",)],
                f"{front.source_sha256[:12]}…",
                f"{capture.name} 的校验值 {digest}",
                "采集的文件若是有意更换的，把新的校验值抄到这里。",
            )
        )
    head = "\n".join(capture.lines[: front.body_from_line - 1])
    places = {
        str(path[1]): place
        for path, place in document.places.items()
        if path[0] == "disclosure" and len(path) == 2
    }
    return problems + check_disclosure(front.disclosure, head, places, parts.source.name)


def _create_report(id: str, parts: _Parts) -> tuple[Report, list[Problem]]:  # noqa: A002
    front, places = parts.front, parts.document.places
    body_lines = [
        BodyLine(
            span=Span(start=official.start, end=official.start + len(official.text)),
            text=official.text,
            place=parts.source.place(line.number, 1, min(12, len(line.text))),
        )
        for line, official in zip(parts.lines, parts.official, strict=True)
    ]
    sections, problems = structure_outline(
        parts.body, body_lines, front.sections, _below(places, "sections"), places[("sections", "#key")]
    )
    report = Report(
        id=id,
        file=parts.source.name,
        body=parts.body,
        capture_sha256=front.source_sha256,
        source_url=front.source_url,
        disclosure=front.disclosure,
        title=parts.lines[0].text,
        sections=sections,
        tags=tuple(parts.tags),
        display=compute_display(parts.body, front.normalise),
        headline=front.headline,
        headline_places=tuple(places[("headline", index)] for index in range(len(front.headline))),
        doors=front.doors,
        elements=front.elements,
        elements_source=front.elements_source,
        accepted_failures=front.accepted_failures,
        lines=tuple(
            ReportLine(start=official.start, columns=line.columns, place=parts.source.place(line.number))
            for line, official in zip(parts.lines, parts.official, strict=True)
        ),
        raw=parts.body.encode("utf-8"),
    )
    return report, problems


def _below(places: dict[Any, Place], key: str) -> dict[str, Place]:
    return {
        str(path[1]): place
        for path, place in places.items()
        if path[0] == key and len(path) == 2 and path[1] != "#key"
    }


def _problem(code: str, place: Place, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=place, found=found, expected=expected, hint=hint)
