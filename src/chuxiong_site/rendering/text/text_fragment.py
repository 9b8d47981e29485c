"""The text fragment of an address, which makes a browser show a number in the official page.

It holds the whole clause around the number in the page's own characters, and what stands beside it where the same
clause comes earlier too (WICG, URL Fragment Text Directives). Browsers look for whole words, and each cuts Chinese
into words in its own way; all agree that punctuation parts them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from ...model.place import Span
from ...model.report import Report

MARK = re.compile(r"(?<![0-9A-Za-z])[^\w%‰]+|[^\w%‰]+(?![0-9A-Za-z])")
"""Punctuation and spaces that part clauses; what stands between two digits or Latin letters parts none."""

WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "\n\t\u3000\u00a0"), " "
)
"""Full-width forms and white space as browsers compare them."""


def describe_text_fragment(page: str, span: Span) -> str:
    """Return `:~:text=…` for a span of a page's text, a line of it a block of the page."""
    clause, line = _find_clause(page, span), _find_line(page, span)
    clause, before, after = next(
        (
            (words, before, after)
            for words in (clause, line)
            for before, after in _widen(page, words)
            if _is_first(page, words, before, after)
        ),
        (clause, "", ""),
    )
    parts = (
        f"{_encode(before)}-," if before else "",
        _encode(clause.of(page)),
        f",-{_encode(after)}" if after else "",
    )
    return ":~:text=" + "".join(parts)


def join_lines(report: Report, span: Span) -> tuple[str, Span]:
    """Return the body as its official page has it, without the line ends inside paragraphs, and where a span stands there."""
    ends = report.display.line_ends
    if not ends:
        return report.body, span
    text = _join(report.body, ends)
    before = (bisect_left(ends, at) for at in (span.start, span.end))
    start, end = (at - skipped for at, skipped in zip((span.start, span.end), before, strict=True))
    return text, Span(start=start, end=end)


@lru_cache(maxsize=8)
def _join(body: str, ends: tuple[int, ...]) -> str:
    left_out = set(ends)
    return "".join(char for at, char in enumerate(body) if at not in left_out)


def _find_clause(page: str, span: Span) -> Span:
    """Return the span and what stands around it up to the nearest marks."""
    line = page.rfind("\n", 0, span.start) + 1
    before = (mark.end() for mark in MARK.finditer(page, line, span.end) if mark.end() <= span.start)
    behind = MARK.search(page, span.end)
    return Span(start=max(before, default=line), end=behind.start() if behind else len(page))


def _find_line(page: str, span: Span) -> Span:
    """Return the whole line: for a clause of a line that comes word for word before."""
    end = page.find("\n", span.end)
    return Span(start=page.rfind("\n", 0, span.start) + 1, end=len(page) if end < 0 else end)


def _widen(page: str, clause: Span) -> Iterator[tuple[str, str]]:
    """Yield what stands beside the clause: nothing, then more and more before it, then more and more behind as well.

    What stands before lies in one block, and so does what stands behind: browsers look for each as one text.
    """
    block = page[: clause.start].rstrip().rfind("\n") + 1
    starts = [block, *(mark.end() for mark in MARK.finditer(page, block, clause.start))]
    yield "", ""
    for start in reversed(starts):
        yield page[start : clause.start].strip(), ""
    for later in (mark.start() for mark in MARK.finditer(page, clause.end)):
        if "\n" in page[clause.end : later].strip():
            break
        yield page[block : clause.start].strip(), page[clause.end : later].strip()


def _is_first(page: str, clause: Span, before: str, after: str) -> bool:
    """Tell whether browsers, which go to the first place they find, go to the clause; blanks beside it may be any."""
    if not before and not after:
        return _fold(page).find(_fold(clause.of(page))) == clause.start
    prefix = rf"{re.escape(_fold(before))}\s*" if before else ""
    suffix = rf"(?=\s*{re.escape(_fold(after))})" if after else ""
    match = re.search(f"{prefix}(?P<words>{re.escape(_fold(clause.of(page)))}){suffix}", _fold(page))
    return match is not None and match.start("words") == clause.start


@lru_cache(maxsize=64)
def _fold(text: str) -> str:
    """Return the text as browsers compare it, as long as before: without width and case, spaces alike."""
    return text.translate(WIDE).lower()


def _encode(words: str) -> str:
    """Encode all marks that mean something in a text fragment: the hyphen too."""
    return quote(words, safe="").replace("-", "%2D")
