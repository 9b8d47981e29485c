"""The elements of web pages: which are seen, which begin a line, and the words between them."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

TEXT = "-text"
HIDDEN = frozenset(
    (
        "script", "style", "noscript", "template", "select", "button", "svg", "nav", "iframe", "object",
        "video", "audio", "canvas", "form", "textarea", "head",
    )
)  # fmt: skip
"""Elements whose words are no text of the page."""
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br", "title",
    )
)  # fmt: skip
"""Elements that begin and end a line."""
_BLANK = re.compile(r"[ \t\n\r\f\v\xa0\u2000-\u200a\u3000]+")
WIDE = "[\u3001-\u9fff\uff00-\uffef]"
"""Hanzi and their marks."""
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def is_shown(node: LexborNode) -> bool:
    """Tell whether readers see an element and what is in it."""
    attributes = node.attributes
    style = re.sub(r"\s", "", attributes.get("style") or "").lower()
    hidden = "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
    return node.tag not in HIDDEN and not (node.tag or "-").startswith(("-", "!")) and not hidden


def clean(words: str) -> str:
    """Return words as one line: blanks as one space, what nobody sees left out."""
    return _BLANK.sub(" ", _INVISIBLE.sub("", words)).strip()


def read_cell(cell: LexborNode) -> str:
    """Return the words of a table's cell in one line: breaks between Hanzi are nothing, others a space."""
    pieces: list[str] = []
    steps: list[tuple[LexborNode, bool]] = [(cell, True)]
    while steps:
        node, enters = steps.pop()
        if node.tag == TEXT:
            pieces.append(_BLANK.sub(" ", node.text_content or ""))
        elif enters and is_shown(node):
            pieces += ["\n"] * (node.tag in BLOCKS)
            steps.append((node, False))
            steps += [(child, True) for child in reversed(list(node.iter(include_text=True)))]
        elif not enters:
            pieces += ["\n"] * (node.tag in BLOCKS)
    words = re.sub(rf"(?<={WIDE})\s*\n\s*(?={WIDE})", "", "".join(pieces).strip())
    return clean(words)
