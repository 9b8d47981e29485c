"""The lines that a reader sees on a saved web page, in order, each with the elements round it; images and attachments between."""

from __future__ import annotations

import re
from dataclasses import field

from selectolax.lexbor import LexborNode

from ..model.raw_report import MissingKind
from ..model.records import dataclass
from .page_elements import BLOCKS, TEXT, clean, is_shown
from .page_tables import is_table, list_rows, read_caption

ATTACHED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|zip|rar|7z|csv)(?:[?#].*)?$", re.IGNORECASE)
"""How addresses end that lead to a document."""
ICON = re.compile(
    r"icon|logo|qr[_-]?code|weixin|wechat|weibo|share|btn|button|arrow|banner|print|/ico|ewm|\bbg\b",
    re.IGNORECASE,
)
"""Words in the address or class of an image that belongs to the page, not to its text."""
SMALL = 48
"""Pixels: an image as small as this is a sign."""
ROW = "row"
DEEPEST = 200
"""Elements round a line that are told apart; no page that people made has as many."""
AROUND = 24
"""A link in a line with more other words than this is part of a sentence: its words are text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line of the page, or an image or attachment between two lines."""

    text: str
    """Of what is missing, what the page calls it."""
    inside: tuple[int, ...] = ()
    """The elements round it, from the outermost, each by the number of its order on the page."""
    element: str = ""
    """The innermost block that holds it: `h1`, `p`; `ROW` for the row of a table of data."""
    missing: MissingKind | None = None

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.element == ROW


def list_lines(root: LexborNode) -> list[PageLine]:
    """Return the lines of a page, none of them empty, and what is missing between them."""
    walk = _Walk()
    steps: list[tuple[LexborNode, bool]] = [(root, True)]
    while steps:
        node, enters = steps.pop()
        if not enters:
            walk.leave(node)
        elif node.tag == TEXT:
            walk.read(node.text_content or "")
        elif is_shown(node) and walk.enter(node):
            steps.append((node, False))
            steps += [(child, True) for child in reversed(list(node.iter(include_text=True)))]
    walk.end_line()
    return walk.lines


@dataclass(slots=True)
class _Walk:
    """The state of a walk through a page."""

    lines: list[PageLine] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    waiting: list[tuple[MissingKind, str]] = field(default_factory=list)
    """What is missing in the line that is being read, with the words of its link."""
    link: int | None = None
    """How many words there were before a link to a document."""
    count: int = 0
    kept: int = 0
    """How many elements round the words keep their line ends."""

    def enter(self, node: LexborNode) -> bool:
        """Begin an element; return whether its children are to be read one by one."""
        tag = node.tag or ""
        if tag in BLOCKS:
            self.end_line()
            self.blocks.append(tag)
            self.kept += tag == "pre"
        self.count += 1
        self.inside.append(self.count)
        if tag == "table" and is_table(node):
            self._read_table(node)
            self._close(tag)
            return False
        if tag == "img" and is_picture(node):
            self.waiting.append((MissingKind.IMAGE, name_image(node)))
        if tag == "a" and leads_to_document(node):
            self.link = len(self.words)
        return True

    def read(self, words: str) -> None:
        """Take words; where a page keeps its line ends they are lines."""
        first, *others = words.split("\n") if self.kept else [words]
        self.words.append(first)
        for line in others:
            self.end_line()
            self.words.append(line)

    def leave(self, node: LexborNode) -> None:
        """End an element."""
        tag = node.tag or ""
        if tag == "a" and self.link is not None:
            named = clean("".join(self.words[self.link :])) or clean(node.attributes.get("title") or "")
            self.waiting.append((MissingKind.ATTACHMENT, named))
            self.words[self.link :] = [f"\x00{len(self.waiting) - 1}\x00"]
            self.link = None
        if tag in BLOCKS:
            self.end_line()
        self._close(tag)

    def end_line(self) -> None:
        """Keep the line so far; a link that stands alone in it is no text but what is missing."""
        words = "".join(self.words)
        others = clean(re.sub("\x00\\d+\x00", "", words))
        kept = len(others) > AROUND
        text = clean(
            re.sub("\x00(\\d+)\x00", lambda mark: self.waiting[int(mark[1])][1] if kept else "", words)
        )
        self._add(text)
        for kind, named in self.waiting:
            self.lines.append(self._line(named, missing=kind))
        self.words, self.waiting, self.link = [], [], None

    def _read_table(self, node: LexborNode) -> None:
        self._add(clean(read_caption(node)))
        for row in list_rows(node):
            self._add("\t".join(row), element=ROW)
        named = [(MissingKind.IMAGE, name_image(image)) for image in node.css("img") if is_picture(image)]
        links = [link for link in node.css("a") if leads_to_document(link)]
        for kind, words in [*named, *((MissingKind.ATTACHMENT, clean(link.text())) for link in links)]:
            self.lines.append(self._line(words, missing=kind))

    def _add(self, text: str, element: str = "") -> None:
        if text.strip():
            self.lines.append(self._line(text, element=element))

    def _line(self, text: str, *, element: str = "", missing: MissingKind | None = None) -> PageLine:
        block = element or (self.blocks[-1] if self.blocks else "")
        return PageLine(text=text, inside=tuple(self.inside[:DEEPEST]), element=block, missing=missing)

    def _close(self, tag: str) -> None:
        self.inside.pop()
        if tag in BLOCKS:
            self.kept -= self.blocks.pop() == "pre"


def is_picture(node: LexborNode) -> bool:
    """Tell whether an image is one of the text: not a sign of the page, not as small as one."""
    attributes = node.attributes
    told = " ".join(attributes.get(name) or "" for name in ("src", "class", "id"))
    told = told if not told.startswith("data:") else ""
    sizes = [re.match(r"\d+", (attributes.get(name) or "").strip()) for name in ("width", "height")]
    return not ICON.search(told) and all(size is None or int(size[0]) > SMALL for size in sizes)


def name_image(node: LexborNode) -> str:
    """Return what a page calls an image; empty when it does not."""
    return clean(node.attributes.get("alt") or node.attributes.get("title") or "")


def leads_to_document(link: LexborNode) -> bool:
    """Tell whether a link leads to a document to be opened or saved."""
    return ATTACHED.search((link.attributes.get("href") or "").strip()) is not None
