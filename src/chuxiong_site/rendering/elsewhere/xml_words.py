"""Words as they stand in XML. The standard library's `saxutils` does the same, and imports its whole network side for it."""

from __future__ import annotations

import html


def escape_words(words: str) -> str:
    """Return words for between two tags."""
    return html.escape(words, quote=False)


def quote_value(value: str) -> str:
    """Return the value of an attribute, in its quotation marks."""
    return f'"{html.escape(value)}"'
