"""The options of a build and its outcome."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.records import dataclass

if TYPE_CHECKING:  # whoever only asks whether there is anything to do makes no findings
    from ..model.findings import Findings
    from ..model.site import Site
    from ..problems import Problem
    from ..publishing.compare import Difference
    from .parts import Part

Progress = Callable[[str], contextlib.AbstractContextManager[object]]
"""Tells, in a sentence, about work that takes longer than a second, for as long as it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The folders and settings of a build."""

    content: Path
    out: Path
    root: Path
    """The project's folder: `templates/` and `node_modules/` are looked for there."""
    base_url: str | None = None
    strict: bool = False
    epoch: int | None = None
    """SOURCE_DATE_EPOCH: shown as the time of the build."""
    keeps: bool = False
    """Whether the parts of a site stay in the project's cache for the next run, which takes them from there."""
    jobs: int = 1
    """How many reports are made at once, into what is kept; 0 makes each here, and it can be shown before it is proved."""
    parts: tuple[Path, ...] = ()
    """Folders with the parts of reports that were made elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of a build."""

    problems: tuple[Problem, ...]
    findings: Findings | None
    site: Site | None
    """The rendered site; `None` when the content is wrong."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Content file → SHA-256, for the receipt."""
    phrases: tuple[str, ...] = ()
    """The sentences with numbers that the project's own templates say."""
    parts: Mapping[str, Part] = field(default_factory=dict)
    """Report id → its part of the site; and the pages with earlier values of indicators under names of their own."""
    published: bool = False
    bytes_written: int = 0
    difference: Difference | None = None
    """What the new site changes in the one before; `None` when there was none with a receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderProof:
    """The result of proving a folder."""

    findings: Findings | None
    """What the content says; `None` when it is too wrong to prove anything by it."""
    content_problems: tuple[Problem, ...]
    site_problems: tuple[Problem, ...]
    """Every place of the folder that is not proved; files are named from the folder."""
    files: int = 0


def work_silently(_: str) -> contextlib.AbstractContextManager[object]:
    """Report no progress."""
    return contextlib.nullcontext()
