"""Change, add to or take out of YAML that staff wrote; all other characters stay: comments, order, quoting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

import yaml

from ...model.records import dataclass
from .catalogue_edits import ForeignStyleError, Value, write_pair, write_scalar
from .text_edits import TextEdit

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FENCE = "---"
QUOTES = frozenset({'"', "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A YAML file, or the head of a report, as it stands."""

    file: str
    lines: Sequence[str] = field(repr=False)
    """All lines of the file."""
    first: int
    """Index of the first line that is YAML."""
    root: Any = field(repr=False)
    """The node of its mapping."""

    def find(self, *path: str) -> Any:
        """Return the node at a path, or `None`."""
        node = self.root
        for key in path:
            node = next((value for name, value in list_pairs(node) if name.value == key), None)
        return node

    def cut(self, start: tuple[int, int], end: tuple[int, int], words: str) -> TextEdit:
        """Return the edit that puts words in the place of what stands between two marks (line and column of the YAML, from 0)."""
        first, last = self.first + start[0], self.first + end[0]
        between = sum(len(line) + 1 for line in self.lines[first:last])
        return TextEdit(
            file=self.file,
            line=first + 1,
            column=start[1] + 1,
            length=between + end[1] - start[1],
            words=words,
        )

    def line(self, index: int) -> str:
        """Return a line of the YAML, without a carriage return at its end."""
        return self.lines[self.first + index].rstrip("\r")


def read_written(file: str, lines: Sequence[str]) -> Written:
    """Return the YAML of a file, or of the head of a report. Raises `ForeignStyleError` where it is none."""
    is_head = file.endswith(".md")
    last = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 0)
    first, behind = (1, last) if is_head else (0, len(lines))
    try:
        root = yaml.compose("\n".join(line.rstrip("\r") for line in lines[first:behind]), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ForeignStyleError(f"{file} 现在读不出来，先改好它") from error
    return Written(file=file, lines=lines, first=first, root=root)


def set_value(written: Written, path: Sequence[str], value: Value) -> tuple[TextEdit, ...]:
    """Return the edits after which a value stands at a path whose mapping is there; an empty one is taken out, an equal one stays."""
    node = written.find(*path)
    if node is None:
        return (_add_key(written, path, value),) if value else ()
    if _read_value(node) == (value if isinstance(value, str) else list(value)):
        return ()
    if not value:
        return (drop_key(written, path),)
    words = _write_flow(value) if _is_flow(node) or isinstance(value, str) else _write_block(node, value)
    start, end = _start(node), _end(node, written)
    return (written.cut(start, end, f" {words}" if start == end else words),)


def drop_key(written: Written, path: Sequence[str]) -> TextEdit:
    """Return the edit that takes a key out with its value and its lines."""
    mapping = written.find(*path[:-1])
    if _is_flow(mapping):
        raise ForeignStyleError(f"{written.file} 的「{path[-1]}」写在括号里，请自己改")
    name, value = next((name, value) for name, value in list_pairs(mapping) if name.value == path[-1])
    last = _end(value, written)[0]
    return written.cut((name.start_mark.line, 0), (last + 1, 0), "")


def rename_key(written: Written, path: Sequence[str], words: str) -> TextEdit:
    """Return the edit that writes other words for a key, quoted as it is."""
    name = next(name for name, _ in list_pairs(written.find(*path[:-1])) if name.value == path[-1])
    return written.cut(_start(name), (name.end_mark.line, name.end_mark.column), _quote_like(name, words))


def rename_item(written: Written, node: Any, words: str) -> TextEdit:
    """Return the edit that writes other words for a scalar, quoted as it is."""
    said = _quote_like(node, words) if node.style in QUOTES else write_scalar(words)
    return written.cut(_start(node), _end(node, written), said)


def add_keys_after(written: Written, path: Sequence[str], added: Mapping[str, str]) -> TextEdit:
    """Return the edit that adds keys behind another one of its mapping, quoted as that is."""
    name, above = next(
        (name, value) for name, value in list_pairs(written.find(*path[:-1])) if name.value == path[-1]
    )
    end = _end(above, written)
    indent = " " * name.start_mark.column
    rows = [f"\n{indent}{_quote_like(name, key)}: {write_scalar(value)}" for key, value in added.items()]
    return written.cut(end, end, "".join(rows))


def _add_key(written: Written, path: Sequence[str], value: Value) -> TextEdit:
    """Return the edit that adds a key at the end of a mapping, one a line."""
    mapping = written.find(*path[:-1])
    if mapping is None or _is_flow(mapping) or not mapping.value:
        raise ForeignStyleError(
            f"{written.file} 的「{path[-2] if len(path) > 1 else path[-1]}」写在括号里，请自己改"
        )
    name, last = mapping.value[-1]
    indent = " " * name.start_mark.column
    row, column = _end(last, written)
    return written.cut((row, column), (row, column), "\n" + write_pair(path[-1], value, indent))


def _write_block(node: Any, value: Sequence[str]) -> str:
    """Return the items of a list that stands one item a line, from its first hyphen on."""
    indent = " " * node.start_mark.column
    return f"\n{indent}".join(f"- {write_scalar(item)}" for item in value)


def _write_flow(value: Value) -> str:
    if isinstance(value, str):
        return write_scalar(value)
    return f"[{', '.join(map(write_scalar, value))}]"


def _quote_like(node: Any, words: str) -> str:
    mark = node.style if node.style in QUOTES else ""
    return f"{mark}{words}{mark}"


def read_items(node: Any) -> tuple[str, ...]:
    """Return the texts of a list; none where there is no list."""
    return tuple(item.value for item in node.value) if isinstance(node, yaml.SequenceNode) else ()


def list_pairs(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the keys of a mapping with their values, as nodes; nothing where there is no mapping."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _read_value(node: Any) -> Any:
    return list(read_items(node)) if isinstance(node, yaml.SequenceNode) else node.value


def _is_flow(node: Any) -> bool:
    return bool(getattr(node, "flow_style", False))


def _start(node: Any) -> tuple[int, int]:
    return node.start_mark.line, node.start_mark.column


def _end(node: Any, written: Written) -> tuple[int, int]:
    """Return where a value ends that is seen: the parser lets lists and mappings reach to what follows them."""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not _is_flow(node) and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, written)
    row, column = node.end_mark.line, node.end_mark.column
    while row > node.start_mark.line and not (column and written.line(row)[:column].strip()):
        row -= 1
        column = len(written.line(row).rstrip())
    return row, column


def read_entries(written: Written, group: str) -> Mapping[str, Mapping[str, Value]]:
    """Return the entries of a group as they are written; what is no text and no list of texts is left out."""
    return {
        name.value: {
            key.value: _read_value(value)
            for key, value in list_pairs(entry)
            if not isinstance(value, yaml.MappingNode)
        }
        for name, entry in list_pairs(written.find(group))
    }
