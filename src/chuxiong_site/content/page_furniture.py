"""Lines of a captured text that are no text of the report: page numbers, running heads, marks of a text file's format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－─]+\s*[0-9０-９]{1,3}\s*[-—–－─]+|第\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?|[·•]\s*[0-9]{1,3}\s*[·•])\s*"
)
BARE_NUMBER = re.compile(r"\s*([0-9]{1,3})\s*")
FEWEST = 3
"""Bare numbers are page numbers, and repeated lines running heads, from so many on."""
APART = 3
"""Lines between one page number and the next, at least."""
HEAD = 40
HASHES = re.compile(r"\s*(#{1,6}[ \u3000]+)(?=\S)")
BOLD = re.compile(r"\*\*(?=\S)[^*\n]{1,200}\*\*")
PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*\)")
"""A picture of a text file with marks."""
DELIMITERS = re.compile(r"\s*(?:\|\s*)?:?-{2,}:?\s*\|(?:\s*:?-{2,}:?\s*\|)*(?:\s*:?-{2,}:?\s*)?")
FENCES = 2
"""So many headings or rows of a table with marks make a text file one with marks."""

Found = tuple[int, int, int, str]
"""Index of the line, first and last offset in it, what it is."""


def find_furniture(lines: Sequence[str]) -> list[Found]:
    """Return the words of the lines that are left out for display, in order."""
    pages = [index for index, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line)]
    pages = sorted({*pages, *_find_bare_numbers(lines)})
    heads = _find_running_heads(lines, pages)
    found = [(index, 0, len(lines[index]), "page_number") for index in pages]
    found += [(index, 0, len(lines[index]), "running_head") for index in heads]
    return sorted([*found, *_find_markup(lines)])


def _find_bare_numbers(lines: Sequence[str]) -> list[int]:
    """Return lines of nothing but a number that count on, page by page."""
    numbers = [
        (index, int(match[1])) for index, line in enumerate(lines) if (match := BARE_NUMBER.fullmatch(line))
    ]
    best: list[int] = []
    run: list[tuple[int, int]] = []
    for index, value in numbers:
        if run and (value != run[-1][1] + 1 or index - run[-1][0] < APART):
            run = []
        run.append((index, value))
        if len(run) > len(best):
            best = [at for at, _ in run]
    return best if len(best) >= FEWEST else []


def _find_running_heads(lines: Sequence[str], pages: Sequence[int]) -> list[int]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    order = {index: place for place, index in enumerate(filled)}
    beside = {
        filled[place]
        for page in pages
        for place in (order[page] - 1, order[page] + 1)
        if 0 <= place < len(filled) and filled[place] not in pages
    }
    counts = Counter(
        words
        for index in beside
        if len(words := lines[index].strip()) <= HEAD and words[-1] not in "。！？；"
    )
    return [index for index in sorted(beside) if counts[lines[index].strip()] >= FEWEST]


def _find_markup(lines: Sequence[str]) -> Iterator[Found]:
    for index, line in enumerate(lines):
        for picture in PICTURE.finditer(line):
            yield index, picture.start(), picture.end(), "markup"
    marked = sum(bool(HASHES.match(line) or DELIMITERS.fullmatch(line)) for line in lines)
    if marked < FENCES:
        return
    for index, line in enumerate(lines):
        if DELIMITERS.fullmatch(line):
            yield index, 0, len(line), "markup"
            continue
        if match := HASHES.match(line):
            yield index, match.start(1), match.end(1), "markup"
        for bold in BOLD.finditer(line):
            yield index, bold.start(), bold.start() + 2, "markup"
            yield index, bold.end() - 2, bold.end(), "markup"
