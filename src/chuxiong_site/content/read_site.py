"""A published folder as a value: every file by its path, whatever it holds."""

from __future__ import annotations

from pathlib import Path

from ..model.names import is_system_file
from ..model.place import Place
from ..problems import Problem
from .read_files import create_unreadable_problem


def read_site(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the files of a folder, and problems for those that cannot be read; system files are left out."""
    site: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if is_system_file(path.name) or (path.is_dir() and not path.is_symlink()):
            continue
        try:
            site[name] = path.read_bytes()
        except OSError as error:
            problems.append(create_unreadable_problem(Place(file=name), error))
    return site, problems
