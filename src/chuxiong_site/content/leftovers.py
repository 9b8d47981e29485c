"""What looks like a tag and was not read as one? A number behind it would be lost."""

from __future__ import annotations

import re

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
ATTRIBUTES = re.compile(r'[a-z]+=(?:"[^"]*"|[\w.:-]+)(?: +[a-z]+=(?:"[^"]*"|[\w.:-]+))*', re.ASCII)


def check_leftovers(source: SourceFile, line: AnnotatedLine) -> list[Problem]:
    """Report every piece of a line that was meant as a tag."""
    problems = []
    for match in LEFTOVER.finditer(line.text):
        first, last = line.columns[match.start()], line.columns[match.end() - 1]
        problems.append(
            Problem(
                code="E301",
                place=source.place(line.number, first, last + 1 - first),
                found=f"「{match[0]}」没有读成标记",
                expected="[原文里的字]{键=值}，或者没有括号的原文",
                hint=_describe_mistake(match),
            )
        )
    return problems


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
    )
    mistake = next((text for holds, text in rows if holds), "")
    return f"{mistake}写成 {_write_right(match['inner'] or '数字', attributes)}。"


def _write_right(inner: str, attributes: str) -> str:
    attributes = re.sub("[“”]", '"', attributes).strip(" .:")
    if re.fullmatch("[a-z][a-z0-9-]*", attributes):
        attributes = f"fact={attributes}"
    return f"[{inner}]{{{attributes if ATTRIBUTES.fullmatch(attributes) else 'fact=指标标识'}}}"
