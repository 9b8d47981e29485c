"""Data inside the pages as utterances for the gate: the notes on numbers, and what machines are told (JSON-LD)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.findings import Findings, ReportFindings
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.tables import UnreadableError, read_json, say_cell
from .documents.utterance import Record, Utterance
from .faults import create_fault
from .fragments import leads_to_fact
from .links import Crossing, check_addresses, resolve
from .scopes.data import list_sums
from .scopes.looking import belongs

Said = tuple[str, Utterance | Record]
SUMS = ("checks", "uses")
"""The lines of a note that are about checks: those of the number itself, and those that compute with it."""


def check_islands(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem | Said | Crossing]:
    """Yield faults of the islands as such, their utterances, and their links to other parts of the site."""
    for path, page in pages.items():
        for kind, text in page.islands:
            try:
                data = read_json(text.encode())
            except UnreadableError as error:
                yield create_fault(path, f"{kind}：{error}", "完好的数据")
                continue
            if "fact-notes" in kind:
                report_findings = next(
                    (entry for entry in findings.reports if belongs(path, entry.report.id)), None
                )
                yield from _check_notes(path, page, data, pages)
                yield from _check_official(path, data, report_findings)
                yield from _check_sums(path, data, report_findings)
                yield from _check_rows(path, data, pages)
            elif "ld+json" in kind:
                yield from ((path, said) for said in _read_linked_data(data))


def _check_notes(
    path: str, page: BuiltPage, data: Any, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem | Said | Crossing]:
    notes = data.get("facts", [])
    for name in ("report", "title", "citation"):
        yield path, Utterance(text=say_cell(data.get(name)), role=f"notes.{name}")
    for note in notes:
        subject = say_cell(note.get("id"))
        entries = [*_list_entries(note)]
        yield from ((path, record) for record in _read_note(path, subject, entries))
        links = [say_cell(entry.get("href")) for _, entry in entries if isinstance(entry, dict)]
        for name, entry in entries:
            if name == "chart" and not isinstance(entry, dict):
                links += [entry] if entry else []
                yield from _check_own_place(path, say_cell(entry), subject)
        yield from check_addresses(path, links, pages, pages)
    shown = {fact.anchor for fact in page.facts if fact.anchor} - {note.get("id") for note in notes}
    for anchor in sorted(shown):
        yield create_fault(path, f"{anchor} 没有注", "每个数字都有")


def _list_entries(note: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a note, each line of a list by itself."""
    for name, value in note.items():
        if isinstance(value, list):
            yield from ((name, entry) for entry in value)
        else:
            yield name, value


def _read_note(path: str, subject: str, entries: Iterable[tuple[str, Any]]) -> Iterator[Record]:
    """Yield what a note says: of its number; each line of a list, of the check that it leads to, else of the number too."""
    fields: dict[str, str] = {}
    for name, entry in entries:
        if isinstance(entry, dict):
            about = _find_check(path, entry) if name in SUMS else subject
            said = {part: say_cell(words) for part, words in entry.items() if part != "href"}
            yield Record(kind="note", subject=subject, fields=fields)
            yield Record(kind=f"note.{name}", subject=about, fields=said)
            fields = {}
        elif name in fields:
            yield Record(kind="note", subject=subject, fields={name: say_cell(entry)})
        elif name not in {"chart", "official"}:
            fields[name] = say_cell(entry)
    yield Record(kind="note", subject=subject, fields=fields)


def _find_check(path: str, entry: Mapping[str, Any]) -> str:
    """Return the anchor of the check that a line of a note leads to."""
    return resolve(path, say_cell(entry.get("href")))[1]


def _check_sums(path: str, data: Any, report_findings: ReportFindings | None) -> Iterator[Problem]:
    """Yield the notes that lead to other checks than those that recompute their number, or compute with it."""
    wanted = list_sums(report_findings) if report_findings else {}
    for note in data.get("facts", []):
        for name in SUMS:
            found = [_find_check(path, entry) for entry in note.get(name, [])]
            own = wanted.get((name, note.get("id")), [])
            if found != own:
                yield create_fault(path, f"{note.get('id')} 的 {name} 是 {found}", str(own))


def _check_own_place(path: str, address: str, subject: str) -> Iterator[Problem]:
    """Yield a chart in another report."""
    full, _ = resolve(path, address)
    if address and posixpath.dirname(full) != posixpath.dirname(path):
        yield create_fault(path, f"{subject} 的图是「{address}」", "同一份报告里的位置")


def _check_rows(path: str, data: Any, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield the numbers that have no row on the page where their notes look for it: that of the report's facts."""
    full, _ = resolve(path, say_cell(data.get("rows")))
    own = full == f"{posixpath.dirname(path)}/facts.html" and full in pages
    for note in data.get("facts", []):
        if not own or f"_row-{note.get('id')}" not in pages[full].ids:
            yield create_fault(
                path, f"{note.get('id')} 在「{full}」里的一行", "这份报告的数字页里它自己的一行"
            )


def _check_official(path: str, data: Any, report_findings: ReportFindings | None) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in report_findings.facts} if report_findings else {}
    for note in data.get("facts", []):
        fact, address = facts.get(note.get("id")), say_cell(note.get("official"))
        if (
            report_findings is None
            or fact is None
            or not leads_to_fact(address, report_findings.report, fact)
        ):
            yield create_fault(path, f"{note.get('id')} 到官方原页的链接", "找得到这个数的网址")


def _read_dataset(data: Mapping[str, Any]) -> Iterator[Utterance]:
    """Yield what a dataset has to say of itself, where it says nothing too; places as one list: none may be missing."""
    for name in ("keywords", "dateModified"):
        if name not in data:
            yield Utterance(text="", role=f"ld.Dataset.{name}")
    places = data.get("spatialCoverage", [])
    names = [say_cell(place.get("name")) for place in places if isinstance(place, dict)]
    yield Utterance(text="、".join(names), role="ld.Dataset.spatialCoverage")


def _read_linked_data(data: Any, kind: str = "", subject: str = "") -> Iterator[Utterance]:
    """Yield every value with its type and name; a property's value is about the fact that it names."""
    if isinstance(data, dict):
        kind = data.get("@type", kind)
        subject = say_cell(data.get("propertyID")) or subject
        if kind == "Dataset":
            yield from _read_dataset(data)
        if kind == "DataDownload":
            subject = f"file:{say_cell(data.get('name'))}"
        for name, value in data.items():
            if isinstance(value, (dict, list)):
                yield from _read_linked_data(value, f"{kind}.{name}", subject)
            elif not name.startswith("@"):
                yield Utterance(text=say_cell(value), role=f"ld.{kind}.{name}", subject=subject)
    elif isinstance(data, list):
        for item in data:
            yield from _read_linked_data(item, kind, subject)
    else:
        yield Utterance(text=say_cell(data), role=f"ld.{kind}", subject=subject)
