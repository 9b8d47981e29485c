"""How the Markdown edition of a report is read: line by line, into blocks of text and the words beside them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BARE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<&~|$]")
HEADING = re.compile(r"(#{1,6}) (.*)")
ANCHOR = re.compile(r'<a id="([^"]*)"></a>')
LINK = re.compile(r" \[¶\]\(([^()\s]*)\)$")
CELL = re.compile(r"(?<!\\)((?:\\\\)*)\|")
RULE = re.compile(r"\|(?: --- \|)+")
ADDRESS = re.compile(r"(.*?)<(https?://[^<>\s]*)>")
NOTE = "> - "


class MarkdownBlock(NamedTuple):
    """A heading, a paragraph or a table."""

    kind: str
    """`#` to `######` for a heading, `|` for a table, empty for a paragraph."""
    text: str
    """Its words; of a table those of all cells, one after another."""
    anchor: str
    """Empty for a table whose first sentence begins above it."""
    link: str
    """Where the link behind it leads; empty without one."""


class MarkdownText(NamedTuple):
    """All that stands in the file."""

    blocks: tuple[MarkdownBlock, ...]
    notes: tuple[str, ...]
    """What the site says of it, a line each."""
    unread: tuple[str, ...]
    """Lines that are neither."""


def read_markdown(text: str) -> MarkdownText:
    """Return what is in a file: blocks with empty lines between them."""
    blocks: list[MarkdownBlock] = []
    notes: list[str] = []
    unread: list[str] = []
    for piece in text.removesuffix("\n").split("\n\n"):
        lines = piece.split("\n")
        if all(line.startswith(NOTE) for line in lines):
            notes += [_read_note(line.removeprefix(NOTE)) for line in lines]
        elif all(line.startswith("|") for line in lines):
            blocks += _join_table(lines, blocks, unread)
        elif len(lines) == 1 and (block := _read_block(piece)):
            blocks.append(block)
        else:
            unread += lines
    return MarkdownText(tuple(blocks), tuple(notes), tuple(unread))


def _read_note(line: str) -> str:
    match = ADDRESS.fullmatch(line)
    return _unescape(match[1]) + match[2] if match else _unescape(line)


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
    return MarkdownBlock(kind, _unescape(words), anchor[1], link[1] if link else "")


def _join_table(lines: list[str], before: list[MarkdownBlock], unread: list[str]) -> list[MarkdownBlock]:
    """Return the table; an anchor that stood above it is taken back from the blocks."""
    if len(lines) < 2 or not RULE.fullmatch(lines[1]):
        unread += lines
        return []
    rows = [[cell.strip(" ") for cell in _split_cells(line)] for line in (lines[0], *lines[2:])]
    wide = lines[1].count("---")
    cells = [cell for row in rows for cell in row]
    if any(len(row) != wide for row in rows) or any(map(BARE.search, cells)):
        unread += lines
        return []
    is_placed = before and not before[-1].text and not before[-1].kind
    above = before.pop() if is_placed else MarkdownBlock("", "", "", "")
    return [MarkdownBlock("|", "".join(map(_unescape, cells)), above.anchor, above.link)]


def _split_cells(line: str) -> list[str]:
    """Return what stands between the bars that are no letters."""
    ends = [match.end() for match in CELL.finditer(line)]
    return [line[start : end - 1] for start, end in pairwise(ends)]


def _unescape(words: str) -> str:
    return ESCAPED.sub(r"\1", words)
