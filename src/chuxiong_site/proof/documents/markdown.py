"""How the Markdown edition of a report is read: line by line, into blocks of text and the words beside them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BARE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<&~|$]")
BEGINNING = re.compile(r"#{1,6}(?:\s|$)|[-+](?:\s|$)|>|-[-\s]*$|[0-9]{1,9}[.)](?:\s|$)")
"""What makes another block of words than a paragraph, where they begin with it."""
HEADING = re.compile(r"(#{1,6}) (.*)")
ANCHOR = re.compile(r'<a id="([^"]*)"></a>')
LINK = re.compile(r" \[¶\]\(([^()\s]*)\)$")
CELL = re.compile(r"(?<!\\)((?:\\\\)*)\|")
RULE = re.compile(r"\|(?: --- \|)+")
ADDRESS = re.compile(r"(.*?)(?<!\\)(<https?://[^<>\s]*>)")
NOTE = "> - "


class MarkdownBlock(NamedTuple):
    """A heading, a paragraph or a table of the official text; or what the site says between them."""

    kind: str
    """`#` to `######` for a heading, `|` for a table, `>` for words of the site, empty for a paragraph."""
    rows: tuple[tuple[str, ...], ...]
    """The cells of a table, row by row; the lines of the site's words; else all words in one."""
    anchor: str = ""
    """Empty for a table whose first sentence begins above it."""
    link: str = ""
    """Where the link behind it leads; empty without one."""

    def __str__(self) -> str:
        """Return all of it, for people."""
        return "，".join(
            filter(None, (self.kind, *(" | ".join(row) for row in self.rows), self.anchor, self.link))
        )


class MarkdownText(NamedTuple):
    """All that stands in the file."""

    blocks: tuple[MarkdownBlock, ...]
    unread: tuple[str, ...]
    """Lines that are none."""


def read_markdown(text: str) -> MarkdownText:
    """Return what is in a file: blocks with empty lines between them."""
    blocks: list[MarkdownBlock] = []
    unread: list[str] = []
    for piece in text.removesuffix("\n").split("\n\n"):
        lines = piece.split("\n")
        if all(line.startswith(NOTE) for line in lines):
            blocks += _read_notes(lines, unread)
        elif all(line.startswith("|") for line in lines):
            blocks += _join_table(lines, blocks, unread)
        elif len(lines) == 1 and (block := _read_block(piece)):
            blocks.append(block)
        else:
            unread += lines
    return MarkdownText(tuple(blocks), tuple(unread))


def _read_notes(lines: list[str], unread: list[str]) -> list[MarkdownBlock]:
    """Return what the site says in a list; an address at the end of a line keeps its marks."""
    rows = []
    for line in lines:
        said = line.removeprefix(NOTE)
        match = ADDRESS.fullmatch(said)
        words, address = match.groups() if match else (said, "")
        if BARE.search(words) or BEGINNING.match(words):
            unread.append(line)
        rows.append((unescape_markdown(words) + address,))
    return [MarkdownBlock(">", tuple(rows))]


def _read_block(line: str) -> MarkdownBlock | None:
    """Return the block on a line; nothing where it has no anchor, or marks in its words."""
    heading = HEADING.fullmatch(line)
    kind, rest = (heading[1], heading[2]) if heading else ("", line)
    anchor, link = ANCHOR.match(rest), LINK.search(rest)
    if anchor is None:
        return None
    words = rest[anchor.end() : link.start() if link else None]
    if BARE.search(words):
        return None
    return MarkdownBlock(kind, ((unescape_markdown(words),),), anchor[1], link[1] if link else "")


def _join_table(lines: list[str], before: list[MarkdownBlock], unread: list[str]) -> list[MarkdownBlock]:
    """Return the table; an anchor that stood above it is taken back from the blocks."""
    if len(lines) < 2 or not RULE.fullmatch(lines[1]):
        unread += lines
        return []
    rows = [[cell.strip(" ") for cell in _split_cells(line)] for line in (lines[0], *lines[2:])]
    wide = lines[1].count("---")
    if any(len(row) != wide or any(map(BARE.search, row)) for row in rows):
        unread += lines
        return []
    is_placed = before and before[-1][:2] == ("", (("",),))
    above = before.pop() if is_placed else MarkdownBlock("", ())
    table = tuple(tuple(map(unescape_markdown, row)) for row in rows)
    return [MarkdownBlock("|", table, above.anchor, above.link)]


def _split_cells(line: str) -> list[str]:
    """Return what stands between the bars that are no letters."""
    ends = [match.end() for match in CELL.finditer(line)]
    return [line[start : end - 1] for start, end in pairwise(ends)]


def unescape_markdown(words: str) -> str:
    """Return words as a reader of Markdown sees them."""
    return ESCAPED.sub(r"\1", words)
