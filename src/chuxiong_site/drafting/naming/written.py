"""YAML as staff wrote it: where each key and each value of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

import yaml

from ...model.records import dataclass
from .catalogue_edits import ForeignStyleError, Value
from .text_edits import TextEdit

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What YAML takes for ends of lines, and no editor does."""
FENCE = "---"


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
    is_countable: bool = True
    """Whether the parser counts its lines as editors do."""

    def find(self, *path: str) -> Any:
        """Return the node at a path, or `None`."""
        node = self.root
        for key in path:
            node = next((value for name, value in list_pairs(node) if name.value == key), None)
        return node

    def find_pair(self, *path: str) -> tuple[Any, Any]:
        """Return the nodes of a key that is there and of its value."""
        return next(pair for pair in list_pairs(self.find(*path[:-1])) if pair[0].value == path[-1])

    def cut(self, start: tuple[int, int], end: tuple[int, int], words: str) -> TextEdit:
        """Return the edit that puts words in the place of what stands between two marks (line and column of the YAML, from 0)."""
        self._expect_countable()
        first, last = self.first + start[0], self.first + end[0]
        between = sum(len(line) + 1 for line in self.lines[first:last])
        return TextEdit(
            file=self.file,
            line=first + 1,
            column=start[1] + 1,
            length=between + end[1] - start[1],
            words=words,
        )

    def cut_rows(self, first: int, last: int) -> TextEdit:
        """Return the edit that takes whole lines out, with their ends; the last line of a file may have none."""
        is_end = self.first + last + 1 == len(self.lines)
        return self.cut((first, 0), self.find_line_end(last) if is_end else (last + 1, 0), "")

    def add_rows(self, row: int, words: str) -> TextEdit:
        """Return the edit that adds lines below another, whose remark stays beside it."""
        end = self.find_line_end(row)
        return self.cut(end, end, f"\n{words}")

    def find_line_end(self, row: int) -> tuple[int, int]:
        """Return the mark behind all that stands on a line."""
        return row, len(self.line(row))

    def line(self, index: int) -> str:
        """Return a line of the YAML, without a carriage return at its end."""
        self._expect_countable()
        return self.lines[self.first + index].rstrip("\r")

    def _expect_countable(self) -> None:
        """Raise `ForeignStyleError` where the marks are not those of the lines."""
        if not self.is_countable:
            raise ForeignStyleError(f"{self.file} 里有看不见的换行符，先删掉它")


def read_written(file: str, lines: Sequence[str]) -> Written:
    """Return the YAML of a file, or of the head of a report. Raises `ForeignStyleError` where it is none."""
    is_head = file.endswith(".md")
    last = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 0)
    first, behind = (1, last) if is_head else (0, len(lines))
    text = "\n".join(line.rstrip("\r") for line in lines[first:behind])
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ForeignStyleError(f"{file} 现在读不出来，先改好它") from error
    return Written(file=file, lines=lines, first=first, root=root, is_countable=not _BREAKS.search(text))


def list_pairs(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the keys of a mapping with their values, as nodes; nothing where there is no mapping."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def read_items(node: Any) -> tuple[str, ...]:
    """Return the texts of a list; none where there is no list."""
    return tuple(str(item.value) for item in node.value) if isinstance(node, yaml.SequenceNode) else ()


def read_value(node: Any) -> Value | None:
    """Return a text or a list of texts; `None` for what is neither."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(i, yaml.ScalarNode) for i in node.value):
        return None
    return list(read_items(node))


def is_flow(node: Any) -> bool:
    """Tell whether a list or mapping is written in brackets."""
    return bool(getattr(node, "flow_style", False))


def find_start(node: Any) -> tuple[int, int]:
    """Return where a key or value begins."""
    return node.start_mark.line, node.start_mark.column


def find_end(node: Any, written: Written) -> tuple[int, int]:
    """Return where a value ends that is seen: the parser lets lists and mappings reach to what follows them."""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not is_flow(node) and node.value:
        last = node.value[-1]
        return find_end(last[1] if isinstance(last, tuple) else last, written)
    row, column = node.end_mark.line, node.end_mark.column
    while row > node.start_mark.line and not (column and written.line(row)[:column].strip()):
        row -= 1
        column = len(written.line(row).rstrip())
    return row, column
