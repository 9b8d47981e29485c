"""Problems and sources of numbers as plain records, sent to the preview's script as JSON."""

from __future__ import annotations

from urllib.parse import quote

from ..model.findings import Fact, Findings, ReportFindings
from ..model.place import Place
from ..problems import Problem, explain, is_warning, locate_problems
from ..problems.describe import describe_place, describe_visibly, find_hint
from .folders import Folders

AROUND = 40
"""Characters of a line shown on each side of a place."""


def describe_problem(problem: Problem, folders: Folders) -> dict[str, object]:
    """Return a problem as JSON-ready data: code, title, place, the line in three parts, remedy."""
    found = explain(problem.code)
    [located] = locate_problems([problem], folders.shown)
    return {
        "code": problem.code,
        "warning": is_warning(problem.code),
        "title": found.title if found else "",
        "place": describe_place(located),
        "excerpt": split_excerpt(problem.place),
        "found": describe_visibly(problem.found),
        "expected": describe_visibly(problem.expected),
        "hint": find_hint(problem),
        "open": describe_editor_address(problem.place, folders),
    }


def describe_source(fact: Fact, report_findings: ReportFindings, folders: Folders) -> dict[str, object]:
    """Return where a fact is written: file, line, column, the words around it, and a link into the editor."""
    place = report_findings.report.place_of(fact.span)
    return {
        "id": fact.id,
        "name": fact.indicator.name,
        "shown": fact.display,
        "place": f"{(folders.shown / place.file).as_posix()}:{place.line}:{place.column}",
        "excerpt": split_excerpt(place),
        "open": describe_editor_address(place, folders),
    }


def find_sources(
    findings: Findings, *, report_id: str, path: str, ids: list[str], folders: Folders
) -> list[dict[str, object]]:
    """Return the places of facts; of the report named, else of the page's own, else of the latest."""
    by_id = {report_findings.report.id: report_findings for report_findings in findings.reports}
    report_findings = by_id.get(report_id) or by_id.get(path.partition("/")[0]) or findings.reports[0]
    facts = [fact for name in ids if (fact := report_findings.fact(name)) is not None]
    return [describe_source(fact, report_findings, folders) for fact in facts]


def split_excerpt(place: Place) -> list[str]:
    """Return the line before, at and after the place, cut to what fits; nothing where there is no line."""
    if not place.excerpt or not place.column:
        return []
    first = min(place.column - 1, len(place.excerpt))
    last = min(first + place.length, len(place.excerpt))
    before, after = place.excerpt[:first], place.excerpt[last:]
    parts = (
        ("…" if len(before) > AROUND else "") + before[-AROUND:],
        place.excerpt[first:last],
        after[:AROUND] + ("…" if len(after) > AROUND else ""),
    )
    return [describe_visibly(part) for part in parts]


def describe_editor_address(place: Place, folders: Folders) -> str:
    """Return an address that opens the file in VS Code at the place; empty for what is no file."""
    folder = folders.root if place.file.startswith("templates/") else folders.content
    path = (folder / place.file).absolute()
    if not path.is_file():
        return ""
    name = path.as_posix()
    position = ":".join(str(number) for number in (place.line, place.column) if number)
    return f"vscode://file{'' if name.startswith('/') else '/'}{quote(name)}" + (
        f":{position}" if position else ""
    )
