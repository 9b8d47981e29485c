"""Find what looks like a tag and was not read as one; a number behind it would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..problems import Problem
from .read_files import SourceFile
from .spans import AnnotatedLine

LEFTOVER = re.compile(
    r"(?P<words>[\[［【](?P<inner>[^\[\]［］【】{}｛｝]{0,80}?)(?P<closed>[\]］】])?|[\]］】])?"
    r"(?P<gap>\s*)(?P<brace>[{｛])(?P<attributes>[\w \"“”'＝=.:\-]*)(?P<end>[}｝])?"
    r"|(?P<alone>[}｝])|(?P<open>\[)(?=[^\]]*$)",
    re.ASCII,
)
"""Words in brackets and attributes in braces, one of them missing or misspelt. Official texts have no braces."""
TOO_SHORT = re.compile(r"\[([^\[\]{}]{1,40})\]([^\[\]{}，。；、,;\s]{1,6})$")
"""A bracket that was closed before the measure word."""
ATTRIBUTES = re.compile(r'fact|[a-z]+=(?:"[^"]*"|[\w.:-]+)(?: +[a-z]+=(?:"[^"]*"|[\w.:-]+))*', re.ASCII)


def check_leftovers(source: SourceFile, line: AnnotatedLine) -> list[Problem]:
    """Report every piece of a line that was meant as a tag."""
    problems = []
    for match in LEFTOVER.finditer(line.text):
        short = (
            None if match["words"] or not match["brace"] else TOO_SHORT.search(line.text, 0, match.start())
        )
        first, last = line.columns[(short or match).start()], line.columns[match.end() - 1]
        problems.append(
            Problem(
                code="E301",
                place=source.place(line.number, first, last + 1 - first),
                found=f"「{match[0]}」没有读成标记",
                expected="[原文里的字]{键=值}，或者没有括号的原文",
                hint=_describe_mistake(match) if short is None else _describe_short(match, short),
            )
        )
    return problems


def drop_official(
    problems: Iterable[Problem], lines: Iterable[AnnotatedLine], official: Iterable[str]
) -> list[Problem]:
    """Return the problems without those about lines that the official text has just so: its brackets are no tags."""
    known = set(official)
    same = {line.number for line in lines if line.text in known}
    return [problem for problem in problems if problem.code != "E301" or problem.place.line not in same]


def _describe_short(match: re.Match[str], short: re.Match[str]) -> str:
    """Return the tag with the words that were left between bracket and brace."""
    right = _write_right(short[1] + short[2], match["attributes"].replace("＝", "="))
    return f"] 和 {{ 之间不能有字，量词也在方括号里：写成 {right}。"


def _describe_mistake(match: re.Match[str]) -> str:
    """Name the first thing wrong, and the tag written right where that can be known."""
    if match["alone"]:
        return "花括号前面要紧跟方括号：写成 [数字]{fact=指标标识}。"
    if match["open"]:
        return "这个方括号没有收：写成 [数字]{fact=指标标识}；不是标记就删掉它。"
    words, attributes = match["words"] or "", match["attributes"].replace("＝", "=")
    rows = (
        (not words or words in "]］】", "前面少了开头的 [，"),
        (not {*"［］【】"}.isdisjoint(words), "方括号要用半角 [ ]，"),
        (not match["closed"], "花括号前面少了 ]，"),
        (match["brace"] == "｛" or match["end"] == "｝", "花括号要用半角 { }，"),
        (match["gap"] != "", "] 和 { 之间不能有空格，"),
        ("＝" in match["attributes"], "等号要用半角 =，"),
        ("“" in attributes or "”" in attributes, "引号要用英文的，"),
        (not match["end"], "花括号没有收，"),
        (re.match(r"\w+\s*:", attributes), "等号写成了冒号，"),
        (re.match(r"\w+(?: +=|= )", attributes), "等号两边不要空格，"),
        (re.fullmatch(r"\w+=[\w-]+(?: +[\w-]+)+", attributes), "几个标识要用英文双引号括起来，"),
    )
    mistake = next((text for holds, text in rows if holds), "")
    return f"{mistake}写成 {_write_right(match['inner'] or '数字', attributes)}。"


def _write_right(inner: str, attributes: str) -> str:
    attributes = re.sub("[“”]", '"', attributes).strip(" .:")
    attributes = re.sub(r"^(\w+)\s*[=:]\s*", r"\1=", attributes)
    if re.fullmatch("(?!fact$)[a-z][a-z0-9-]*", attributes):
        attributes = f"fact={attributes}"
    if match := re.fullmatch("fact=([a-z0-9-]+(?: +[a-z0-9-]+)+)", attributes):
        attributes = f'fact="{match[1]}"'
    return f"[{inner}]{{{attributes if ATTRIBUTES.fullmatch(attributes) else 'fact=指标标识'}}}"
