"""One annotated line → its words without tags, and the tags with their columns.

markdown-it with nothing but bracketed spans (mdit-py-plugins' `attrs`). Its inline tokens carry no
positions, so the span rule is wrapped to write down where each span began and ended.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_plugin

from ..model.place import Place
from ..problems import Problem
from .read_files import SourceFile

LEFTOVER = re.compile(r"\[[^\[\]]*\]\s*[{｛]|[{}｛｝]|[［【][^］】]*[］】]\s*[{｛]")
"""What looks like a tag and was not read as one. Official texts have no braces of their own."""
UNCLOSED = re.compile(r"\[(?=[^\]]*$)|(?<!\])\{(?=fact|problem|plan|achievement|numeral)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSpan:
    """A bracketed span: offsets in the clean line, columns (from 1) in the annotated line."""

    start: int
    end: int
    column: int
    attributes: str
    """As written between the braces."""
    attributes_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedLine:
    """A line of the annotated text, tags removed."""

    number: int
    """Line number in the file."""
    text: str
    columns: tuple[int, ...]
    """For each code point of `text`, and its end, the column in the annotated line."""
    spans: tuple[RawSpan, ...]


def structure_line(source: SourceFile, number: int) -> tuple[AnnotatedLine, list[Problem]]:
    """Take the tags out of one line; report whatever looks like a tag and is none."""
    written = source.lines[number - 1]
    state: dict[str, Any] = {}
    tokens: list[Any] = []
    _parser().inline.parse(written, _parser(), state, tokens)
    line = _collect(number, tokens, len(written))
    return line, _check_leftovers(source, line)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").use(attrs_plugin, spans=True, after=())
    rules = parser.inline.ruler.__rules__
    original = next(rule.fn for rule in rules if rule.name == "span")
    parser.inline.ruler.at("span", _record_positions(original))
    return parser


def _record_positions(original: Callable[..., bool]) -> Callable[..., bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        if state.src[start] != "[":
            return False
        label_end = state.md.helpers.parseLinkLabel(state, start, False)
        if not original(state, silent):
            return False
        if not silent:
            opening = next(token for token in state.tokens[first:] if token.type == "span_open")
            closing = state.tokens[-1]
            opening.meta = {"start": start}
            closing.meta = {
                "label_end": label_end,
                "end": state.pos,
                "attributes": state.src[label_end + 2 : state.pos - 1],
            }
        return True

    return rule


def _collect(number: int, tokens: list[Any], length: int) -> AnnotatedLine:
    text: list[str] = []
    columns: list[int] = []
    open_spans: list[tuple[int, int]] = []
    spans: list[RawSpan] = []
    cursor = 0
    for token in tokens:
        if token.type == "span_open":
            cursor = token.meta["start"] + 1
            open_spans.append((len(columns), cursor + 1))
        elif token.type == "span_close":
            start, column = open_spans.pop()
            meta = token.meta
            spans.append(
                RawSpan(
                    start=start,
                    end=len(columns),
                    column=column,
                    attributes=meta["attributes"],
                    attributes_column=meta["label_end"] + 3,
                )
            )
            cursor = meta["end"]
        else:
            text.append(token.content)
            columns.extend(range(cursor + 1, cursor + 1 + len(token.content)))
            cursor += len(token.content)
    columns.append(length + 1)
    return AnnotatedLine(
        number=number,
        text="".join(text),
        columns=tuple(columns),
        spans=tuple(sorted(spans, key=lambda s: s.start)),
    )


def _check_leftovers(source: SourceFile, line: AnnotatedLine) -> list[Problem]:
    problems = []
    taken = -1
    for match in sorted(
        [*LEFTOVER.finditer(line.text), *UNCLOSED.finditer(line.text)],
        key=lambda found: (found.start(), -found.end()),
    ):
        if match.start() < taken:
            continue
        taken = match.end()
        place = source.place(line.number, line.columns[match.start()], max(1, match.end() - match.start()))
        problems.append(_describe_leftover(place, match[0], line.text[match.start() :]))
    return problems


def _describe_leftover(place: Place, mark: str, rest: str) -> Problem:
    if "｛" in mark or "｝" in mark:
        hint = "花括号要用半角 { }：切到英文输入法再打一次。"
    elif mark == "[":
        hint = "这个方括号没有收：写成 [数字]{fact=指标标识}。"
    elif "[" not in mark:
        hint = "花括号前面要紧跟方括号：写成 [数字]{fact=指标标识}。"
    else:
        hint = "花括号里写成 键=值；值里有空格或点时加英文双引号。"
    return Problem(
        code="E301",
        place=place,
        found=f"「{rest[:24]}」",
        expected="[原文里的字]{键=值}，或者没有括号的原文",
        hint=hint,
    )
