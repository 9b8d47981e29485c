"""The text lock for pages whose lines are not paragraphs: every character is compared, line ends are staff's.

A page that was broken into lines at the margin, or that runs on without any, has its paragraphs in the annotated
copy only: one a line, as in every copy. The front matter says so (`normalise: [lines]`).
"""

from __future__ import annotations

import difflib
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from ..model.captured import drop_hidden
from ..model.records import dataclass
from ..problems import Problem
from .read_files import SourceFile
from .spans import AnnotatedLine
from .text_differences import (
    LONGEST,
    OfficialLine,
    create_difference_problems,
    create_extra_line_problem,
    create_missing_line_problem,
)

ANCHOR = 12
"""Characters of a line by which it is found again behind a difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The characters of a body without its line ends and blank lines."""

    body: str
    text: str
    offsets: tuple[int, ...]
    """For each character of `text`, its place in the body."""
    first_line: int

    def line_at(self, index: int) -> int:
        """Return the number of the captured line on which a character stands."""
        at = self.offsets[min(index, len(self.offsets) - 1)] if self.offsets else 0
        return self.first_line + self.body.count("\n", 0, at)


def structure_flow(capture: SourceFile, body_from_line: int) -> Flow:
    """Return the body of a captured page as one run of characters."""
    lines = capture.lines[body_from_line - 1 :]
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for line in lines:
        if drop_hidden(line).strip():
            pieces.append(line)
            offsets.extend(range(start, start + len(line)))
        start += len(line) + 1
    return Flow(
        body="\n".join(lines), text="".join(pieces), offsets=tuple(offsets), first_line=body_from_line
    )


def lock_flow(
    source: SourceFile, lines: list[AnnotatedLine], flow: Flow, skip: set[int], capture: str
) -> tuple[list[AnnotatedLine], list[OfficialLine], list[Problem]]:
    """Return the lines with the captured line ends inside them, the same as official lines, and every difference."""
    found: list[AnnotatedLine] = []
    official: list[OfficialLine] = []
    at = 0
    for index, line in enumerate(lines):
        if not flow.text.startswith(line.text, at):
            problems = _compare_rest(source, lines[index:], flow, at)
            return lines, [], [problem for problem in problems if problem.place.line not in skip]
        found.append(_place_line(line, flow, at))
        official.append(OfficialLine(number=flow.line_at(at), start=flow.offsets[at], text=found[-1].text))
        at += len(line.text)
    if at < len(flow.text):
        rest = OfficialLine(number=flow.line_at(at), start=flow.offsets[at], text=flow.text[at:])
        return lines, [], [create_missing_line_problem(source, lines[-1].number, rest, capture)]
    return found, official, []


def _place_line(line: AnnotatedLine, flow: Flow, at: int) -> AnnotatedLine:
    """Return a line as the body has it: with the line ends between its characters."""
    offsets = flow.offsets[at : at + len(line.text)]
    start, end = offsets[0], offsets[-1] + 1
    columns: list[int] = []
    for index, offset in enumerate(offsets):
        columns += [line.columns[index]] * (offset + 1 - start - len(columns))
    return replace(
        line,
        text=flow.body[start:end],
        columns=(*columns, line.columns[-1]),
        spans=tuple(
            replace(
                span,
                start=offsets[span.start] - start if span.start < len(offsets) else end - start,
                end=offsets[span.end - 1] + 1 - start
                if span.end > span.start
                else offsets[span.start] - start,
            )
            for span in line.spans
        ),
    )


def _compare_rest(source: SourceFile, lines: list[AnnotatedLine], flow: Flow, at: int) -> list[Problem]:
    """Return the differences of the lines that follow: those up to a line that is found again are compared together."""
    problems: list[Problem] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if flow.text.startswith(line.text, at):
            at += len(line.text)
            index += 1
            continue
        following, begin = _find_again(lines, index + 1, flow, at)
        problems += _compare_chunk(source, lines[index:following], flow, at, begin)
        index, at = following, begin
    return problems


def _find_again(lines: list[AnnotatedLine], index: int, flow: Flow, at: int) -> tuple[int, int]:
    """Return the next line that the page has too, and where; their ends when there is none."""
    for following in range(index, len(lines)):
        words = lines[following].text
        begin = flow.text.find(words, at) if len(words) >= ANCHOR else -1
        if begin >= 0:
            return following, begin
    return len(lines), len(flow.text)


def _compare_chunk(
    source: SourceFile, lines: list[AnnotatedLine], flow: Flow, at: int, end: int
) -> list[Problem]:
    theirs = flow.text[at:end]
    if not theirs:
        return [create_extra_line_problem(source, line) for line in lines]
    bounds = _align([line.text for line in lines], theirs)
    problems: list[Problem] = []
    for line, (first, last) in zip(lines, bounds, strict=True):
        if first == last:
            problems.append(create_extra_line_problem(source, line))
            continue
        piece = OfficialLine(
            number=flow.line_at(at + first), start=flow.offsets[at + first], text=theirs[first:last]
        )
        problems += create_difference_problems(source, line, piece)
    return problems


def _align(ours: list[str], theirs: str) -> list[tuple[int, int]]:
    """Return for each of our lines the part of their text that stands in its place."""
    joined = "".join(ours)
    if len(ours) == 1 or max(len(joined), len(theirs)) > LONGEST:
        return [(0, len(theirs)), *[(len(theirs), len(theirs))] * (len(ours) - 1)]
    blocks = difflib.SequenceMatcher(None, joined, theirs, autojunk=False).get_matching_blocks()
    starts = [block.a for block in blocks]
    bounds, position = [0], 0
    for line in ours[:-1]:
        position += len(line)
        block = blocks[max(0, bisect_right(starts, position) - 1)]
        bounds.append(max(bounds[-1], min(block.b + max(0, position - block.a), len(theirs))))
    bounds.append(len(theirs))
    return list(pairwise(bounds))
