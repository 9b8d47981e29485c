"""Prove links to the official page: the text fragment is looked up in the captured text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from urllib.parse import unquote

from ..model.findings import Fact
from ..model.report import Report

DIRECTIVE = "#:~:text="
SEEN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    ord(space): " " for space in "\n\t\u3000\u00a0"
}
"""Full-width forms and spaces as browsers compare them."""


def leads_to_fact(address: str, report: Report, fact: Fact) -> bool:
    """Tell whether the first place of the captured text that an address finds holds the fact.

    Where the official page's address is not known there must be none.
    """
    if not report.source_url:
        return not address
    base, mark, directive = address.partition(DIRECTIVE)
    if base != report.source_url or not mark:
        return False
    ends = report.display.line_ends
    found = _find_first(directive, _fold(_run_on(report.body, ends)))
    start, end = (at - bisect_left(ends, at) for at in (fact.span.start, fact.span.end))
    return found is not None and found[0] <= start and end <= found[1]


@lru_cache(maxsize=4096)  # a number's note stands on several pages
def _find_first(directive: str, text: str) -> tuple[int, int] | None:
    """Return from where to where the words of a directive stand the first time; `None` where they do not."""
    read = _read_directive(directive)
    if read is None:
        return None
    leading, pattern = read
    match = pattern.search(text, at) if (at := text.find(leading)) >= 0 else None
    return match.span("words") if match else None


@lru_cache(maxsize=8)
def _run_on(body: str, ends: tuple[int, ...]) -> str:
    """Return the text with its paragraphs in one line each, as a web page has them."""
    pieces, at = [], 0
    for end in ends:
        pieces.append(body[at:end])
        at = end + 1
    return "".join([*pieces, body[at:]])


def _read_directive(directive: str) -> tuple[str, re.Pattern[str]] | None:
    """Return `[prefix-,]start[,end][,-suffix]` as a pattern over the text, and the words with which it begins."""
    parts = directive.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if len(parts) > 1 and parts[-1].startswith("-") else ""
    if not parts or len(parts) > 2 or not all(parts):
        return None
    words = ".*?".join(_say(part) for part in parts)
    before = rf"{_say(prefix)}\s*" if prefix else ""
    behind = rf"(?=\s*{_say(suffix)})" if suffix else ""
    pattern = re.compile(rf"{before}(?P<words>{words}){behind}", re.DOTALL)
    return _fold(unquote(prefix or parts[0])), pattern


def _say(part: str) -> str:
    return re.escape(_fold(unquote(part)))


@lru_cache(maxsize=256)
def _fold(text: str) -> str:
    """Return text as browsers compare it, character for character."""
    return text.translate(SEEN).casefold()
