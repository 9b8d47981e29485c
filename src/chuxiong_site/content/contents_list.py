"""The list of contents that some texts print before they begin: its lines are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEAD = re.compile(r"(?:^|\s)目\s*[录次]\s*$")
FEWEST = 3
"""A list has so many entries."""
PROSE = 50
"""A line as long as this, with a 。, is text."""
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_BEFORE = f"0123456789.．…·{_BLANKS}"
_BEHIND = f"{_BEFORE}—-"


def find_contents_list(lines: Sequence[str]) -> range:
    """Return the indices of the entries: from 目录 to where the first of them comes again, or text begins."""
    head = next((index for index, line in enumerate(lines[:200]) if HEAD.search(line)), None)
    if head is None:
        return range(0)
    seen: set[str] = set()
    for index in range(head + 1, len(lines)):
        entry = read_entry(lines[index])
        if entry in seen or (len(entry) >= PROSE and "。" in entry):
            return range(head, index) if len(seen) >= FEWEST else range(0)
        seen |= {entry} - {""}
    return range(0)


def read_entry(line: str) -> str:
    """Return the words of an entry, and of the heading that it names: without page numbers and dots."""
    return line.lstrip(_BEFORE).rstrip(_BEHIND)
