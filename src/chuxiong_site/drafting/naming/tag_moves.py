"""Let a tag stand around the whole of another stretch of its line, with what it says."""

from __future__ import annotations

from ...model.place import Place
from .tag_edits import find_tag_end, says_more
from .text_edits import TextEdit


def move_tag(line: str, place: Place, target: Place, words: str) -> TextEdit | None:
    """Return the edit that takes the tag from the words at a place to those at another, which share some with them.

    `None` where the tag says something of its old words too, or the line is not written as its `words` are read.
    """
    if (target.file, target.line) != (place.file, place.line):
        return None
    opening, tag = place.column - 2, find_tag_end(line, place)
    if opening < 0 or line[opening] != "[" or says_more(tag[1]):
        return None
    first, last = (
        min(opening, target.column - 1),
        max(tag.end(), target.column - 1 + target.length),
    )
    bare = line[first:opening] + line[opening + 1 : tag.start()] + line[tag.end() : last]
    start = target.column - 1 - first - (target.column - 1 > opening)
    if not bare.startswith(words, start):
        return None
    end = start + len(words)
    moved = f"{bare[:start]}[{words}{tag[0]}{bare[end:]}"
    return TextEdit(file=place.file, line=place.line, column=first + 1, length=last - first, words=moved)
