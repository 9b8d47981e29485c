"""A built site as one side of a comparison: its facts and the digests of its files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ..analysis.diff import Edition, StatedFact
from ..model.names import is_system_file
from ..model.place import Place
from ..problems import Problem
from .read_files import create_unreadable_problem

FACTS = "data/*/facts.json"


def holds_site(path: Path) -> bool:
    """Tell whether a folder is a built site."""
    return any(path.glob(FACTS))


def read_site_edition(root: Path) -> tuple[Edition | None, list[Problem]]:
    """Return the edition of a built site; `None` when some of it cannot be read."""
    reports, problems = {}, []
    for path in sorted(root.glob(FACTS)):
        try:
            rows = json.loads(path.read_bytes())["facts"]
            reports[path.parent.name] = tuple(_structure_row(row) for row in rows)
        except (OSError, ValueError, KeyError, TypeError) as error:
            found = f"读不懂（{type(error).__name__}）"
            place = Place(file=path.relative_to(root).as_posix())
            problems.append(
                Problem(code="E108", place=place, found=found, expected="本程序生成的 facts.json")
            )
    files, unread = _read_digests(root)
    problems += unread
    return (None if problems else Edition(name=str(root), reports=reports, files=files)), problems


def _structure_row(row: dict[str, Any]) -> StatedFact:
    names = ("id", "name", "display", "value", "unit", "qualifier", "sentence")
    fields = {name: row[name] for name in names}
    return StatedFact(**fields)


def _read_digests(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return path → SHA-256 of every file of a site, hidden ones are the program's own; and those that cannot be read."""
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        try:
            if path.is_file() and not path.name.startswith(".") and not is_system_file(path.name):
                files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            problems.append(create_unreadable_problem(Place(file=name), error))
    return files, problems
