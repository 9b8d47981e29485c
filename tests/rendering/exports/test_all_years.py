"""Do the tables of all years say what each report's own files say, and does the proof find what is changed in them?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from built import BuiltSite

FACTS, INDICATORS = "data/facts.csv", "data/indicators.csv"
Row = dict[str, str]


def read_table(site: BuiltSite, path: str) -> list[Row]:
    """Return the rows of a CSV file with BOM."""
    return list(csv.DictReader(io.StringIO(site.read(path).decode("utf-8-sig"), newline="")))


def test_rows_are_those_of_each_report(built_site: BuiltSite) -> None:
    """The newest report comes first; every cell that a report's own table has too is the same there."""
    rows = read_table(built_site, FACTS)
    assert next(iter(rows[0])) == "report"
    own = [
        {"report": year, **row}
        for year in ("2023", "2022")
        for row in read_table(built_site, f"data/{year}/facts.csv")
    ]
    shared = rows[0].keys() & own[0].keys()
    assert rows[0].keys() - shared == {"theme"}
    assert own[0].keys() - shared == {"surface", "sentence", "start", "end"}
    assert [{name: row[name] for name in shared} for row in rows] == [
        {name: row[name] for name in shared} for row in own
    ]


def test_themes_are_named(built_site: BuiltSite) -> None:
    """A fact and its indicator stand under the name of the same theme; what has no name yet, under none."""
    themes = {row["id"]: row["theme"] for row in read_table(built_site, INDICATORS)}
    names = {theme.name for theme in built_site.findings.project.themes}
    assert {*themes.values()} <= names
    for row in read_table(built_site, FACTS):
        assert row["theme"] == themes.get(row["indicator"], "")
        assert (row["indicator"] in themes) == (row["named"] == "true")


def test_one_report_has_the_tables_too(small_site: BuiltSite) -> None:
    """Programs find the same files whether there is one report or many."""
    assert {row["report"] for row in read_table(small_site, FACTS)} == {"2023"}
    assert [row["id"] for row in read_table(small_site, INDICATORS)] == [
        *small_site.findings.project.indicators
    ]


def test_only_places_are_asked_of_older_reports(built_site: BuiltSite) -> None:
    """No cell holds a sentence: the table grows by a few words a number."""
    per_fact = len(built_site.read(FACTS)) / len(read_table(built_site, FACTS))
    assert per_fact < 400


def change(find: str, new: str) -> Callable[[list[str]], list[str]]:
    """Return what exchanges the first such words of the lines."""

    def work(lines: list[str]) -> list[str]:
        at = next(i for i, line in enumerate(lines) if find in line)
        return [*lines[:at], lines[at].replace(find, new, 1), *lines[at + 1 :]]

    return work


DAMAGES: dict[str, Callable[[list[str]], list[str]]] = {
    "digit": change(",97.65,", ",97.66,"),
    "unit": change(",件,", ",个,"),
    "report": change("2022,", "2021,"),
    "qualifier": change("approximate", "at_least"),
    "address": change("2023/", "2022/"),
    "missing row": lambda lines: [*lines[:3], *lines[4:]],
    "missing last row": lambda lines: lines[:-1],
    "row twice": lambda lines: [*lines[:3], lines[2], *lines[3:]],
    "last row twice": lambda lines: [*lines, lines[-1]],
    "other order": lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
    "column": change("report,", "year,"),
    "cell": change(",", ""),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found(built_site: BuiltSite, damage: str) -> None:
    """A changed cell, a row too few or too many, another order or column: the proof names the file."""
    lines = built_site.read(FACTS).decode("utf-8").split("\r\n")[:-1]
    changed = DAMAGES[damage](lines)
    assert changed != lines
    assert built_site.prove(FACTS, "".join(f"{line}\r\n" for line in changed).encode())


@pytest.mark.parametrize("damage", ["件", "count", "全"])
def test_damage_of_the_catalogue_is_found(built_site: BuiltSite, damage: str) -> None:
    """A unit, a measure, a name that is another in the table of indicators is told."""
    assert built_site.prove_changed(INDICATORS, damage, "囗")
