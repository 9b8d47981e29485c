"""Prove links to the official page: the text fragment is looked up in the captured text."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from ..model.findings import Fact
from ..model.report import Report

DIRECTIVE = "#:~:text="
WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width forms as browsers compare them."""


def leads_to_fact(address: str, report: Report, fact: Fact) -> bool:
    """Tell whether the first place of the captured text that an address finds holds the fact.

    Where the official page's address is not known there must be none.
    """
    if not report.source_url:
        return not address
    base, mark, directive = address.partition(DIRECTIVE)
    if base != report.source_url or not mark:
        return False
    pattern = _read_directive(directive)
    match = pattern.search(_fold(report.body)) if pattern else None
    return (
        match is not None and match.start("words") <= fact.span.start and fact.span.end <= match.end("words")
    )


def _read_directive(directive: str) -> re.Pattern[str] | None:
    """Return `[prefix-,]start[,end][,-suffix]` as a pattern over the text."""
    parts = directive.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if len(parts) > 1 and parts[-1].startswith("-") else ""
    if not parts or len(parts) > 2 or not all(parts):
        return None
    words = ".*?".join(_say(part) for part in parts)
    before = rf"{_say(prefix)}\s*" if prefix else ""
    behind = rf"(?=\s*{_say(suffix)})" if suffix else ""
    return re.compile(rf"{before}(?P<words>{words}){behind}", re.DOTALL)


def _say(part: str) -> str:
    return re.escape(_fold(unquote(part)))


@lru_cache(maxsize=256)
def _fold(text: str) -> str:
    """Return text as browsers compare it, character for character."""
    return "".join(" " if char in "\n\t\u3000\u00a0" else char for char in text.translate(WIDE)).casefold()
