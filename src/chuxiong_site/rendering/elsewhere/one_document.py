"""Several pages → parts of one document: unique anchors, lower headings, no scripts, every link turned inwards.

A link that leads to nothing in the document leads to the site where its address is known. Else only its words stay,
and not even those where they name a file that is not there.
"""

from __future__ import annotations

import html as entities
import posixpath
import re
from collections.abc import Container, Mapping
from dataclasses import field
from urllib.parse import quote, unquote

from ...model import addresses
from ...model.records import dataclass

SCRIPT = re.compile(r"<(script|template)\b.*?</\1>", re.DOTALL)
HEADING = re.compile(r"(</?h)([1-5])\b")
ANCHOR = re.compile(r'\bid="([^"]*)"')
REFERENCE = re.compile(r'\b(id|for|aria-[a-z]+|href)="(#?)([^"]*)"')
LINK = re.compile(r'<a\b([^>]*?) href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
DEAD, DEAD_FILE, END = "\x02", "\x03", "\x04"
"""Marks around the words of links that lead nowhere, which no page can hold; none is left in the end."""
DEAD_PARAGRAPH = re.compile(rf"(?<!\s)\s*<p[^>]*>\s*(?:[{DEAD}{DEAD_FILE}][^{END}]*{END}\s*)+</p>")
"""A paragraph of nothing but dead links. `\\s` is every blank, the ideographic space too: one way to read each."""
DEAD_LIST = re.compile(
    rf"(?<!\s)\s*<(p|span)\b[^>]*>[^<{DEAD}{DEAD_FILE}]*：\s*(?:{DEAD_FILE}[^{END}]*{END}\s*)+</\1>"
)
"""Words that only lead to files, 下载：, with the files that are not there."""
DEAD_WORDS = re.compile(rf"(?<!\s)\s*{DEAD_FILE}[^{END}]*{END}")
PAGE = ".html"
OUTWARD = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page's main part."""

    name: str
    path: str
    """Where the page stands in the site: its links start there."""
    html: str
    main: bool = False
    """The one whose heading is the document's."""


@dataclass(slots=True, kw_only=True)
class Part:
    """A part of the document."""

    anchor: str
    path: str
    html: str
    renamed: dict[str, str] = field(default_factory=dict)
    """Anchors of the page that another part had before."""


def join_documents(sources: tuple[Source, ...], places: Mapping[str, str], base_url: str) -> tuple[Part, ...]:
    """Return the parts of the document. `places` maps pages that are not among them to their anchors."""
    taken: set[str] = set()
    parts = tuple(_join_source(source, taken) for source in sources)
    resolver = _LinkResolver(
        pages={part.path: part for part in parts}, places=places, anchors=taken, base_url=base_url
    )
    for part in parts:
        part.html = _drop_dead(resolver.resolve_links(part))
    return parts


def _drop_dead(html: str) -> str:
    """Return the HTML without links that lead nowhere: words that say something by themselves stay."""
    if DEAD in html or DEAD_FILE in html:
        html = DEAD_PARAGRAPH.sub("", html)
    if DEAD_FILE in html:
        html = DEAD_WORDS.sub("", DEAD_LIST.sub("", html))
    return html.replace(DEAD, "").replace(END, "")


def _join_source(source: Source, taken: set[str]) -> Part:
    *before, last = SCRIPT.split(source.html)[::2]
    html = "".join(text.rstrip() for text in before) + last
    if not source.main:
        html = HEADING.sub(_lower, html)
    own = {entities.unescape(id) for id in ANCHOR.findall(html)}  # noqa: A001
    renamed = {id: f"{id}-{source.name}" for id in sorted(own & taken)}  # noqa: A001
    if renamed:
        html = REFERENCE.sub(lambda match: _rename(match, renamed), html)
    taken |= {renamed.get(id, id) for id in own}  # noqa: A001
    return Part(anchor=f"_part-{source.name}", path=source.path, html=html, renamed=renamed)


def _lower(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 1}"


def _rename(match: re.Match[str], renamed: Mapping[str, str]) -> str:
    name, mark, value = match.groups()
    if (name == "href") != bool(mark):
        return match[0]
    words = " ".join(renamed.get(word, word) for word in value.split(" "))
    return f'{name}="{mark}{words}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class _LinkResolver:
    """Turns each link of a page into one inside the document, or to the site."""

    pages: Mapping[str, Part]
    places: Mapping[str, str]
    anchors: Container[str]
    base_url: str

    def resolve_links(self, part: Part) -> str:
        """Return the part's HTML with its links turned."""
        return LINK.sub(lambda match: self._resolve(match, part), part.html)

    def _resolve(self, match: re.Match[str], part: Part) -> str:
        before, address, after, words = match.groups()
        href = entities.unescape(address)
        if href.startswith(OUTWARD):
            return match[0]
        target, _, anchor = href.partition("#")
        folder = posixpath.dirname(part.path)
        path = posixpath.normpath(posixpath.join(folder, unquote(target))) if target else part.path
        inside = self._find_inside(path, unquote(anchor))
        there = addresses.absolute(self.base_url, quote(path)) + (f"#{anchor}" if anchor else "")
        if not inside and not self.base_url and "data-fact=" in before + after:
            return f"<a{before}{after}>{words}</a>"  # it says whose number it is, and leads nowhere
        if not inside and not self.base_url:
            return f"{DEAD if path.endswith(PAGE) else DEAD_FILE}{words}{END}"
        href = f"#{inside}" if inside else there
        return f'<a{before} href="{entities.escape(href)}"{after}>{words}</a>'

    def _find_inside(self, path: str, anchor: str) -> str:
        """Return the anchor that a link means inside the document; empty when there is none."""
        page = self.pages.get(path)
        if page is None and path not in self.places:
            return ""
        anchor = page.renamed.get(anchor, anchor) if page else anchor
        if anchor in self.anchors:
            return anchor
        return page.anchor if page else self.places[path]
