"""Words as they stand in Markdown."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"[\\`*_\[\]<&~|$]")
"""What begins something in the middle of a line: emphasis, code, links, tags, entities, cells, formulas."""


def escape_markdown(words: str) -> str:
    """Return words that no reader of Markdown takes for marks; they are not to begin a line."""
    return SPECIAL.sub(r"\\\g<0>", words)
