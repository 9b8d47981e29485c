"""One annotated line → its words without tags, and the tags with their columns.

markdown-it with nothing but bracketed spans (mdit-py-plugins' `attrs`). Its inline tokens carry no
positions, so the span rule is wrapped to write down where each span began and ended.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from ..memory import remember
from ..model.records import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


ATTRIBUTES = re.compile(r'\{[^{}"]*(?:"[^{}"]*"[^{}"]*)*\}')
BARE = re.compile(r"(?<=[\s{])fact(?=[\s}])")
HANZI = re.compile("[\u3400-\u9fff]")


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


@remember
def structure_line(written: str, number: int) -> AnnotatedLine:
    """Take the tags out of one line; what looks like a tag and is none stays in the text."""
    state: dict[str, Any] = {}
    tokens: list[Any] = []
    _parser().inline.parse(written, _parser(), state, tokens)
    return _collect(number, tokens, len(written))


@cache
def _parser() -> MarkdownIt:
    # Imported only for a line that no earlier run has read.
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin

    parser = MarkdownIt("zero").use(attrs_plugin, spans=True, after=())
    rules = parser.inline.ruler.__rules__
    original = next(rule.fn for rule in rules if rule.name == "span")
    parser.inline.ruler.at("span", _record_positions(original))
    return parser


def _mask(text: str, start: int) -> str:
    """Return the text as the plugin can read it, no longer and no shorter: it knows neither `{fact}` nor bare Hanzi."""
    match = ATTRIBUTES.match(text, start)
    if match is None:
        return text
    return (
        text[:start]
        + BARE.sub(lambda bare: "." + "x" * (len(bare[0]) - 1), HANZI.sub("x", match[0]))
        + text[match.end() :]
    )


def _record_positions(original: Callable[..., bool]) -> Callable[..., bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        if state.src[start] != "[":
            return False
        label_end = state.md.helpers.parseLinkLabel(state, start, False)
        written = state.src
        state.src = _mask(written, label_end + 1)
        found = original(state, silent)
        state.src = written
        if not found:
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
