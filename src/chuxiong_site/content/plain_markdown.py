"""An annotated copy, or any Markdown text, without its front matter and tags; every character knows where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)")
_TAG = re.compile(r"\]\{[^{}\n]*\}")


def strip_markdown(text: str) -> tuple[str, Sequence[int]]:
    """Return the plain text, and for each of its characters, and its end, the offset in `text`."""
    head = _FRONT_MATTER.match(text)
    start = head.end() if head else 0
    dropped = {
        offset for match in _TAG.finditer(text, start) for offset in range(match.start(), match.end())
    } | _find_openings(text, start)
    kept = [offset for offset in range(start, len(text)) if offset not in dropped]
    return "".join(text[offset] for offset in kept), (*kept, len(text))


def _find_openings(text: str, start: int) -> set[int]:
    """Return the offset of the bracket that each tag closes; brackets of tags may stand in one another."""
    tags = {match.start() for match in _TAG.finditer(text, start)}
    openings: set[int] = set()
    stack: list[int] = []
    for match in re.finditer(r"[\[\]\n]", text[start:]):
        offset = start + match.start()
        if match[0] == "\n":
            stack.clear()
        elif match[0] == "[":
            stack.append(offset)
        elif stack:
            opening = stack.pop()
            openings |= {opening} if offset in tags else set()
    return openings
