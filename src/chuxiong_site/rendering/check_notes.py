"""Do the notes that open on a number say of it what the report and the catalogue say?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..charts import describe_value
from ..model.findings import Fact, Findings, ReportFindings
from ..problems import Problem
from .check_pages import check_links
from .faults import describe_fault
from .read_back import BuiltPage

Note = dict[str, Any]


def check_notes(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield every difference, every note that is missing, and every address in a note that leads nowhere."""
    reports = {found.report.id: found for found in findings.reports}
    for path, page in pages.items():
        found = reports.get(path.split("/", maxsplit=1)[0])
        for text in page.notes:
            notes = json.loads(text).get("facts", [])
            if found is not None:
                yield from _check_notes(found, path, page, notes)
            yield from check_links(path, list(_list_addresses(notes)), pages, pages)


def _check_notes(found: ReportFindings, path: str, page: BuiltPage, notes: list[Note]) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in found.facts}
    for note in notes:
        fact = facts.get(note["id"])
        wanted = _list_wanted(found, fact) if fact else {"id": "报告里有的数字"}
        for name, value in wanted.items():
            if note.get(name) != value:
                yield describe_fault(
                    path, f"{note['id']} 的注里 {name} 写成了「{note.get(name)}」", f"「{value}」"
                )
    missing = facts.keys() & page.ids - {note["id"] for note in notes}
    for id in sorted(missing):  # noqa: A001
        yield describe_fault(path, f"{id} 没有注", "每个数字都有")


def _list_wanted(found: ReportFindings, fact: Fact) -> Note:
    indicator = fact.indicator
    return {
        "shown": describe_value(fact),
        "unit": indicator.unit,
        "scope": indicator.scope,
        "sentence": found.report.display.of(fact.sentence),
        "definition": indicator.definition,
        "source": indicator.definition_source,
    }


def _list_addresses(notes: list[Note]) -> Iterator[str]:
    for note in notes:
        yield from filter(None, (note.get("chart"), note.get("row")))
        for line in (*note.get("checks", ()), *note.get("again", ())):
            yield line["href"]
