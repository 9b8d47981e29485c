"""Problems for differences from the official text: place, both wordings, how to correct it."""

from __future__ import annotations

import difflib

from ..model.captured import drop_hidden
from ..model.place import Place
from ..model.records import dataclass
from ..problems import Problem
from .read_files import SourceFile
from .spans import AnnotatedLine

MOST_A_LINE = 5
"""How many differences of one line are told at once."""
LONGEST = 3000
"""Ranges longer than this are not compared within."""
QUOTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLine:
    """A line of the captured page that belongs to the body and is not blank."""

    number: int
    start: int
    """Offset in the body."""
    text: str


def create_difference_problems(
    source: SourceFile, line: AnnotatedLine, official: OfficialLine
) -> list[Problem]:
    """Return a problem for each place where the words differ, the first few of a line."""
    changes = _find_changes(line.text, official.text)
    return [
        Problem(
            code="E310",
            place=_place(source, line, a1, a2),
            found=_describe_here(line.text, a1, a2),
            expected=f"{_describe_here(official.text, b1, b2)}（官方页第 {official.number} 行）",
            hint=_describe_mending(line.text[a1:a2], official.text[b1:b2]),
        )
        for a1, a2, b1, b2 in changes[:MOST_A_LINE]
    ]


def _count_equal(ours: str, theirs: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )


def _find_changes(ours: str, theirs: str) -> list[tuple[int, int, int, int]]:
    """Return the differing ranges of both texts; what they share at both ends is set aside first."""
    start = _count_equal(ours, theirs)
    tail = _count_equal(ours[start:][::-1], theirs[start:][::-1])
    inner, other = ours[start : len(ours) - tail], theirs[start : len(theirs) - tail]
    if max(len(inner), len(other)) > LONGEST:
        return [(start, start + 1, start, start + 1)]
    codes = difflib.SequenceMatcher(None, inner, other, autojunk=False).get_opcodes()
    return [
        (start + a1, start + a2, start + b1, start + b2) for tag, a1, a2, b1, b2 in codes if tag != "equal"
    ]


def _place(source: SourceFile, line: AnnotatedLine, start: int, end: int) -> Place:
    column = line.columns[start]
    last = line.columns[end - 1] + 1 if end > start else column
    return source.place(line.number, column, last - column)


def _describe_here(text: str, start: int, end: int) -> str:
    return f"「{text[max(0, start - 6) : start]}【{text[start:end]}】{text[end : end + 6]}」"


def _describe_mending(ours: str, theirs: str) -> str:
    if ours in {"[", "]"} and not theirs:
        return "是标记的话，方括号后面少了花括号：写成 [数字]{fact=指标标识}；不是标记，就删掉方括号。"
    copied = "" if drop_hidden(theirs) else "：从采集的 .txt 里，把它和前后的字一起抄过来"
    ours, theirs = _name(ours), _name(theirs)
    if not ours:
        mending = f"补上{theirs}{copied}。"
    elif not theirs:
        mending = f"删掉{ours}。"
    else:
        mending = f"把{ours}改回{theirs}。"
    return mending + "官方网页若真的更正了，连同采集的 .txt 和校验值一起换。"


def _name(words: str) -> str:
    if words and not words.strip():
        return "空格"
    if words and not drop_hidden(words):
        return f"看不见的字符{words}"
    return f"「{words}」" if words else ""


def create_split_line_problem(source: SourceFile, line: AnnotatedLine) -> Problem:
    """Say that a line belongs to the paragraph above it."""
    return Problem(
        code="E311",
        place=source.place(line.number, 1, 8),
        found=f"一段从「{line.text[:12]}」起被拆成了另一段",
        expected="官方原文里它与上一段是同一段",
        hint="删掉这一行前面的换行，把它接到上一段的末尾。",
    )


def create_joined_line_problem(
    source: SourceFile, line: AnnotatedLine, official: OfficialLine, start: int, capture: str
) -> Problem:
    """Say where in `line` another paragraph starts."""
    return Problem(
        code="E312",
        place=_place(source, line, start, start + min(8, len(official.text))),
        found=f"从「{official.text[:12]}」起的一段接在了上一段后面",
        expected=f"另起一段，与 {capture} 第 {official.number} 行相同",
        hint="在标出的位置前面换行。",
    )


def create_extra_line_problem(source: SourceFile, line: AnnotatedLine) -> Problem:
    """Say that the official text has no such paragraph."""
    return Problem(
        code="E311",
        place=source.place(line.number, 1, 8),
        found=f"多出一段「{_cut(line.text)}」",
        expected="官方原文里有的段落",
        hint="删掉这一段。",
    )


def create_missing_line_problem(
    source: SourceFile, before: int, official: OfficialLine, capture: str
) -> Problem:
    """Say which paragraph is missing after the line `before`."""
    return Problem(
        code="E312",
        place=Place(file=source.name, line=before),
        found=f"这一行之后少了一段「{_cut(official.text)}」",
        expected=f"{capture} 第 {official.number} 行的整段",
        hint="从采集的 .txt 里把这一段抄回来，前后各空一行，再加标记。",
    )


def _cut(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
