"""Errors of the YAML parser → problems with place and remedy."""

from __future__ import annotations

import re

import yaml

from ..model.place import Place
from ..problems import Problem
from .read_files import SourceFile

_TAB = ("制表符（Tab）", "缩进用空格", "把制表符换成空格，与同一层的其他行对齐。")
_SYMBOL = (
    "不能放在这里的符号",
    "以 % @ ` 等符号开头的值要加引号",
    '给整个值加英文双引号："…"。',
)
_COLON = ("一行里多出来的冒号", "一行一个「键: 值」", "值里有「: 」时，给整个值加英文双引号。")
_NO_COLON = (
    "这一行没有英文冒号",
    "「键: 值」，冒号是半角的，后面有一个空格",
    "在键的后面补上英文冒号和一个空格。",
)
_WIDE_COLON = ("全角冒号", "「键: 值」，冒号是半角的，后面有一个空格", "改成英文冒号，后面空一格。")
_QUOTE = (
    "没有成对的引号",
    "成对的引号",
    "检查标出的位置和上一行的引号，补上缺的一个，或者删掉多的一个；值里要用引号，写中文的“ ”。",
)
_BRACKET = ("没有收的方括号或花括号", "成对的括号", "在列表末尾补上 ]，在「{键: 值}」末尾补上 }。")
_INDENT = (
    "缩进与上下文不齐",
    "同一层的键左边对齐，下一层多两个空格",
    "检查这一行和上一行开头的空格数。",
)
_WIDE_SPACE = (
    "行首不是半角空格",
    "缩进用半角空格",
    "把行首标出的空格换成半角空格，与同一层的其他行对齐。",
)
_TIGHT_COLON = ("冒号后面没有空格", "「键: 值」，冒号后面有一个空格", "在冒号后面加一个空格。")
_NO_DASH = (
    "列表的一项，前面没有「- 」",
    "列表每项以「- 」开头，连字符后面有一个空格",
    "写成「- …」，与上一项对齐。",
)
_OTHER = ("读不懂的写法", "合法的 YAML", "")
WIDE_SPACE = re.compile(r"^[ \t]*([^\S \t]+)")
"""Blanks before a key that YAML takes for letters: U+3000 of Chinese input, U+00A0 of web pages."""
WIDE_COLON = re.compile(r"^\s*(?:(?:- )?[\"'“”A-Za-z0-9_.-]+|[^\s:：#-][^\s:：#]{0,40})\s*(：)")
TIGHT_COLON = re.compile(r"^\s*(?:- )?[A-Za-z_][A-Za-z0-9_-]*(:)(?=[^\s/])")
KEYED = re.compile(r"^\s*(?:- )?[^\s#:][^#]*:(?:\s|$)")
"""A line that YAML reads as a key, or a key and its value."""

_NO_COLON_SAID = "could not find expected ':'"
_TOO_DEEP_SAID = "exceeded maximum nesting depth"

Words = tuple[str, str, str]
"""What was found, what is expected, what to try."""


def create_syntax_problem(error: yaml.YAMLError, source: SourceFile, first_line: int) -> Problem:
    """Return the problem that stopped the reading; `first_line` is where the YAML starts in its file."""
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    mark = getattr(error, "problem_mark", None)
    if mark and _TOO_DEEP_SAID in said:  # a newer parser stops by itself, before the reader counts
        place = source.place(mark.line + first_line, mark.column + 1)
        return Problem(code="E204", place=place, found="嵌套得太深", expected="不超过三四层")
    if said.startswith((_NO_COLON_SAID, "found unexpected end of stream", "did not find expected ','")):
        mark = getattr(error, "context_mark", None) or mark
    line = min((mark.line if mark else 0) + first_line, len(source.lines))
    if (cause := find_cause(source, line, first_line)) is not None:
        place, (found, expected, hint) = cause
        return Problem(code="E201", place=place, found=found, expected=expected, hint=hint)
    place = source.place(line, mark.column + 1 if mark else 0)
    if _NO_COLON_SAID in said and "：" in place.excerpt:
        place = source.place(line, place.excerpt.index("：") + 1)
    found, expected, hint = _find_words(said, place)
    return Problem(code="E201", place=place, found=found, expected=expected, hint=hint)


def find_cause(source: SourceFile, line: int, first_line: int) -> tuple[Place, Words] | None:
    """Return the slip that made YAML take a key for text: on the line where it noticed, or on those right above.

    Text may go on over several lines, so that it is noticed only at the next proper key.
    """
    found = None
    for number in range(line, first_line - 1, -1):
        text = source.lines[number - 1]
        if slip := _find_slip(text):
            found = source.place(number, slip[0], slip[1]), slip[2]
        elif number < line and (KEYED.match(text) or text.startswith("#") or not text.strip()):
            break
    return found


def _find_slip(text: str) -> tuple[int, int, Words] | None:
    """Return column, length and words of a slip at the head of a line."""
    for pattern, words in ((WIDE_SPACE, _WIDE_SPACE), (WIDE_COLON, _WIDE_COLON), (TIGHT_COLON, _TIGHT_COLON)):
        if match := pattern.match(text):
            return match.start(1) + 1, len(match[1]), words
    return None


def _find_words(said: str, place: Place) -> Words:
    before, here = place.excerpt[: place.column - 1], place.excerpt[place.column - 1 : place.column]
    dash = re.match(r"\s+-?[A-Za-z0-9.\"-]+\s*$", place.excerpt) is not None
    quote = here in {'"', "'"} or (before.rstrip()[-1:] in {'"', "'"} and here != "")
    rows = (
        ("\t" in re.findall(r"^\s*", place.excerpt)[0] or here == "\t", _TAB),
        ("cannot start any token" in said, _SYMBOL),
        ("mapping values are not allowed" in said, _COLON if ": " in before else _INDENT),
        (_NO_COLON_SAID in said, _WIDE_COLON if here == "：" else _NO_DASH if dash else _NO_COLON),
        ("quoted scalar" in said or quote, _QUOTE),
        ("flow" in said, _BRACKET),
        ("did not find expected" in said or "block" in said, _INDENT),
    )
    return next((words for holds, words in rows if holds), _OTHER)
