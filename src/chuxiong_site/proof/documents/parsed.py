"""A page of a site as a tree of elements, for checks that look at a few places of it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from ...model.site import Site, read_artifact


def parse_page(files: Site, path: str) -> LexborHTMLParser:
    """Return the tree of a page; bytes that are no UTF-8 become replacement marks."""
    return LexborHTMLParser(read_artifact(files, path).decode("utf-8", "replace"))
