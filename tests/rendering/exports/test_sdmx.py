"""Does the reader of the statistical offices accept the structure, and do the numbers fit it?"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pysdmx.errors import PysdmxError
from pysdmx.io import read_sdmx
from pysdmx.model import DataStructureDefinition, DataType, Role

from built import BuiltSite
from chuxiong_site.proof.sdmx import check_sdmx
from chuxiong_site.rendering.data.sdmx import render_sdmx_csv

DATA, STRUCTURE = "data/facts.sdmx.csv", "data/structure.json"
Row = dict[str, str]


def read_structure(data: bytes, folder: Path) -> DataStructureDefinition:
    """Return the data structure as pysdmx reads it, after its check with the official schema of SDMX-JSON."""
    path = folder / "structure.json"
    path.write_bytes(data)
    [structure] = read_sdmx(path, validate=True).get_data_structure_definitions()
    return structure


def read_rows(site: BuiltSite) -> list[Row]:
    """Return the rows of the data."""
    return list(csv.DictReader(io.StringIO(site.read(DATA).decode("utf-8"), newline="")))


def test_the_structure_is_valid(built_site: BuiltSite, tmp_path: Path) -> None:
    """It is read by the official schema; key, value and attributes are what they are called."""
    structure = read_structure(built_site.read(STRUCTURE), tmp_path)
    assert structure.short_urn == "DataStructure=REPORTS:FACTS(1.0)"
    key = ["REPORT", "INDICATOR", "ROLE", "OF", "TIME_PERIOD"]
    assert [component.id for component in structure.components.dimensions] == key
    assert [component.id for component in structure.components.measures] == ["OBS_VALUE"]
    columns = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *(component.id for component in structure.components)]
    assert list(read_rows(built_site)[0]) == columns


def test_the_numbers_fit_the_structure(built_site: BuiltSite, tmp_path: Path) -> None:
    """Every cell is a code of its list, a decimal or a year where the structure says so; every key is there once."""
    structure = read_structure(built_site.read(STRUCTURE), tmp_path)
    rows = read_rows(built_site)
    for component in structure.components:
        cells = {row[component.id] for row in rows}
        if component.role is Role.ATTRIBUTE:
            cells -= {""}
        if component.enumeration is not None:
            assert cells <= {code.id for code in component.enumeration}, component.id
        elif component.dtype is DataType.DECIMAL:
            assert all(Decimal(cell).is_finite() for cell in cells)
        elif component.dtype is DataType.YEAR:
            assert all(len(cell) == 4 and cell.isdecimal() for cell in cells)
        else:
            assert "" not in cells, component.id
    keys = [tuple(row[component.id] for component in structure.components.dimensions) for row in rows]
    assert len(keys) == len(set(keys))


def test_the_numbers_are_those_of_the_reports(built_site: BuiltSite) -> None:
    """Each number with a name and a year is there with its exact value, unit and qualifier, the newest report first."""
    told = [
        (
            entry.report.id,
            fact.indicator.id,
            fact.value,
            fact.unit,
            fact.qualifier.value if fact.qualifier else "",
        )
        for entry in built_site.findings.reports
        for fact in entry.facts
        if fact.named and fact.year
    ]
    assert told == [
        (row["REPORT"], row["INDICATOR"], Decimal(row["OBS_VALUE"]), row["UNIT_MEASURE"], row["QUALIFIER"])
        for row in read_rows(built_site)
    ]


def test_a_rate_keeps_its_base(built_site: BuiltSite) -> None:
    """Of 2.1/10万, both 2.1 and what it is counted by are there, and proved."""
    entry, *others = built_site.findings.reports
    first, *rest = entry.facts
    facts = (replace(first, value=Decimal("2.1"), per=Decimal(100000)), *rest)
    findings = replace(built_site.findings, reports=(replace(entry, facts=facts), *others))
    data = render_sdmx_csv(findings)
    row = next(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    assert (row["OBS_VALUE"], row["PER"]) == ("2.1", "100000")
    assert list(check_sdmx(findings, {DATA: data})) == []
    assert list(check_sdmx(findings, {DATA: data.replace(b",100000,", b",10000,", 1)}))


def test_one_report_has_none(small_site: BuiltSite) -> None:
    """There is nothing to compare yet, and the list of downloads names no such file."""
    assert DATA not in small_site.site
    assert "facts.sdmx.csv" not in small_site.pages["2023/index.html"]


@pytest.mark.parametrize(("old", "new"), [('"id": "REPORT"', '"id": "RE PORT"'), ("GregorianYear", "Years")])
def test_a_wrong_structure_is_refused(built_site: BuiltSite, tmp_path: Path, old: str, new: str) -> None:
    """The check is able to fail."""
    text = built_site.read(STRUCTURE).decode()
    assert old in text
    with pytest.raises((PysdmxError, ValueError)):
        read_structure(text.replace(old, new).encode(), tmp_path)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (DATA, ",97.65,", ",97.66,"),
        (DATA, ",件,", ",个,"),
        (DATA, ",approximate,", ",at_least,"),
        (DATA, "_Z,2023,", "_Z,2022,"),
        (DATA, "OBS_VALUE", "OBS_VALUES"),
        (STRUCTURE, "余", "整"),
        (STRUCTURE, '"position": 2', '"position": 3'),
        (STRUCTURE, "GregorianYear", "String"),
        (STRUCTURE, '"id": "2023"', '"id": "2024"'),
        (STRUCTURE, '"prepared": "2024', '"prepared": "2025'),
        (STRUCTURE, "CL_ROLE(1.0)", "CL_QUALIFIER(1.0)"),
    ],
)
def test_damage_is_found(built_site: BuiltSite, path: str, old: str, new: str) -> None:
    """Another value, unit, qualifier, year, code or component: the proof names the file."""
    assert built_site.prove_changed(path, old, new)


@pytest.mark.parametrize("change", ["fewer", "more", "empty"])
def test_a_row_too_few_or_too_many(built_site: BuiltSite, change: str) -> None:
    """A row that is left out, stands there twice, or none at all is told."""
    lines = built_site.read(DATA).splitlines(keepends=True)
    changed = {"fewer": [*lines[:4], *lines[5:]], "more": [*lines, lines[-1]], "empty": []}[change]
    assert built_site.prove(DATA, b"".join(changed))


def test_a_code_left_out(built_site: BuiltSite) -> None:
    """An indicator that is missing among the codes is told."""
    message = json.loads(built_site.read(STRUCTURE))
    message["data"]["codelists"][1]["codes"].pop()
    assert built_site.prove(STRUCTURE, json.dumps(message, ensure_ascii=False).encode())
