"""Words as they stand in Markdown."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"[\\`*_\[\]<&~|$]")
"""What begins something in the middle of a line: emphasis, code, links, tags, entities, cells, formulas."""
BEGINNING = re.compile(r"#(?=#{0,5}(?:\s|$))|[-+](?=\s|$)|>|-(?=[-\s]*$)")
"""What begins a heading, a list, a quotation or a rule at the beginning of a line."""
ORDINAL = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
"""What begins a numbered list there."""
CLOSING = re.compile(r"(?<=\s)(?=#+\s*$)")
"""Before the marks that would end a heading, and not be seen."""


def escape_markdown(words: str) -> str:
    """Return words that no reader of Markdown takes for marks, in the middle of a line or as all of it."""
    escaped = CLOSING.sub(r"\\", SPECIAL.sub(r"\\\g<0>", words))
    if ORDINAL.match(escaped):
        return ORDINAL.sub(r"\1\\\2", escaped, count=1)
    return f"\\{escaped}" if BEGINNING.match(escaped) else escaped
