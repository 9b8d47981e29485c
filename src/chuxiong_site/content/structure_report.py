"""The contents of one year's pair of files → a Report locked to its official text."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model.captured import CapturedText, drop_hidden
from ..model.catalogue import FrontMatter
from ..model.place import Place, Span, collect_spans
from ..model.project import KeyPath
from ..model.records import dataclass
from ..model.report import DisplayText, Missing, Report, ReportLine, Section, Tag
from ..problems import Problem, create_problem
from .disclosure import check_disclosure
from .document import Document
from .drafted import check_drafted_names
from .flow import lock_flow, structure_flow
from .front_matter import name_digest, read_front_matter
from .hidden import check_written, read_seen
from .leftovers import check_leftovers, drop_official
from .normalise import compute_display
from .outline import BodyLine, structure_outline
from .read_files import SourceFile
from .read_report import ReadReport
from .references import check_references
from .salvage import find_body, salvage_front_matter
from .spans import AnnotatedLine, structure_line
from .tags import structure_tag
from .text_differences import OfficialLine
from .text_lock import check_text, structure_official_lines

PLACEHOLDER = re.compile(r"\s*!\[([^\[\]\n]*)\]\(missing\)\s*")
"""A line for an image or attachment that is not there: no text of the report."""


@dataclass(slots=True, kw_only=True)
class _Parts:
    """What one pair of files says, before it becomes a report."""

    source: SourceFile
    capture: SourceFile | None
    front: FrontMatter
    document: Document
    lines: list[AnnotatedLine]
    official: list[OfficialLine]
    captured: CapturedText
    tags: list[Tag]


def structure_report(
    id: str,  # noqa: A002  # the contract's word
    source: SourceFile,
    capture: SourceFile | None,
    problems_of_files: Iterable[Problem],
) -> ReadReport:
    """Return the report and all that is wrong with it, after what is wrong with its files."""
    result = ReadReport(problems=list(problems_of_files))
    document, front, first_line, problems = read_front_matter(source, id)
    result.places = document.places
    lines, broken, line_problems = _read_lines(source, first_line)
    result.problems += problems + check_written(source, first_line) + line_problems
    if not lines:
        return result
    head = front or salvage_front_matter(document.data)
    body, official = _own_text(lines)
    if capture is not None:
        start, problems = find_body(capture, head.body_from_line, lines[0].text, document, source)
        result.problems += problems
        if "lines" in head.normalise:
            flow = structure_flow(capture, start)
            lines, locked, problems = lock_flow(source, lines, flow, broken, capture.name)
            result.problems += problems
            locked_body = flow.body
        else:
            locked_body, locked = structure_official_lines(capture, start)
            result.problems += check_text(source, lines, locked, broken, capture.name)
        result.problems = drop_official(result.problems, lines, (line.text for line in locked))
        if [line.text for line in lines] == [line.text for line in locked]:
            body, official = locked_body, locked
    captured, lines, official = read_seen(body, lines, official)
    tags, problems = _structure_tags(source, lines, official)
    result.problems += problems
    parts = _Parts(
        source=source, capture=capture, front=head, document=document,
        lines=lines, official=official, captured=captured, tags=tags,
    )  # fmt: skip
    result.report, problems = _create_report(id, parts)
    if front is not None:
        result.problems += problems + _check_capture(parts)
    elif capture is not None:
        result.problems = [name_digest(problem, capture) for problem in result.problems]
    return result


def _read_lines(source: SourceFile, first_line: int) -> tuple[list[AnnotatedLine], set[int], list[Problem]]:
    lines, broken, problems = [], set(), []
    for number in range(first_line, len(source.lines) + 1):
        written = drop_hidden(source.lines[number - 1])
        if written.strip() and not PLACEHOLDER.fullmatch(written):
            line = structure_line(source.lines[number - 1], number)
            found = check_leftovers(source, line)
            lines.append(line)
            problems += found
            if found:
                broken.add(number)
    if not lines:
        problems.append(
            create_problem("E313", source.place(len(source.lines)), "没有正文", "说明之后是报告全文")
        )
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
    if capture is None:
        return []
    digest = hashlib.sha256(capture.data).hexdigest()
    problems = []
    if front.source_sha256 != digest:
        problems.append(
            create_problem(
                "E321",
                document.places[("source_sha256",)],
                f"{front.source_sha256[:12]}…",
                f"{capture.name} 的校验值：{digest}",
                f"没有有意更换过 {capture.name}，就把它恢复成原来的样子（备份、版本记录，或者重新采集），不要改校验值；确实换过采集页，再把新的校验值抄到这里。",
            )
        )
    head = "\n".join(capture.lines[: front.body_from_line - 1])
    places = _below(document.places, "disclosure")
    return problems + check_disclosure(front.disclosure, head, places, parts.source.name)


def _create_report(id: str, parts: _Parts) -> tuple[Report, list[Problem]]:  # noqa: A002
    front, places, body = parts.front, parts.document.places, parts.captured.seen
    body_lines = _list_body_lines(parts)
    sections, problems = structure_outline(
        body,
        body_lines,
        front.sections,
        _below(places, "sections"),
        places.get(("sections", "#key"), parts.source.place(1)),
        misnumbered={
            number: places[("misnumbered", index)] for index, number in enumerate(front.misnumbered)
        },
    )
    problems += [*check_references(front, sections, places), *check_drafted_names(front, places)]
    display = compute_display(
        body,
        front.normalise,
        [line.span for line in body_lines],
        [tag.span for tag in parts.tags if tag.omitted],
        [table for section in sections for table in section.tables],
    )
    report = Report(
        id=id,
        file=parts.source.name,
        body=body,
        capture_sha256=front.source_sha256,
        source_url=front.source_url,
        disclosure=front.disclosure,
        title=display.of(sections[0].heading).strip() if sections[0].heading else "",
        sections=tuple(_drop_unseen(section, display) for section in sections),
        tags=tuple(parts.tags),
        display=display,
        headline=front.headline,
        unanswered={id: places[("unanswered", index)] for index, id in enumerate(front.unanswered)},  # noqa: A001
        headline_places=tuple(places[("headline", index)] for index in range(len(front.headline))),
        doors=front.doors,
        elements=front.elements,
        elements_source=front.elements_source,
        title_en=front.title_en,
        publisher_en=front.publisher_en,
        accepted_failures=front.accepted_failures,
        lines=tuple(
            ReportLine(start=official.start, columns=line.columns, place=parts.source.place(line.number))
            for line, official in zip(parts.lines, parts.official, strict=True)
        ),
        missing=tuple(_list_missing(parts)),
        digest=_compute_digest(id, parts),
        captured=parts.captured,
    )
    return report, problems


def _compute_digest(id: str, parts: _Parts) -> str:  # noqa: A002  # the contract's word
    captured = parts.capture.data if parts.capture else b""
    digest = hashlib.sha256(f"{id} {len(parts.source.data)} {len(captured)}\n".encode())
    digest.update(parts.source.data + captured)
    return digest.hexdigest()


def _drop_unseen(section: Section, display: DisplayText) -> Section:
    """Return the section without the sentences of paragraphs of which nothing is shown."""
    unseen = collect_spans(block for block in section.blocks if not display.of(block).strip())
    shown = tuple(sentence for sentence in section.sentences if not unseen.overlaps(sentence))
    return replace(section, sentences=shown) if shown and len(shown) < len(section.sentences) else section


def _list_missing(parts: _Parts) -> Iterator[Missing]:
    """Yield the placeholders, each behind the paragraph above it; what stands above the title is told below it."""
    for number, written in enumerate(parts.source.lines, start=1):
        if (match := PLACEHOLDER.fullmatch(written)) is not None:
            above = bisect_left(parts.lines, number, key=lambda line: line.number) - 1
            last = parts.official[max(above, 0)]
            yield Missing(words=match[1], after=last.start + len(last.text))


def _list_body_lines(parts: _Parts) -> list[BodyLine]:
    """Return the paragraphs with what staff say of their headings."""
    omitted = {tag.span for tag in parts.tags if tag.omitted}
    depths: dict[int, tuple[Span, int]] = {}
    for tag in parts.tags:
        if tag.depth is not None:
            depths.setdefault(tag.place.line, (tag.span, tag.depth))
    result = []
    for line, official in zip(parts.lines, parts.official, strict=True):
        span = Span(start=official.start, end=official.start + len(official.text))
        said = depths.get(line.number)
        result.append(
            BodyLine(
                span=span,
                text=official.text,
                place=parts.source.place(line.number, 1, min(12, len(line.text))),
                depth=said[1] if said else None,
                is_omitted=span in omitted,
                heading_end=said[0].end - span.start if said else 0,
            )
        )
    return result


def _below(places: dict[KeyPath, Place], key: str) -> dict[str, Place]:
    return {
        str(path[1]): place
        for path, place in places.items()
        if path[0] == key and len(path) == 2 and path[1] != "#key"
    }
