"""YAML text → plain data of mappings, lists and strings, with the place of every key and value.

Built from the parser's events with a stack of our own: nothing recurses, aliases are refused,
and no scalar is interpreted (`no`, `12:30`, `1.10` stay what staff typed).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.place import Place
from ..model.project import Path
from ..problems import Problem
from .read_files import SourceFile

MAX_DEPTH = 12
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What libyaml says → what staff can do. First match wins.
_SYNTAX = (
    (r"cannot start any token.*|found a tab.*|.*tab character.*", "制表符或不能用在这里的符号", "缩进用空格；含 : # % @ 等符号的文字加引号", "把制表符（Tab）换成两个空格；文字以特殊符号开头时，整段加英文双引号。"),
    (r"mapping values are not allowed.*", "一行里多出来的冒号", "一行一个「键: 值」", "值里有「: 」时，给整个值加英文双引号。"),
    (r"could not find expected ':'.*", "缺少冒号", "「键: 值」，冒号后有一个空格", "在键的后面补上英文冒号和一个空格。"),
    (r".*(unexpected end of stream|scanning a quoted scalar).*", "引号没有成对", "成对的引号", "检查这一行和它上面的引号，补上缺的一个。"),
    (r".*(did not find expected|block (mapping|collection|sequence)).*", "缩进与上下文不齐", "同一层的键左边对齐，下一层多两个空格", "检查这一行和上一行开头的空格数。"),
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Document:
    """A YAML file as data, and where each path of it stands."""

    data: dict[str, Any]
    places: dict[Path, Place]
    problems: list[Problem]


@dataclass(slots=True)
class _Frame:
    path: Path
    container: dict[str, Any] | list[Any]
    key: str | None = None
    key_event: Any = None
    seen: set[str] = field(default_factory=set)


def read_yaml(source: SourceFile, *, text: str | None = None, first_line: int = 1) -> Document:
    """Read a YAML file, or the part `text` of it that starts on `first_line`."""
    builder = _Builder(source, first_line)
    try:
        for event in yaml.parse(source.text if text is None else text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.problems.append(_describe_syntax(error, source, first_line))
    root = builder.root
    if root is None and not builder.problems:
        builder.report(
            "E205", source.place(first_line), found="不是「键: 值」的形式", expected="顶层是「键: 值」"
        )
    return Document(data=root or {}, places=builder.places, problems=builder.problems)


class _Builder:
    def __init__(self, source: SourceFile, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.root: dict[str, Any] | None = None
        self.places: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Frame] = []

    def report(self, code: str, place: Place, *, found: str, expected: str, hint: str = "") -> None:
        self.problems.append(Problem(code=code, place=place, found=found, expected=expected, hint=hint))

    def take(self, event: Any) -> bool:
        """Take one event; return False when reading on makes no sense."""
        if (
            isinstance(event, yaml.AliasEvent)
            or getattr(event, "anchor", None)
            or getattr(event, "tag", None)
        ):
            self._report_event(
                "E203",
                event,
                "YAML 的锚点、别名或类型标记（& * !）",
                "直接写出值",
                hint="去掉这个符号，把值写全。",
            )
            return False
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            return self._open(event)
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return True

    def _open(self, event: Any) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self._report_event("E204", event, f"超过 {MAX_DEPTH} 层的嵌套", "不超过三四层")
            return False
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if not self.stack:
            if isinstance(container, list):
                self._report_event("E205", event, "一个列表", "顶层是「键: 值」")
                return False
            self.root = container
            self.stack.append(_Frame((), container))
            return True
        frame = self.stack[-1]
        if isinstance(frame.container, dict) and frame.key is None:
            self._report_event("E205", event, "用列表或映射作键", "键是一个词")
            return False
        path = self._put(frame, event, container)
        self.stack.append(_Frame(path, container))
        return True

    def _scalar(self, event: Any) -> bool:
        if not self.stack:
            self._report_event("E205", event, "一段文字", "顶层是「键: 值」")
            return False
        frame = self.stack[-1]
        if isinstance(frame.container, dict) and frame.key is None:
            frame.key, frame.key_event = event.value, event
            if event.value in frame.seen:
                self._report_event(
                    "E202", event, f"又一个「{event.value}」", "每个键只写一次", hint="留下一个，删掉另一个。"
                )
            frame.seen.add(event.value)
        else:
            self._put(frame, event, event.value)
        return True

    def _put(self, frame: _Frame, event: Any, value: Any) -> Path:
        if isinstance(frame.container, dict):
            key = frame.key or ""
            path = (*frame.path, key)
            frame.container.setdefault(key, value)
            self.places.setdefault((*path, "#key"), self._place(frame.key_event))
            frame.key = None
        else:
            path = (*frame.path, len(frame.container))
            frame.container.append(value)
        self.places.setdefault(path, self._place(event))
        return path

    def _place(self, event: Any) -> Place:
        mark, end = event.start_mark, event.end_mark
        length = end.column - mark.column if end.line == mark.line else 1
        return self.source.place(mark.line + self.first_line, mark.column + 1, max(1, length))

    def _report_event(self, code: str, event: Any, found: str, expected: str, *, hint: str = "") -> None:
        place = self.source.place(event.start_mark.line + self.first_line, event.start_mark.column + 1)
        self.report(code, place, found=found, expected=expected, hint=hint)


def _describe_syntax(error: yaml.YAMLError, source: SourceFile, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = (mark.line if mark else 0) + first_line
    place = source.place(min(line, len(source.lines)), mark.column + 1 if mark else 0)
    said = " ".join(
        str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part
    )
    if "\t" in place.excerpt[: len(place.excerpt) - len(place.excerpt.lstrip())]:
        said = "found a tab"
    for pattern, found, expected, hint in _SYNTAX:
        if re.match(pattern, said):
            return Problem(code="E201", place=place, found=found, expected=expected, hint=hint)
    return Problem(code="E201", place=place, found="读不懂的写法", expected="合法的 YAML")
