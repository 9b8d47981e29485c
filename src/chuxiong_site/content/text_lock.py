"""The text lock: the annotated copy without its tags equals the official text, character by character."""

from __future__ import annotations

import difflib
import re
from itertools import accumulate

from ..model.captured import drop_hidden
from ..problems import Problem
from .read_files import SourceFile
from .spans import AnnotatedLine
from .text_differences import (
    OfficialLine,
    create_difference_problems,
    create_extra_line_problem,
    create_joined_line_problem,
    create_missing_line_problem,
    create_split_line_problem,
)

ALIKE = 0.5
"""Lines less alike than this are different paragraphs."""


def structure_official_lines(capture: SourceFile, body_from_line: int) -> tuple[str, list[OfficialLine]]:
    """Return the body of a captured page and its lines that are not blank."""
    lines = capture.lines[body_from_line - 1 :]
    body = "\n".join(lines)
    official, start = [], 0
    for number, text in enumerate(lines, start=body_from_line):
        if drop_hidden(text).strip():
            official.append(OfficialLine(number=number, start=start, text=text))
        start += len(text) + 1
    return body, official


def check_text(
    source: SourceFile, lines: list[AnnotatedLine], official: list[OfficialLine], skip: set[int], capture: str
) -> list[Problem]:
    """Compare line by line; lines in `skip` already have a problem that explains a difference."""
    ours = [line.text for line in lines]
    theirs = [line.text for line in official]
    problems: list[Problem] = []
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            before = lines[a1 - 1].number if a1 else lines[0].number - 1 if lines else 1
            problems += _compare_paragraphs(
                source, lines[a1:a2], official[b1:b2], before=before, capture=capture
            )
    return [problem for problem in problems if problem.place.line not in skip or problem.code == "E312"]


def _compare_paragraphs(
    source: SourceFile,
    lines: list[AnnotatedLine],
    official: list[OfficialLine],
    *,
    before: int,
    capture: str,
) -> list[Problem]:
    """Compare a run of differing lines; `before` is the number of the line above them."""
    if len(lines) > len(official) == 1 and "".join(line.text for line in lines) == official[0].text:
        return [create_split_line_problem(source, line) for line in lines[1:]]
    if len(official) > len(lines) == 1 and "".join(line.text for line in official) == lines[0].text:
        starts = list(accumulate(len(other.text) for other in official))
        return [
            create_joined_line_problem(source, lines[0], other, start, capture)
            for start, other in zip(starts, official[1:], strict=False)
        ]
    problems: list[Problem] = []
    for line, other in _pair(lines, official):
        if line is not None:
            before = line.number
        if line is None:
            assert other is not None
            problems.append(create_missing_line_problem(source, before, other, capture))
        elif other is None:
            problems.append(create_extra_line_problem(source, line))
        else:
            problems += create_difference_problems(source, line, other)
    return problems


Pair = tuple[AnnotatedLine | None, OfficialLine | None]


def _pair(lines: list[AnnotatedLine], official: list[OfficialLine]) -> list[Pair]:
    """Pair each line with the official one most like it, in order; the rest stays unpaired."""
    pairs: list[Pair] = []
    rest = list(official)
    for line in lines:
        likeness = [_compute_likeness(line.text, other.text) for other in rest]
        best = max(range(len(rest)), key=likeness.__getitem__, default=0)
        if not rest or likeness[best] < ALIKE:
            pairs.append((line, None))
            continue
        pairs += [(None, other) for other in rest[:best]]
        pairs.append((line, rest[best]))
        rest = rest[best + 1 :]
    return pairs + [(None, other) for other in rest]


def _compute_likeness(ours: str, theirs: str) -> float:
    """Compare the Hanzi and marks alone: a broken tag leaves its attributes in the line."""
    kept, other = (re.sub("[ -~]", "", text) or text for text in (ours, theirs))
    return difflib.SequenceMatcher(None, kept, other, autojunk=False).quick_ratio()
