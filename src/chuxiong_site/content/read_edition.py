"""One side of a comparison from disk: a built site, a content folder, or one annotated report."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ..analysis.diff import Edition, StatedFact
from ..analysis.facts import compute_facts
from ..analysis.report_numerals import read_report_numerals
from ..model.findings import Fact
from ..model.names import is_litter
from ..model.numeral import describe_decimal
from ..model.place import Place
from ..model.report import Report
from ..problems import Problem
from .load import load_project
from .read_files import describe_unreadable

FACTS = "data/*/facts.json"


def read_edition(path: Path) -> tuple[Edition | None, list[Problem]]:
    """Read what `path` is; the edition is `None` when it is none of the three."""
    if path.suffix == ".md":
        return _read_content(path.absolute().parent.parent, str(path), path.stem)
    if any(path.glob(FACTS)):
        return _read_site(path)
    if (path / "reports").is_dir():
        return _read_content(path, str(path), None)
    return None, []


def _read_content(root: Path, name: str, only: str | None) -> tuple[Edition | None, list[Problem]]:
    project, problems = load_project(root)
    reports = project.reports if project else ()
    wanted = [report for report in reports if only in {None, report.id}]
    if project is None or not wanted:
        return None, problems
    facts = {
        report.id: compute_facts(report, read_report_numerals(report), project.indicators)[0]
        for report in wanted
    }
    stated = {
        report.id: tuple(_structure_fact(report, fact) for fact in facts[report.id]) for report in wanted
    }
    return Edition(name=name, reports=stated), problems


def _structure_fact(report: Report, fact: Fact) -> StatedFact:
    return StatedFact(
        id=fact.id,
        name=fact.indicator.name,
        display=fact.display,
        value=describe_decimal(fact.value),
        unit=fact.unit,
        qualifier=fact.qualifier.value if fact.qualifier else None,
        sentence=fact.sentence.of(report.body),
    )


def _read_site(root: Path) -> tuple[Edition | None, list[Problem]]:
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
            if path.is_file() and not path.name.startswith(".") and not is_litter(path.name):
                files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            problems.append(describe_unreadable(Place(file=name), error))
    return files, problems
