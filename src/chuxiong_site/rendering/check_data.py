"""Do the data files say what the report says, and all of them the same?"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..model.findings import Fact, ReportFindings
from ..model.headings import describe_marker
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from . import urls
from .data_files import CSV_FIELDS
from .faults import describe_fault

Row = dict[str, Any]
SIGNED = re.compile(r".(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?[%‰]?", re.ASCII)


def check_data(found: ReportFindings, site: Site) -> Iterator[Problem]:
    """Yield every difference between the data files and the report."""
    report = found.report
    rows = _read_json(site, urls.data_file(report, "facts.json")).get("facts", [])
    yield from _check_facts(found, rows, urls.data_file(report, "facts.json"))
    yield from _check_csv(read_artifact(site, urls.data_file(report, "facts.csv")), rows, report)
    yield from _check_numerals(found, site)
    yield from _check_checks(found, site)
    if read_artifact(site, urls.data_file(report, "report.txt")) != report.captured.text.encode():
        yield describe_fault(urls.data_file(report, "report.txt"), "与原文不同的字节", "逐字节相同")


def _read_json(site: Site, path: str) -> Row:
    data: Row = json.loads(read_artifact(site, path) or b"{}")
    return data


def _check_facts(found: ReportFindings, rows: list[Row], path: str) -> Iterator[Problem]:
    if [row["id"] for row in rows] != [fact.id for fact in found.facts]:
        yield describe_fault(path, "数字的条目或次序不同", "与正文相同")
    for row, fact in zip(rows, found.facts, strict=False):
        for name, wanted in _list_wanted(found.report, fact).items():
            if row.get(name) != wanted:
                yield describe_fault(path, f"{fact.id} 的 {name} 写成了「{row.get(name)}」", f"「{wanted}」")
        if Decimal(row["value"]) != fact.value:
            yield describe_fault(path, f"{fact.id} 的 value 写成了「{row['value']}」", f"「{fact.value}」")


def _list_wanted(report: Report, fact: Fact) -> Row:
    """Return what a row has to say, read once more from the report itself."""
    span, indicator = report.captured.span(fact.span), fact.indicator
    sentence = report.captured.span(fact.sentence)
    return {
        "indicator": indicator.id,
        "role": fact.role,
        "name": indicator.name,
        "surface": report.captured.text[span.start : span.end],
        "display": report.display.of(fact.span),
        "unit": fact.unit,
        "scope": indicator.scope,
        "start": span.start,
        "end": span.end,
        "sentence": report.captured.text[sentence.start : sentence.end],
        "section_label": describe_marker(report, report.section_at(fact.span.start)),
    }


def _check_csv(data: bytes, rows: list[Row], report: Report) -> Iterator[Problem]:
    path = urls.data_file(report, "facts.csv")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    if len(table) != len(rows):
        yield describe_fault(path, f"{len(table)} 行", f"{len(rows)} 行")
    for line, row in zip(table, rows, strict=False):
        for name in CSV_FIELDS:
            wanted = "" if row.get(name) is None else str(row[name])
            if line.get(name) != _list_cell(wanted):
                yield describe_fault(
                    path, f"{row['id']} 的 {name} 写成了「{line.get(name)}」", f"「{wanted}」"
                )


def _list_cell(words: str) -> str:
    """Return how a cell stands in a file: what a spreadsheet program would run, behind an apostrophe."""
    signed = words[:1] in set("-+－＋") and not SIGNED.fullmatch(words)
    return f"'{words}" if signed or words[:1] in set("=@＝＠\t\r\n") else words


def _check_numerals(found: ReportFindings, site: Site) -> Iterator[Problem]:
    """Every numeral is the slice that it names, and the facts among them are all the facts."""
    path = urls.data_file(found.report, "numerals.json")
    numerals = _read_json(site, path).get("numerals", [])
    for row in numerals:
        if row["text"] != found.report.captured.text[row["start"] : row["end"]]:
            yield describe_fault(path, f"第 {row['start']} 字起写成了「{row['text']}」", "正文里的字")
    stated = {id for row in numerals for id in (row["fact"] or "").split()}  # noqa: A001
    if len(numerals) != len(found.census) or stated != {fact.id for fact in found.facts}:
        yield describe_fault(path, "数字的条目不同", "正文里的每一处")


def _check_checks(found: ReportFindings, site: Site) -> Iterator[Problem]:
    path = urls.data_file(found.report, "checks.json")
    rows = {row["id"]: row for row in _read_json(site, path).get("checks", [])}
    for check in found.checks:
        row = rows.get(check.spec.id, {})
        shown = tuple(row.get(name) or "" for name in ("formula", "printed", "result", "reason"))
        if shown != (check.formula, check.printed, check.outcome.value, check.reason):
            yield describe_fault(path, f"{check.spec.id} 写成了「{'、'.join(shown)}」", "核对的结果")
