"""Does the workbook hold the data as spreadsheets need them: numbers as printed, words as words, no formulas?"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from built import BuiltSite
from chuxiong_site.model.measures import MEASURES
from chuxiong_site.proof.documents.tables import read_workbook
from chuxiong_site.rendering.data.sheets import describe_sheets
from chuxiong_site.rendering.data.workbook import render_workbook
from chuxiong_site.rendering.export import ExportInputs
from chuxiong_site.rendering.kit import create_environment
from chuxiong_site.rendering.parts.outcomes import compute_tallies
from contexts import create_context

PATH = "data/2023/facts.xlsx"


def read_sheet(data: bytes, sheet: str) -> list[dict[str, str]]:
    """Return the rows of a sheet by the words of its first line."""
    head, *rows = read_workbook(data)[sheet]
    return [dict(zip(head, row, strict=False)) for row in rows]


BUILT_IN = {"0": "General", "1": "0", "2": "0.00"}
"""Number formats that every workbook has."""


@pytest.fixture(scope="module")
def parts(built_site: BuiltSite) -> dict[str, str]:
    """Return the parts of the workbook's file."""
    with zipfile.ZipFile(io.BytesIO(built_site.read(PATH))) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def find_cell(parts: dict[str, str], column: str, row: int) -> tuple[str, str]:
    """Return a cell of the sheet of facts as it is stored: its number format, its value."""
    cell = re.search(
        rf'<c r="{column}{row}" s="(\d+)"[^>]*><v>([^<]*)</v>', parts["xl/worksheets/sheet3.xml"]
    )
    assert cell is not None
    styles = re.findall(r'<xf [^>]*numFmtId="(\d+)"', parts["xl/styles.xml"].partition("<cellXfs")[2])
    own = dict(re.findall(r'<numFmt numFmtId="(\d+)" formatCode="([^"]+)"', parts["xl/styles.xml"]))
    return {**BUILT_IN, **own}[styles[int(cell[1])]], cell[2]


def test_every_sheet_is_there(built_site: BuiltSite) -> None:
    """A cover, the notes and one sheet a table, in this order."""
    assert list(read_workbook(built_site.read(PATH))) == ["说明", "字段说明", "全部数字", "核对", "数的归类"]


def test_every_fact_is_a_row(built_site: BuiltSite) -> None:
    """The sheet has the facts of the report in their order, each with its printed words and its value."""
    rows = read_sheet(built_site.read(PATH), "全部数字")
    assert [(row["标识"], row["原文"], Decimal(row["数值"])) for row in rows] == [
        (fact.id, fact.surface, fact.value) for fact in built_site.report_findings.facts
    ]


@pytest.mark.parametrize(
    ("fact_id", "pattern", "value"),
    [
        ("dispute-resolution-rate", "0.00", "97.65"),
        ("service-cases", "0", "864500"),
        ("reconsideration-correction-rate", "0.0", "18.5"),
    ],
)
def test_numbers_are_stored_as_printed(
    built_site: BuiltSite,
    parts: dict[str, str],
    fact_id: str,
    pattern: str,
    value: str,
) -> None:
    """97.65 is the number 97.65 shown to two places, not 97.64999; 86.45万 is 864500 without places."""
    row = 2 + [fact.id for fact in built_site.report_findings.facts].index(fact_id)
    assert find_cell(parts, "E", row) == (pattern, value)


def test_tables_can_be_filtered_and_stay_in_sight(parts: dict[str, str]) -> None:
    """Every table has a filter, its headings and first columns stay while scrolling."""
    for number in range(1, 5):
        assert "<autoFilter " in parts[f"xl/tables/table{number}.xml"]
        assert 'state="frozen"' in parts[f"xl/worksheets/sheet{number + 1}.xml"]
        assert "<cols>" in parts[f"xl/worksheets/sheet{number + 1}.xml"]


def test_no_cell_is_a_formula_or_a_link(parts: dict[str, str]) -> None:
    """Nothing in the workbook is computed or fetched when it is opened."""
    for name, part in parts.items():
        assert not re.search(r"<f[ >]|<hyperlink|externalLink|TargetMode", part), name


def test_a_name_that_looks_like_a_formula_stays_text(built_site: BuiltSite) -> None:
    """`=1+1` as an indicator's name is written as those four characters."""
    inputs = build_inputs(built_site, "=1+1")
    data = render_workbook(inputs)
    row = read_sheet(data, "全部数字")[0]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet3.xml").decode()
    assert row["指标名称"] == "=1+1"


def test_numbers_beyond_a_spreadsheet_are_text(built_site: BuiltSite) -> None:
    """A value of more digits than a spreadsheet holds exactly keeps them all, as text."""
    value = Decimal("12345678901234567.25")
    data = render_workbook(build_inputs(built_site, "多", value))
    assert read_sheet(data, "全部数字")[0]["数值"] == "12345678901234567.25"


def test_the_cover_counts_what_is_inside(built_site: BuiltSite) -> None:
    """The cover says the source, the licence, the notice and how many of each there are."""
    cover = {row[0]: row[-1] for row in read_workbook(built_site.read(PATH))["说明"]}
    assert cover["全部数字（个）"] == str(len(built_site.report_findings.facts))
    for tally in compute_tallies(built_site.report_findings):
        assert cover[f"{tally.name}（{tally.unit}）"] == str(tally.total)
        for outcome, count in tally.outcomes:
            assert cover[f"{tally.name}：{outcome}（{tally.unit}）"] == str(count)
    assert cover["官方原页"] == built_site.report_findings.report.source_url
    assert "CC BY 4.0" in str(cover["许可"])
    assert cover["声明"] == built_site.findings.project.site.notice


def test_every_column_is_explained(built_site: BuiltSite) -> None:
    """The notes name every column of the three tables, and every code that occurs in one."""
    notes, *tables = describe_sheets(built_site.report_findings)
    explained = {(row[0], row[1]) for row in notes.rows}
    for table in tables:
        own = {column.title.removesuffix("名称") for column in table.columns} - {
            "",
            "指标",
            "区间下限",
            "区间上限",
        }
        assert own <= {str(column) for _, column in explained} | {"指标名称"}, table.title
    words = " ".join(str(row[3]) for row in notes.rows)
    assert all(f"{word} {measure.name}" in words for word, measure in MEASURES.items())


def test_the_same_findings_give_the_same_bytes(built_site: BuiltSite) -> None:
    """Two workbooks of one report are equal byte for byte."""
    first, second = (render_workbook(build_inputs(built_site, "同")) for _ in range(2))
    assert first == second
    assert b"2024-02-05T00:00:00Z" in zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml")


def build_inputs(site: BuiltSite, name: str, value: Decimal | None = None) -> ExportInputs:
    """Return what the export is made from, its first fact named otherwise."""
    fact = site.report_findings.facts[0]
    indicator = replace(fact.indicator, name=name)
    changed = replace(fact, indicator=indicator, value=fact.value if value is None else value)
    report_findings = replace(site.report_findings, facts=(changed, *site.report_findings.facts[1:]))
    return ExportInputs(
        context=replace(create_context(site.findings), report_findings=report_findings),
        environment=create_environment({}),
        templates={},
        font=b"",
        files={},
    )
