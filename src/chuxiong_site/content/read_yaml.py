"""YAML text → plain data of mappings, lists and strings, with the place of every key and value.

Built from the parser's events with a stack of our own: nothing recurses, aliases are refused,
and no scalar is interpreted (`no`, `12:30`, `1.10` stay what staff typed).
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import Any

import yaml

from ..model.place import Place
from ..model.project import KeyPath
from ..model.records import dataclass
from ..problems import Problem
from .document import Document
from .read_files import SourceFile
from .yaml_syntax import create_syntax_problem, find_cause

MAX_DEPTH = 12
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class _Frame:
    path: KeyPath
    container: dict[str, Any] | list[Any]
    key: str | None = None
    key_event: Any = None
    seen: dict[str, int] = field(default_factory=dict)
    """Key → its line."""


def read_yaml(source: SourceFile, *, text: str | None = None, first_line: int = 1) -> Document:
    """Read a YAML file, or the part `text` of it that starts on `first_line`."""
    builder = _Builder(source, first_line)
    complete = True
    try:
        for event in yaml.parse(source.text if text is None else text, Loader=_LOADER):
            complete = builder.take(event)
            if not complete:
                break
    except yaml.YAMLError as error:
        complete = False
        builder.problems.append(create_syntax_problem(error, source, first_line))
    if builder.root is None and not builder.problems:
        complete = False
        builder.report("E205", source.place(first_line), found="没有「键: 值」", expected="若干「键: 值」")
    return Document(
        data=builder.root or {}, places=builder.places, problems=builder.problems, complete=complete
    )


class _Builder:
    def __init__(self, source: SourceFile, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.root: dict[str, Any] | None = None
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self.stack: list[_Frame] = []

    def report(self, code: str, place: Place, *, found: str, expected: str) -> None:
        self.problems.append(Problem(code=code, place=place, found=found, expected=expected))

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
            )
            return False
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._report_event("E205", event, "单独一行的 ---，它把文件分成了两份", "一个文件只有一份")
            return False
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            return self._open(event)
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(event)
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
                self._report_event("E205", event, "一个列表", "若干「键: 值」")
                return False
            self.root = container
            self.stack.append(_Frame((), container))
            return True
        frame = self.stack[-1]
        if isinstance(frame.container, dict) and frame.key is None:
            self._report_event("E205", event, "用列表或「键: 值」作键", "键是一个词")
            return False
        path = self._put(frame, event, container)
        self.stack.append(_Frame(path, container))
        return True

    def _close(self, event: Any) -> None:
        """Let the place of a list or mapping written on one line reach to its closing bracket."""
        path = self.stack.pop().path
        place = self.places.get(path)
        if place and place.line == event.end_mark.line + self.first_line:
            length = event.end_mark.column + 1 - place.column
            self.places[path] = replace(place, length=max(1, length))

    def _scalar(self, event: Any) -> bool:
        if not self.stack:
            self._report_text(event)
            return False
        frame = self.stack[-1]
        if isinstance(frame.container, dict) and frame.key is None:
            frame.key, frame.key_event = event.value, event
            place = self._place(event)
            if event.value in frame.seen:
                found = f"又一个「{event.value}」，第 {frame.seen[event.value]} 行已经写了"
                self.report("E202", place, found=found, expected="每个键只写一次")
            frame.seen.setdefault(event.value, place.line)
        else:
            self._put(frame, event, event.value)
        return True

    def _put(self, frame: _Frame, event: Any, value: Any) -> KeyPath:
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
        line = min(mark.line + self.first_line, len(self.source.lines))
        return self.source.place(line, mark.column + 1, max(1, length))

    def _report_text(self, event: Any) -> None:
        """Name the slip that made keys into text, where there is one."""
        last = min(event.end_mark.line + self.first_line, len(self.source.lines))
        cause = find_cause(self.source, last, self.first_line)
        if cause is None:
            self._report_event("E205", event, "一段文字", "若干「键: 值」")
            return
        place, (found, expected, hint) = cause
        self.problems.append(Problem(code="E201", place=place, found=found, expected=expected, hint=hint))

    def _report_event(self, code: str, event: Any, found: str, expected: str) -> None:
        self.report(code, self._place(event), found=found, expected=expected)
