"""Change, add to or take out of YAML that staff wrote; all other characters stay: comments, order, quoting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from .catalogue_edits import STEP, ForeignStyleError, Value, write_pair, write_scalar
from .item_edits import set_items, write_flow
from .text_edits import TextEdit
from .written import Written, find_end, find_start, is_flow, list_pairs, read_value

QUOTES = frozenset({'"', "'"})
BLOCKS = frozenset({"|", ">"})
_BREAK = re.compile(r"\s*\n\s*")
_REMARK = re.compile(r"\s+#.*|\s*$")


def set_value(written: Written, path: Sequence[str], value: Value) -> tuple[TextEdit, ...]:
    """Return the edits after which a value stands at a path whose mapping is there; an empty one is taken out, an equal one stays."""
    node = written.find(*path)
    if node is None:
        return (_add_last(written, path, value),) if value else ()
    edits = _replace(written, node, value)
    return (drop_key(written, path),) if edits and not value else edits


def set_entry(written: Written, path: Sequence[str], values: Mapping[str, Value]) -> tuple[TextEdit, ...]:
    """Return the edits after which the mapping at a path that is there says these values and no others that desks show."""
    pairs = list(list_pairs(written.find(*path)))
    present = [name.value for name, _ in pairs]
    said = [
        edit
        for name, node in pairs
        if name.value in values
        for edit in _replace(written, node, values[name.value])
    ]
    shown = [name.value for name, node in pairs if read_value(node) is not None]
    gone = [drop_key(written, (*path, key)) for key in shown if key not in values]
    added = {key: value for key, value in values.items() if key not in present}
    return (*said, *gone, *([_add_to_entry(written, path, added, values)] if added else []))


def drop_key(written: Written, path: Sequence[str]) -> TextEdit:
    """Return the edit that takes a key out with its value and its lines."""
    if is_flow(written.find(*path[:-1])):
        raise _refuse_braces(written, path[-1])
    name, value = written.find_pair(*path)
    return written.cut_rows(name.start_mark.line, find_end(value, written)[0])


def rename_key(written: Written, path: Sequence[str], words: str) -> TextEdit:
    """Return the edit that writes other words for a key, quoted as it is."""
    name, _ = written.find_pair(*path)
    return written.cut(find_start(name), _end_of(name), _quote_like(name, words))


def rename_item(written: Written, node: Any, words: str) -> TextEdit:
    """Return the edit that writes other words for a scalar, quoted as it is."""
    said = _quote_like(node, words) if node.style in QUOTES else write_scalar(words)
    return _put(written, node, said)


def add_keys_after(written: Written, path: Sequence[str], added: Mapping[str, str]) -> TextEdit:
    """Return the edit that adds keys behind another one of its mapping, quoted as that is."""
    if is_flow(written.find(*path[:-1])):
        raise _refuse_braces(written, path[-2])
    name, above = written.find_pair(*path)
    indent = " " * name.start_mark.column
    rows = [f"{indent}{_quote_like(name, key)}: {write_scalar(value)}" for key, value in added.items()]
    return written.add_rows(find_end(above, written)[0], "\n".join(rows))


def _refuse_braces(written: Written, key: str) -> ForeignStyleError:
    return ForeignStyleError(f"{written.file} 的「{key}」写在括号里，请自己改")


def _add_last(written: Written, path: Sequence[str], value: Value) -> TextEdit:
    """Return the edit that adds a key at the end of a mapping."""
    mapping, outer = written.find(*path[:-1]), path[-2] if len(path) > 1 else path[-1]
    if mapping is None:
        raise ForeignStyleError(f"{written.file} 里没有「{outer}」")
    if is_flow(mapping) or not list(list_pairs(mapping)):
        raise _refuse_braces(written, outer)
    name, last = mapping.value[-1]
    words = write_pair(write_scalar(path[-1]), value, " " * name.start_mark.column)
    return written.add_rows(find_end(last, written)[0], words)


def _add_to_entry(
    written: Written, path: Sequence[str], added: Mapping[str, Value], kept: Mapping[str, Value]
) -> TextEdit:
    """Return the edit that adds keys behind the last that is kept, else below the name of the entry."""
    name, entry = written.find_pair(*path)
    is_open = (
        not is_flow(entry) if isinstance(entry, yaml.MappingNode) else find_start(entry) == _end_of(entry)
    )
    if not is_open:
        raise _refuse_braces(written, path[-1])
    pairs = list(list_pairs(entry))
    column = pairs[0][0].start_mark.column if pairs else name.start_mark.column + len(STEP)
    stays = [value for key, value in pairs if key.value in kept]
    row = find_end(stays[-1], written)[0] if stays else name.end_mark.line
    rows = [write_pair(write_scalar(key), value, " " * column) for key, value in added.items()]
    return written.add_rows(row, "\n".join(rows))


def _replace(written: Written, node: Any, value: Value) -> tuple[TextEdit, ...]:
    """Return the edits after which another value stands in the place of one; none where it says so already."""
    said = read_value(node)
    if said == (value if isinstance(value, str) else list(value)):
        return ()
    if isinstance(said, str) and _BREAK.sub("", said).strip() == value:
        return ()  # forms show it in one line
    if isinstance(node, yaml.SequenceNode) and node.value and not isinstance(value, str):
        return set_items(written, node, value)
    return (_put(written, node, write_flow(value)),)


def _put(written: Written, node: Any, words: str) -> TextEdit:
    """Return the edit that writes words for a value; a remark on its first line stays."""
    start, end = find_start(node), find_end(node, written)
    if getattr(node, "style", None) in BLOCKS:
        head = written.line(start[0])
        remark = _REMARK.search(head, start[1])
        words += remark[0].rstrip() if remark else ""
        end = max(end, written.find_line_end(start[0]))
    return written.cut(start, end, f" {words}" if start == end else words)


def _end_of(node: Any) -> tuple[int, int]:
    return node.end_mark.line, node.end_mark.column


def _quote_like(node: Any, words: str) -> str:
    mark = node.style if node.style in QUOTES else ""
    return f"{mark}{words}{mark}"


def read_entries(written: Written, group: str) -> Mapping[str, Mapping[str, Value]]:
    """Return the entries of a group as they are written; what is no text and no list of texts is left out."""
    return {
        name.value: {
            key.value: value for key, node in list_pairs(entry) if (value := read_value(node)) is not None
        }
        for name, entry in list_pairs(written.find(group))
    }
