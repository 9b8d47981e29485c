"""Add an entry to a catalogue file, behind the last of its group, indented as its neighbours are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...model.errors import SiteError
from ..annotated_copy import quote
from .text_edits import TextEdit

Value = str | Sequence[str]
"""Of a key: words, or a list of them."""
STEP = "  "
"""One level deeper, where no neighbour shows how deep that is."""
_NUMBER = re.compile(r"[0-9.]+")
_EMPTY = re.compile(r"\s*(?:\{\s*\}|~|null)?\s*(?=#|$)")
"""Behind the name of a group: nothing in it yet."""


class ForeignStyleError(SiteError):
    """A file is not written one entry a line, so that none can be added without writing it anew."""


def add_entry(lines: list[str], file: str, group: str, id: str, entry: Mapping[str, Value] | str) -> TextEdit:  # noqa: A002
    """Return the edit that adds `id` to a group at the top level of a file given by its lines; empty keys only where all are.

    Raises `ForeignStyleError` where the group is written in braces, or twice, or not at all.
    """
    heads = [index for index, line in enumerate(lines) if re.match(rf"{group}\s*:", line)]
    if len(heads) != 1:
        raise ForeignStyleError(f"{file} 里没有单独一行的「{group}:」")
    [head] = heads
    rest = lines[head].partition(":")[2]
    empty = _EMPTY.fullmatch(rest) or _EMPTY.match(rest)
    if empty is None or (empty.end() < len(rest) and not rest[empty.end() :].startswith("#")):
        raise ForeignStyleError(f"{file} 第 {head + 1} 行的「{group}」写在括号里")
    last = _find_last(lines, head)
    words = _write(id, entry, _find_indent(lines, head, last))
    if last == head:
        start = lines[head].index(":") + 1
        comment = rest[empty.end() :]
        spaced = f"  {comment}" if comment else ""
        kept = len(lines[head].rstrip("\r"))
        return TextEdit(
            file=file, line=head + 1, column=start + 1, length=kept - start, words=f"{spaced}\n{words}"
        )
    end = len(lines[last].rstrip("\r"))
    return TextEdit(file=file, line=last + 1, column=end + 1, length=0, words=f"\n{words}")


def _find_last(lines: list[str], head: int) -> int:
    """Return the last line of a group that is not blank; remarks behind it at the edge belong to what follows."""
    last = head
    for index in range(head + 1, len(lines)):
        line = lines[index].rstrip()
        if line and not line[0].isspace() and not line.startswith("#"):
            break
        if line and line[0].isspace():
            last = index
    return last


def _find_indent(lines: list[str], head: int, last: int) -> str:
    """Return how the entries of a group are indented."""
    within = (
        line for line in lines[head + 1 : last + 1] if line.strip() and not line.strip().startswith("#")
    )
    first = next(within, STEP)
    return first[: len(first) - len(first.lstrip())]


def _write(id: str, entry: Mapping[str, Value] | str, indent: str) -> str:  # noqa: A002
    if isinstance(entry, str):
        return write_pair(id, entry, indent)
    rows = [write_pair(key, value, indent * 2, indent) for key, value in list_told(entry).items()]
    return "\n".join([f"{indent}{write_scalar(id)}:", *rows])


def list_told(entry: Mapping[str, Value]) -> dict[str, Value]:
    """Return the keys of an entry that are written: those with a value, all texts where none has one."""
    told = {key: value for key, value in entry.items() if value}
    return told or {key: value for key, value in entry.items() if isinstance(value, str)}


def write_pair(key: str, value: Value, indent: str, step: str = STEP) -> str:
    """Return a key with its value as staff write it: a list one item a line, a step further in."""
    if isinstance(value, str):
        return f"{indent}{key}: {write_scalar(value)}"
    return "\n".join([f"{indent}{key}:", *(f"{indent}{step}- {write_scalar(item)}" for item in value)])


def write_scalar(value: str) -> str:
    """Return a YAML scalar; one of digits in quotes, as it is a text also for those who read YAML another way."""
    return f'"{value}"' if _NUMBER.fullmatch(value) else quote(value)
