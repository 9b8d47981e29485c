"""Take an item out of a list of a file's head: the rest of the file stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.place import Place
from .text_edits import TextEdit

_BLOCK = re.compile(r"(?P<indent>\s*)- +(?P<item>\"[^\"]*\"|'[^']*'|[^\s#\"'\[\]{},]+)\s*")
"""An item on a line of its own, and nothing else there."""
_FLOW = re.compile(r"(?P<key>[a-z_]+:\s*)\[(?P<items>[^\[\]{}#]*)\]\s*")
"""A list on the line of its key."""
_KEY = re.compile(r"[a-z_]+:\s*")


def drop_item(lines: Sequence[str], place: Place) -> TextEdit | None:
    """Return the edit that takes away the item at a place, with its key where the list would be empty.

    `None` where the list is written in another way, or a remark stands beside the item.
    """
    index = place.line - 1
    if (block := _BLOCK.fullmatch(lines[index])) is not None:
        return _drop_block_item(lines, place, block["indent"])
    if (flow := _FLOW.fullmatch(lines[index])) is not None:
        return _drop_flow_item(lines, place, flow)
    return None


def _drop_block_item(lines: Sequence[str], place: Place, indent: str) -> TextEdit | None:
    index = place.line - 1
    beside = (lines[index - 1], lines[index + 1])
    if any((other := _BLOCK.fullmatch(line)) and other["indent"] == indent for line in beside):
        return _drop_lines(lines, place, index, index)
    is_alone = not lines[index + 1].startswith((f"{indent}- ", f"{indent}#", f"{indent} "))
    if _KEY.fullmatch(lines[index - 1]) and is_alone:
        return _drop_lines(lines, place, index - 1, index)
    return None


def _drop_flow_item(lines: Sequence[str], place: Place, flow: re.Match[str]) -> TextEdit | None:
    index, start = place.line - 1, flow.start("items")
    items = flow["items"].split(",")
    ends = [start + sum(len(item) + 1 for item in items[: order + 1]) for order in range(len(items))]
    order = next((order for order, end in enumerate(ends) if place.column - 1 < end), None)
    if order is None or place.column - 1 < start:
        return None
    if len(items) == 1:
        return _drop_lines(lines, place, index, index)
    kept = [item.strip() for item in (*items[:order], *items[order + 1 :])]
    return TextEdit(
        file=place.file,
        line=place.line,
        column=start + 1,
        length=len(flow["items"]),
        words=", ".join(kept),
    )


def _drop_lines(lines: Sequence[str], place: Place, first: int, last: int) -> TextEdit:
    length = sum(len(line) + 1 for line in lines[first : last + 1])
    return TextEdit(file=place.file, line=first + 1, column=1, length=length, words="")
