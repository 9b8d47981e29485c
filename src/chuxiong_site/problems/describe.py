"""Print problems: for people at a terminal, as JSON, as GitHub's annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable

from .codes import explain, is_of_site, is_warning
from .problem import Problem

WIDTH = 76
"""Columns of excerpt shown around the place."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of what a terminal does not show, or obeys."""
RED, YELLOW, BOLD, DIM, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


def describe_problems(problems: Iterable[Problem], style: str, *, colour: bool = False) -> str:
    """Return all problems in one of the `FORMATS`."""
    return _STYLES[style](tuple(problems), colour)


def _describe_text(problems: tuple[Problem, ...], colour: bool) -> str:
    blocks = [_describe_one(problem, colour) for problem in problems]
    errors = sum(not is_warning(problem.code) for problem in problems)
    warnings = len(problems) - errors
    counts = [f"{errors} 个错误"] * bool(errors) + [f"{warnings} 个提醒"] * bool(warnings)
    return "\n\n".join([*blocks, f"共 {'，'.join(counts) or '0 个错误'}。"])


def _describe_one(problem: Problem, colour: bool) -> str:
    def paint(code: str, words: str) -> str:
        return f"{code}{words}{PLAIN}" if colour else words

    found = explain(problem.code)
    kind, tone = ("提醒", YELLOW) if is_warning(problem.code) else ("错误", RED)
    lines = [
        f"{paint(BOLD, describe_place(problem))} {paint(tone, f'{kind} {problem.code}')} {found.title if found else ''}"
    ]
    lines += [paint(DIM, line) for line in _describe_excerpt(problem)]
    lines += [f"  {label}：{words}" for label, words in _describe_words(problem)]
    return "\n".join(lines)


def _describe_words(problem: Problem) -> list[tuple[str, str]]:
    words = (("现在", problem.found), ("应为", problem.expected), ("建议", find_hint(problem)))
    return [(label, describe_visibly(text)) for label, text in words if text]


def find_hint(problem: Problem) -> str:
    """Return the problem's own suggestion, else the one for all problems of its code."""
    found = explain(problem.code)
    return problem.hint or (found.fix if found else "")


def describe_visibly(text: str) -> str:
    """Return the text with every character that cannot be seen written out: <U+200B>."""
    return "".join(map(_show, text))


def _show(char: str) -> str:
    if char == "\t":
        return "<Tab>"
    return f"<U+{ord(char):04X}>" if unicodedata.category(char) in UNSEEN else char


def describe_place(problem: Problem) -> str:
    """Return file:line:column, as far as known."""
    place = problem.place
    return ":".join([place.file, *(str(n) for n in (place.line, place.column) if n)])


def _describe_excerpt(problem: Problem) -> list[str]:
    """Return the line with the place in 【】, and under it the marker, right under wide characters too."""
    place = problem.place
    if not place.excerpt or not place.column:
        return []
    first = min(place.column - 1, len(place.excerpt))
    last = min(first + place.length, len(place.excerpt))
    parts = (place.excerpt[:first], place.excerpt[first:last], place.excerpt[last:])
    before, marked, after = map(describe_visibly, parts)
    before, marked, after = _cut_left(before), _cut_right(marked, WIDTH // 2), _cut_right(after, WIDTH // 3)
    bracketed = f"  | {before}【{marked}】{after}"
    width = text_width(f"  | {before}【")
    return [bracketed, " " * width + "^" * max(1, text_width(marked))]


def text_width(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return sum(map(cell_width, text))


def cell_width(char: str) -> int:
    """Return how many terminal columns a character takes."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" and not char.isascii() else 1


def _cut_left(text: str) -> str:
    kept = text[-WIDTH // 4 :]
    return ("…" if len(kept) < len(text) else "") + kept


def _cut_right(text: str, length: int) -> str:
    return text[:length] + ("…" if len(text) > length else "")


def _describe_json(problems: tuple[Problem, ...], colour: bool) -> str:
    del colour
    return json.dumps(
        {"problems": [_as_record(problem) for problem in problems]}, ensure_ascii=False, indent=1
    )


def _as_record(problem: Problem) -> dict[str, object]:
    place, found = problem.place, explain(problem.code)
    return {
        "code": problem.code,
        "severity": "warning" if is_warning(problem.code) else "error",
        "title": found.title if found else "",
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "excerpt": place.excerpt,
        "found": problem.found,
        "expected": problem.expected,
        "hint": find_hint(problem),
    }


def _describe_github(problems: tuple[Problem, ...], colour: bool) -> str:
    del colour
    lines = []
    for problem in problems:
        found = explain(problem.code)
        level = "warning" if is_warning(problem.code) else "error"
        title = f"{problem.code} {found.title if found else ''}"
        message = "\n".join(f"{label}：{words}" for label, words in _describe_words(problem))
        if is_of_site(problem.code):  # no file of the repository can be marked
            message, place = f"{describe_place(problem)}\n{message}", ""
        else:
            place = _describe_property(problem) + ","
        lines.append(f"::{level} {place}title={_escape(title, property=True)}::{_escape(message)}")
    return "\n".join(lines)


def _describe_property(problem: Problem) -> str:
    place = problem.place
    return f"file={_escape(place.file, property=True)},line={max(1, place.line)},col={max(1, place.column)}"


def _escape(text: str, *, property: bool = False) -> str:  # noqa: A002  # GitHub's own word for it
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property else text


_STYLES: dict[str, Callable[[tuple[Problem, ...], bool], str]] = {
    "text": _describe_text,
    "json": _describe_json,
    "github": _describe_github,
}
FORMATS = tuple(_STYLES)
"""How problems can be printed."""
