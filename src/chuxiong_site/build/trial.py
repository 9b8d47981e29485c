"""What content would be after changes: read and checked on a copy as a build does, before any file is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..analysis.analyse import analyse
from ..content.load import load_project
from ..model.errors import SiteError
from ..model.findings import Findings
from ..model.project import Project
from ..problems import Problem, is_warning
from ..publishing.changed_files import FileChange

MISTAKES = 5
"""How many new mistakes of a refused decision are told."""
Content = tuple[Project | None, Findings | None, list[Problem]]
"""The project, its findings without words, and all problems."""


class RefusedError(SiteError):
    """A decision would have made these mistakes; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("这样写会出错，没有写")
        self.problems = tuple(problems)


def try_changes(content: Path, changes: Mapping[str, FileChange], present: Sequence[Problem]) -> Findings:
    """Return the findings of the content as it would be. Raises `RefusedError` with the mistakes that it has not at present.

    Those in the files that change come first: what they cause elsewhere follows from them.
    """
    _, findings, after = read_changed(content, changes)
    known = {_identify(problem) for problem in present}
    new = [problem for problem in after if not is_warning(problem.code) and _identify(problem) not in known]
    if new or findings is None:
        raise RefusedError(sorted(new, key=lambda problem: problem.place.file not in changes)[:MISTAKES])
    return findings


def read_changed(content: Path, changes: Mapping[str, FileChange]) -> Content:
    """Return what would be read, and what would be wrong, after changes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy)
        for name, change in changes.items():
            (copy / name).write_bytes(change.after)
        return read_content(copy)


def read_content(content: Path) -> Content:
    """Return what a content folder says, without the words of its sentences, and what is wrong with it."""
    project, problems = load_project(content)
    if project is None:
        return None, None, problems
    findings, found = analyse(project, lambda _, rows: tuple(() for _ in rows), words_of=())
    return project, findings, [*problems, *found]


def _identify(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.file, problem.found
