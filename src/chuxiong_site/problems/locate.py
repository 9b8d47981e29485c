"""Turn places relative to the content folder into paths relative to the working directory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from .codes import is_of_site
from .problem import Problem


def shorten_path(path: Path, here: Path) -> Path:
    """Return a path counted from `here` where it lies below it, else as it was given."""
    full = Path(os.path.normpath(here / path))
    return full.relative_to(here) if full.is_relative_to(here) else path


def locate_problems(
    problems: Iterable[Problem], folder: PurePath, here: Path | None = None
) -> tuple[Problem, ...]:
    """Return the problems with files below `folder`, in forward slashes on every system.

    Whatever lies below `here` is counted from there, files of the project beside the content among it.

    What is wrong with pages of the built site keeps its place: there is no such file yet.
    """
    return tuple(
        problem if is_of_site(problem.code) else _locate(problem, folder, here) for problem in problems
    )


def _locate(problem: Problem, folder: PurePath, here: Path | None) -> Problem:
    path = folder / problem.place.file
    path = path if here is None else shorten_path(Path(path), here)
    return replace(problem, place=replace(problem.place, file=path.as_posix()))
