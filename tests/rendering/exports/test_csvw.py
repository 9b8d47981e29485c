"""Do the W3C's readers accept the descriptions of the tables, and with them the tables themselves?"""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from csvw import CSVW

from built import BuiltSite

SITE, REPORT = "data/csv-metadata.json", "data/2023/facts.csv-metadata.json"


def lay_out(site: BuiltSite, folder: Path) -> None:
    """Write the tables and their descriptions into a folder."""
    paths = (
        "facts.csv",
        "indicators.csv",
        "csv-metadata.json",
        "2023/facts.csv",
        "2023/facts.csv-metadata.json",
    )
    (folder / "data" / "2023").mkdir(parents=True)
    for path in paths:
        (folder / "data" / path).write_bytes(site.read(f"data/{path}"))


def is_valid(path: Path) -> bool:
    """Tell what `csvwvalidate` tells."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # it counts its own warnings
        try:
            return bool(CSVW(str(path), validate=True).is_valid)
        except ValueError:
            return False


@pytest.mark.parametrize("path", [SITE, REPORT])
@pytest.mark.parametrize("name", ["built_site", "small_site"])
def test_the_tables_are_valid(request: pytest.FixtureRequest, name: str, path: str, tmp_path: Path) -> None:
    """Every cell fits its datatype and codes, keys are unique, and each column is described."""
    lay_out(request.getfixturevalue(name), tmp_path)
    assert is_valid(tmp_path / path)


@pytest.mark.parametrize(
    ("old", "new"), [(b",97.65,", b",many,"), (b",approximate,", b",roughly,"), (b",true,", b",yes,")]
)
def test_a_changed_cell_is_refused(built_site: BuiltSite, tmp_path: Path, old: bytes, new: bytes) -> None:
    """The check is able to fail: a word for a value, another code, another truth."""
    lay_out(built_site, tmp_path)
    table = tmp_path / "data" / "2023" / "facts.csv"
    assert old in table.read_bytes()
    table.write_bytes(table.read_bytes().replace(old, new, 1))
    assert not is_valid(tmp_path / REPORT)


def test_values_are_exact_decimals(built_site: BuiltSite, tmp_path: Path) -> None:
    """What such a reader makes of the table are the facts: the same values, each at the place of its sentence."""
    lay_out(built_site, tmp_path)
    read = CSVW(str(tmp_path / REPORT))
    rows = list(read.tables[0].iterdicts(strict=False))
    assert [row["value"] for row in rows] == [fact.value for fact in built_site.report_findings.facts]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SITE, '"decimal"', '"integer"'),
        (SITE, '"name": "unit"', '"name": "units"'),
        (SITE, "count|", ""),
        (SITE, '"全部指标"', '"各项指标"'),
        ("data/indicators.csv", "scope_en", "range_en"),
        ("data/2023/facts.csv", "section_label", "label"),
        (SITE, '"所指"', '"地方"'),
        (SITE, '"primaryKey": [\n     "report"', '"primaryKey": [\n     "id"'),
        (REPORT, '"decimal"', '"double"'),
        (REPORT, "1.10", "1.11"),
        (REPORT, "万", "亿"),
        (REPORT, "2023", "2022"),
        (REPORT, "../../{+href}", "../{+href}"),
    ],
)
def test_damage_is_found(built_site: BuiltSite, path: str, old: str, new: str) -> None:
    """Another type, code, column, key or address: the proof names the file."""
    assert built_site.prove_changed(path, old, new)


@pytest.mark.parametrize("path", [SITE, REPORT])
def test_a_column_left_out_is_found(built_site: BuiltSite, path: str) -> None:
    """A description that lacks a column is told."""
    described = json.loads(built_site.read(path))
    table = described["tables"][0] if path == SITE else described
    table["tableSchema"]["columns"].pop(5)
    assert built_site.prove(path, json.dumps(described, ensure_ascii=False).encode())
