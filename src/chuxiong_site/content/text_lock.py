"""The text lock: the annotated copy without its tags equals the official text, character by character."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from ..model.place import Place
from ..problems import Problem
from .read_files import SourceFile
from .spans import AnnotatedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLine:
    """A line of the captured page that belongs to the body and is not blank."""

    number: int
    start: int
    """Offset in the body."""
    text: str


def structure_official_lines(capture: SourceFile, body_from_line: int) -> tuple[str, list[OfficialLine]]:
    """Return the body of a captured page and its lines that are not blank."""
    lines = capture.lines[body_from_line - 1 :]
    body = "\n".join(lines)
    official, start = [], 0
    for number, text in enumerate(lines, start=body_from_line):
        if text.strip():
            official.append(OfficialLine(number=number, start=start, text=text))
        start += len(text) + 1
    return body, official


def check_text(
    source: SourceFile, lines: list[AnnotatedLine], official: list[OfficialLine], skip: set[int], capture: str
) -> list[Problem]:
    """Compare line by line; lines in `skip` already have a problem that explains a difference."""
    ours = [line.text for line in lines]
    theirs = [line.text for line in official]
    if ours == theirs:
        return []
    problems: list[Problem] = []
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(a2 - a1, b2 - b1)
        for line, other in zip(lines[a1 : a1 + pairs], official[b1 : b1 + pairs], strict=True):
            if line.number not in skip:
                problems.append(_describe_difference(source, line, other))
        problems += [
            _describe_extra(source, line) for line in lines[a1 + pairs : a2] if line.number not in skip
        ]
        after = lines[min(a2, len(lines)) - 1].number if lines else 1
        problems += [_describe_missing(source, after, other, capture) for other in official[b1 + pairs : b2]]
    return problems


def _describe_difference(source: SourceFile, line: AnnotatedLine, official: OfficialLine) -> Problem:
    at = next(
        (i for i, (a, b) in enumerate(zip(line.text, official.text, strict=False)) if a != b),
        min(len(line.text), len(official.text)),
    )
    return Problem(
        code="E310",
        place=source.place(line.number, line.columns[at]),
        found=_describe_here(line.text, at),
        expected=_describe_here(official.text, at) + f"（官方页第 {official.number} 行）",
        hint="正文一个字也不能改；先改回原样。官方网页若真的更正了，连同采集的 .txt 一起换。",
    )


def _describe_here(text: str, at: int) -> str:
    if at >= len(text):
        return f"到「{text[-8:]}」为止"
    return f"「{text[max(0, at - 6) : at]}【{text[at]}】{text[at + 1 : at + 7]}」"


def _describe_extra(source: SourceFile, line: AnnotatedLine) -> Problem:
    return Problem(
        code="E311",
        place=source.place(line.number, 1, 8),
        found=f"多出一段「{line.text[:20]}」",
        expected="官方原文里有的段落",
        hint="删掉这一段；也可能是一段被换行拆成了两段，把它们接起来。",
    )


def _describe_missing(source: SourceFile, line: int, official: OfficialLine, capture: str) -> Problem:
    return Problem(
        code="E312",
        place=Place(file=source.name, line=line),
        found=f"这一行之后少了一段「{official.text[:20]}」",
        expected=f"{capture} 第 {official.number} 行的整段",
        hint="从采集的 .txt 里把这一段抄回来，再加标记。",
    )
