"""Does the workbook, read back cell by cell, say what the report says? Numbers as numbers, no formula anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from xml.etree import ElementTree as ET

from ...model.findings import ReportFindings
from ...model.headings import describe_marker
from ...model.site import Site, read_artifact
from ...problems import Problem
from .. import urls
from ..faults import describe_fault
from .fields import CHECKS, FACTS, NUMERALS

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FORMULA = f"{MAIN}f"


class Formula(str):
    """What a computed cell computes; in no table of ours is one."""

    __slots__ = ()


Table = list[dict[str, str | Decimal]]
"""The rows below the headings: heading → text or number; empty cells are left out."""


def check_workbook(found: ReportFindings, site: Site) -> Iterator[Problem]:
    """Yield every difference."""
    path = urls.data_file(found.report, "facts.xlsx")
    sheets = read_workbook(read_artifact(site, path))
    wanted: dict[str, Table] = {
        FACTS.title: [
            {
                "标识": fact.id,
                "原文": found.report.captured.of(fact.span),
                "显示": fact.display,
                "数值": fact.value,
                "单位": fact.unit,
                "报告里的节": describe_marker(found.report, found.report.section_at(fact.span.start)),
            }
            for fact in found.facts
        ],
        CHECKS.title: [{"标识": check.spec.id, "结果": check.outcome.value} for check in found.checks],
        NUMERALS.title: [
            {"原文": found.report.captured.of(entry.span), "类别": entry.kind.value} for entry in found.census
        ],
    }
    for title, table in sheets.items():
        for number, row in enumerate(table, start=2):
            for heading, value in row.items():
                if isinstance(value, Formula):
                    yield describe_fault(
                        path, f"「{title}」第 {number} 行的{heading}是公式「{value}」", "不用公式"
                    )
    for title, rows in wanted.items():
        yield from _compare(path, title, sheets.get(title, []), rows)


def _compare(path: str, title: str, ours: Table, theirs: Table) -> Iterator[Problem]:
    if len(ours) != len(theirs):
        yield describe_fault(path, f"「{title}」有 {len(ours)} 行", f"{len(theirs)} 行")
    for number, (row, wanted) in enumerate(zip(ours, theirs, strict=False), start=2):
        for heading, value in wanted.items():
            if row.get(heading) != value:
                yield describe_fault(
                    path, f"「{title}」第 {number} 行的{heading}是「{row.get(heading)}」", f"「{value}」"
                )


def read_workbook(data: bytes) -> Mapping[str, Table]:
    """Return the tables of a workbook by sheet."""
    if not data:
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = _read_sheet_names(archive)
        words = ["".join(item.itertext()) for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))]
        return {title: _read_table(archive.read(f"xl/{name}"), words) for title, name in names.items()}


def _read_sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    book = ET.fromstring(archive.read("xl/workbook.xml"))
    return {sheet.get("name", ""): targets[sheet.get(RELATION)] for sheet in book.iter(f"{MAIN}sheet")}


def _read_table(data: bytes, words: list[str]) -> Table:
    sheet = ET.fromstring(data)
    rows = [
        {re.sub(r"\d", "", cell.get("r", "")): _read_cell(cell, words) for cell in row if len(cell)}
        for row in sheet.iter(f"{MAIN}row")
    ]
    headings = {column: str(title) for column, title in (rows[0] if rows else {}).items()}
    return [{headings.get(column, column): value for column, value in row.items()} for row in rows[1:]]


def _read_cell(cell: ET.Element, words: list[str]) -> str | Decimal:
    formula = cell.find(FORMULA)
    if formula is not None:
        return Formula(f"={formula.text or ''}")
    text = "".join(cell.itertext())
    return words[int(text)] if cell.get("t") == "s" else Decimal(text)
