"""What libyaml says of a broken file → what staff can do about it, and where."""

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
_QUOTE = ("没有成对的引号", "成对的引号", "检查标出的位置和上一行的引号，补上缺的一个，或者删掉多的一个。")
_BRACKET = ("没有收的方括号或花括号", "成对的括号", "在列表末尾补上 ]，在「{键: 值}」末尾补上 }。")
_INDENT = (
    "缩进与上下文不齐",
    "同一层的键左边对齐，下一层多两个空格",
    "检查这一行和上一行开头的空格数。",
)
_OTHER = ("读不懂的写法", "合法的 YAML", "")

_NO_COLON_SAID = "could not find expected ':'"

Words = tuple[str, str, str]
"""What was found, what is expected, what to try."""


def describe_syntax(error: yaml.YAMLError, source: SourceFile, first_line: int) -> Problem:
    """Return the problem that stopped the reading; `first_line` is where the YAML starts in its file."""
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    mark = getattr(error, "problem_mark", None)
    if said.startswith((_NO_COLON_SAID, "found unexpected end of stream", "did not find expected ','")):
        mark = getattr(error, "context_mark", None) or mark
    line = min((mark.line if mark else 0) + first_line, len(source.lines))
    place = source.place(line, mark.column + 1 if mark else 0)
    if _NO_COLON_SAID in said and "：" in place.excerpt:
        place = source.place(line, place.excerpt.index("：") + 1)
    found, expected, hint = _find_words(said, place)
    return Problem(code="E201", place=place, found=found, expected=expected, hint=hint)


def _find_words(said: str, place: Place) -> Words:
    before, here = place.excerpt[: place.column - 1], place.excerpt[place.column - 1 : place.column]
    quote = here in {'"', "'"} or (before.rstrip()[-1:] in {'"', "'"} and here != "")
    rows = (
        ("\t" in re.findall(r"^\s*", place.excerpt)[0] or here == "\t", _TAB),
        ("cannot start any token" in said, _SYMBOL),
        ("mapping values are not allowed" in said, _COLON if ": " in before else _INDENT),
        (_NO_COLON_SAID in said, _WIDE_COLON if here == "：" else _NO_COLON),
        ("quoted scalar" in said or quote, _QUOTE),
        ("flow" in said, _BRACKET),
        ("did not find expected" in said or "block" in said, _INDENT),
    )
    return next((words for holds, words in rows if holds), _OTHER)
