"""A saved web page → the readable lines of its text, what is missing between them, and the page's address."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from ..model.raw_report import Missing
from ..model.records import dataclass
from .addresses import find_fault
from .page_article import choose_lines
from .page_lines import PageLine, list_lines

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_SAVED = re.compile(r"<!-- saved from url=(?:\(\d+\))?(\S+?) ?-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What a saved page says."""

    text: str
    """Its readable lines, each with its line end."""
    missing: tuple[Missing, ...]
    address: str
    """Where the page stands; empty when the file does not say."""


def find_charset(data: bytes) -> str:
    """Return the encoding that a page declares, or an empty string."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def read_page(html: str) -> PageText:
    """Return the text of a page: without menus, scripts and the foot, the fields of its head before its title."""
    tree = LexborHTMLParser(html)
    lines = choose_lines(list_lines(tree.root)) if tree.root is not None else []
    words = [line.text for line in lines if line.missing is None]
    return PageText(
        text="".join(f"{line}\n" for line in words),
        missing=_list_missing(lines),
        address=_find_address(html, tree),
    )


def _list_missing(lines: list[PageLine]) -> tuple[Missing, ...]:
    found, before = [], 0
    for line in lines:
        if line.missing is None:
            before += 1
        else:
            found.append(Missing(kind=line.missing, words=line.text, after_line=before))
    return tuple(found)


def _find_address(html: str, tree: LexborHTMLParser) -> str:
    """Return the address that the browser wrote down, else the one that the page gives itself."""
    saved = _SAVED.search(html[:2000])
    named = [
        node.attributes.get(name) or ""
        for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content"))
        for node in tree.css(selector)
    ]
    found = [*([saved[1]] if saved else []), *named]
    return next((address for address in found if not find_fault("source_url", address)), "")
