"""Where a raw text has its title, and where its own words begin."""

from __future__ import annotations

import re

from ..model.records import dataclass
from .head_lines import MARKUP, compact, is_under_title

PART = re.compile(r"^\s*(?:[一二三四五六七八九十]+[、．]|第[一二三四五六七八九十]+[章节编篇])")
"""How the first heading of a text begins."""
PROSE = 50
"""A line as long as this with a full stop is text, not a title."""
WRAPPED = 15
"""So is a shorter one with a comma in it: a line of a text that is broken at the width of a page."""
MENU = 5
"""Characters of the words of a menu, at most."""
LONGEST = 60
"""Characters of a title, blanks left out."""
TITLE = re.compile(
    r"(?:报告|公报|情况|总结|年报|要点|意见|通知|方案|白皮书|综述|概况)(?:[（(〔\[［][^）)〕\]］]{1,20}[）)〕\]］])?$"
)
"""How titles end."""
NOT_A_TITLE = re.compile(
    r"[:：|>»，。；！？\t]|^\s*[(（【]|^\s*[0-9]{1,3}[\s.、．]|^各位|记者|[摄图]$|^第[一二三四五六七八九十]+[章节]|^\s*[图表]\s*[0-9一二三四五六七八九十]"
)
"""Fields, paths, prose, entries of a list of contents, salutations, credits."""
SALUTATION = re.compile(r"^\s*(?:各位|尊敬的|主任|同志们)[^。]{0,40}[:：!！]\s*$")
FIELD = re.compile(r"^[^，。]{1,12}[:：|]|[|>»]")
"""How lines of the page around the text look: fields of the disclosure, paths."""
RUN_ON = re.compile(r"^(?:关于|的|年|和|及|与|暨)|^(?:工作|情况)?报告$")
"""How the second line of a title begins."""
OPEN = re.compile(r"(?:关于|年度?|的|和|及|与|暨|、)$")
"""How the first of two lines ends."""
WHOLE = re.compile(
    r"^\s*(?P<title>[^，。；]{2,40}?(?:报告|公报))(?=\s*(?:[-—]{2}|[（(]|各位|[0-9０-９]{4}年)|\s{2})"
)
"""The title at the beginning of a text that is all one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTitle:
    """A title; `words` are empty when no line surely is one."""

    first: int
    """Index of the line where the report's own words begin."""
    last: int
    """Of the last line of the title."""
    words: str


def find_title(lines: list[str], stated: str = "") -> FoundTitle | None:
    """Return the title: the last line before the text that repeats the stated one or looks like one; `None` without words."""
    if not any(line.strip() for line in lines):
        return None
    text = find_text(lines)
    first = len(lines) if text is None else text
    before = [index for index in range(first) if lines[index].strip()]
    named = [index for index in before if stated and compact(lines[index]) == compact(stated)]
    marked = [index for index in before if lines[index].lstrip().startswith("# ")]
    looks = [index for index in before if looks_like_title(lines[index])]
    found = [*marked[:1], *sorted({*named, *looks})[-1:]]
    if found:
        return _join_lines(lines, before, found[0])
    plain = [index for index in before if not NOT_A_TITLE.search(lines[index])]
    if plain:
        return _found(([index for index in plain if _is_long(lines[index])] or plain)[0], "")
    if text is None:
        return _found(before[0], "")
    whole = WHOLE.match(lines[text])
    return _found(text, compact(whole["title"]) if whole else "")


def find_text(lines: list[str]) -> int | None:
    """Return the index of the first line that is surely text: prose, a heading, a salutation."""
    return next((index for index, line in enumerate(lines) if _is_text(line)), None)


def _found(index: int, words: str) -> FoundTitle:
    return FoundTitle(first=index, last=index, words=words)


def _join_lines(lines: list[str], before: list[int], index: int) -> FoundTitle:
    """Return a title with the line before it where one goes on in the other."""
    words = compact(lines[index])
    earlier = before.index(index) - 1
    other = lines[before[earlier]] if earlier >= 0 else ""
    above = compact(other)
    goes_on = bool(RUN_ON.search(words) or OPEN.search(above)) and len(words + above) <= LONGEST
    if not above or NOT_A_TITLE.search(other) or TITLE.search(above) or not goes_on:
        return _found(index, words)
    return FoundTitle(first=before[earlier], last=index, words=above + words)


def _is_long(line: str) -> bool:
    """Tell whether a line is longer than the words of a menu, and no date and no organ."""
    return len(compact(line)) > MENU and not is_under_title(line)


def looks_like_title(line: str) -> bool:
    """Tell whether a line ends as titles do and has nothing that they do not have."""
    words = compact(line)
    return len(words) <= LONGEST and TITLE.search(words) is not None and NOT_A_TITLE.search(line) is None


def _is_text(line: str) -> bool:
    long = len(line.strip()) >= PROSE and "。" in line
    wrapped = len(line.strip()) >= WRAPPED and "，" in line and FIELD.search(line) is None
    return (
        long or wrapped or PART.match(MARKUP.sub("", line)) is not None or SALUTATION.match(line) is not None
    )
