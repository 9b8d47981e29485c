"""Change a list of texts in YAML that staff wrote: items that stay keep their lines, with the remarks beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from .catalogue_edits import ForeignStyleError, Value, write_scalar
from .text_edits import TextEdit
from .written import Written, find_end, find_start, is_flow, read_items


def set_items(written: Written, node: Any, items: Sequence[str]) -> tuple[TextEdit, ...]:
    """Return the edits after which a list says these items, one at least. Raises `ForeignStyleError` for remarks in its brackets."""
    if is_flow(node):
        (first, _), (last, _) = find_start(node), find_end(node, written)
        if any("#" in written.line(row) for row in range(first, last)):
            raise ForeignStyleError(
                f"{written.file} 第 {written.first + first + 1} 行的括号里有备注，请自己改"
            )
        return (written.cut(find_start(node), find_end(node, written), write_flow(items)),)
    if all(_is_beside_hyphen(written, item) for item in node.value):
        return tuple(_change_rows(written, node, items))
    return (written.cut(find_start(node), find_end(node, written), _write_block(node, items).lstrip()),)


def write_flow(value: Value) -> str:
    """Return a value as it stands in one line."""
    if isinstance(value, str):
        return write_scalar(value)
    return f"[{', '.join(map(write_scalar, value))}]"


def _is_beside_hyphen(written: Written, item: Any) -> bool:
    row, column = find_start(item)
    return written.line(row)[:column].strip() == "-"


def _change_rows(written: Written, node: Any, items: Sequence[str]) -> Iterator[TextEdit]:
    """Yield the edits of the lines of items that go, and of those that come."""
    old = node.value
    matcher = SequenceMatcher(None, read_items(node), items, autojunk=False)
    for kind, first, behind, start, end in matcher.get_opcodes():
        words = _write_block(node, items[start:end])
        if kind == "insert" and first:
            yield written.add_rows(find_end(old[first - 1], written)[0], words)
        elif kind == "insert":
            row = find_start(old[0])[0]
            yield written.cut((row, 0), (row, 0), f"{words}\n")
        elif kind != "equal":
            row, last = find_start(old[first])[0], find_end(old[behind - 1], written)[0]
            yield (
                written.cut((row, 0), written.find_line_end(last), words)
                if words
                else written.cut_rows(row, last)
            )


def _write_block(node: Any, items: Sequence[str]) -> str:
    """Return items one a line, indented as those of a list are."""
    indent = " " * node.start_mark.column
    return "\n".join(f"{indent}- {write_scalar(item)}" for item in items)
