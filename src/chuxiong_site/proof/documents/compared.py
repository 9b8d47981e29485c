"""A JSON file against what it has to be, value by value; only words that are not known beforehand are left to the gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...problems import Problem
from ..faults import create_fault
from .tables import UnreadableError, read_json, say_cell
from .utterance import Utterance

Said = tuple[str, Utterance]
WORDS: Final = object()
"""Stands for words that anybody may have chosen: what they say of numbers the gate judges."""
LONGEST = 80


def check_same(path: str, data: bytes, wanted: Any, role: str) -> Iterator[Problem | Said]:
    """Yield where a file differs from what is wanted, and its words as utterances of this role."""
    try:
        found = read_json(data)
    except UnreadableError as error:
        yield create_fault(path, str(error), "完好的 JSON")
        return
    for item in _compare(found, wanted, ""):
        if isinstance(item, str):
            yield path, Utterance(text=item, role=role)
        else:
            place, shown, right = item
            yield create_fault(path, f"{place or '全文'} 是「{_shorten(shown)}」", f"「{_shorten(right)}」")


def _compare(found: Any, wanted: Any, place: str) -> Iterator[str | tuple[str, Any, Any]]:
    if wanted is WORDS and isinstance(found, str):
        yield found
    elif isinstance(wanted, dict) and isinstance(found, dict):
        for name in dict.fromkeys((*wanted, *found)):
            if name in wanted and name in found:
                yield from _compare(found[name], wanted[name], f"{place}.{name}".lstrip("."))
            else:
                yield f"{place}.{name}".lstrip("."), found.get(name, "没有"), wanted.get(name, "没有")
    elif isinstance(wanted, list) and isinstance(found, list):
        for at, (shown, right) in enumerate(zip(found, wanted, strict=False), start=1):
            yield from _compare(shown, right, f"{place} 第 {at} 项")
        if len(found) != len(wanted):
            yield place, f"{len(found)} 项", f"{len(wanted)} 项"
    elif type(found) is not type(wanted) or found != wanted:
        yield place, found, wanted


def _shorten(value: Any) -> str:
    text = "别的话" if value is WORDS else str(value) if isinstance(value, dict) else say_cell(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
