"""One year's pair of files, `<id>.md` and `<id>.txt` → a Report locked to its official text, as last time where they are the same."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from ..memory import recall
from ..model.place import Place
from ..model.project import KeyPath
from ..model.records import dataclass
from ..model.report import Report
from ..problems import Problem
from .read_files import read_source


@dataclass(slots=True, kw_only=True)
class ReadReport:
    """The result of reading one pair of files."""

    report: Report | None = None
    """Returned even when its text differs, so that all is checked at once."""
    problems: list[Problem] = field(default_factory=list)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    """Where the values of the front matter stand."""


def read_report(root: Path, id: str) -> ReadReport:  # noqa: A002  # the contract's word
    """Read and lock one report; of the same two files the same comes out as last time."""
    source, problems = read_source(root, f"reports/{id}.md", hidden=True)
    capture, others = read_source(root, f"reports/{id}.txt", exact=True)
    found = (*problems, *others)
    if source is None:
        return ReadReport(problems=list(found))
    known_by = ("read_report", id, source.data, capture and capture.data, found)

    def work() -> ReadReport:
        from .structure_report import structure_report  # costly, and needed only for a report that is new

        return structure_report(id, source, capture, found)

    return recall(id, known_by, work)
