"""Are the addresses that staff write addresses? They become links, so nothing else may stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model.place import Place
from ..model.project import Path
from ..problems import Problem

WEB = re.compile(r"https?://[^\s/<>\"']+(/[^\s<>\"']*)?")
MARKS = r"\s@<>\"'“”‘’「」，。；："
MAIL = re.compile(rf"[^{MARKS}]+@[^{MARKS}]+\.[^{MARKS}]+")
WEB_WORDS = (
    "网址",
    "以 https:// 或 http:// 开头的网址，没有空格和引号",
    "从浏览器的地址栏整个抄来；没有就留空。",
)
RULES = {
    "base_url": (WEB, *WEB_WORDS),
    "repository": (WEB, *WEB_WORDS),
    "source_url": (WEB, *WEB_WORDS),
    "contact": (MAIL, "邮箱", "邮箱，例如 name@example.org", "两头不要引号；没有邮箱就留空。"),
}
"""Key → pattern, what it is, what it has to look like, what to do."""


def check_addresses(values: Mapping[str, object], places: Mapping[Path, Place]) -> list[Problem]:
    """Report every address of a file that is filled in and is none."""
    return [
        Problem(
            code="E218",
            place=places[(key,)],
            found=f"「{value}」不像{kind}",
            expected=expected,
            hint=hint,
        )
        for key, (pattern, kind, expected, hint) in RULES.items()
        if isinstance(value := values.get(key), str) and value and not pattern.fullmatch(value.strip())
    ]
