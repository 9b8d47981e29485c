"""The lines round the title of a raw text: without the blanks that spread them, dates and organs told from others."""

from __future__ import annotations

import re

MARKUP = re.compile(r"^\s*#{1,6}\s+|\*\*|__")
"""Marks of Markdown."""
DIGIT = "[0-9０-９〇○零一二三四五六七八九]"
DAY = rf"{DIGIT}{{4}}年[0-9０-９一二三四五六七八九十]{{1,3}}月[0-9０-９一二三四五六七八九十]{{1,3}}日"
ONLY_DATE = re.compile(rf"[（(]?(?:{DAY}|{DIGIT}{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}})[）)]?")
ORGANS = "人民政府|办公厅|办公室|委员会|统计局|调查总?队|管理局|监督局|保障局|[局厅部院署处]|政府"
ORGAN = re.compile(rf"[一-鿿、（）()]{{2,30}}(?:{ORGANS})")
_BLANK = re.compile(r"\s+")


def compact(line: str) -> str:
    """Return a line without blanks and marks of Markdown: 年 度 报 告 → 年度报告."""
    return _BLANK.sub("", MARKUP.sub("", line))


def is_under_title(line: str) -> bool:
    """Tell whether a line is nothing but a date, or organs: it stands under a title and is none."""
    tokens = line.split()
    return ONLY_DATE.fullmatch(compact(line)) is not None or (
        bool(tokens) and all(ORGAN.fullmatch(token) for token in tokens)
    )
