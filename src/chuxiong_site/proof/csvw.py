"""Prove the CSVW files: they describe just the columns that the tables have, with the types and codes that stand in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..model.findings import Findings, ReportFindings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .columns import CODES, EMPTY, KEYS, SITE_TITLES, TITLES, TYPES
from .documents.compared import WORDS, Said, check_same
from .faults import create_fault

SITE_FILE = "data/csv-metadata.json"
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "zh"}]
DATATYPES: Mapping[str, Any] = {
    "number": "decimal",
    "integer": "integer",
    "boolean": {"base": "boolean", "format": "true|false"},
}
"""Type → datatype of CSVW; of codes these, all others are strings."""


def check_report_csvw(findings: Findings, own: ReportFindings, files: Site) -> Iterator[Problem | Said]:
    """Yield faults of what describes a report's table."""
    report = own.report
    folder = f"data/{report.id}"
    wanted = {
        "@context": CONTEXT,
        **_say_table("facts", "facts.csv", "../../{+href}"),
        "dc:title": f"{report.title}：全部数字",
        "dc:license": say_terms(findings),
        **({"dc:source": report.source_url} if report.source_url else {}),
    }
    path = f"{folder}/facts.csv-metadata.json"
    yield from check_same(path, read_artifact(files, path), wanted, "csvw")
    yield from _check_head(files, f"{folder}/facts.csv", "facts")


def check_site_csvw(findings: Findings, files: Site) -> Iterator[Problem | Said]:
    """Yield faults of what describes the tables of all reports."""
    if SITE_FILE not in files:
        return
    tables = {"facts": "../{+href}", "indicators": ""}
    wanted = {
        "@context": CONTEXT,
        "dc:title": findings.project.site.name,
        "dc:license": say_terms(findings),
        "tables": [
            {**_say_table(f"all-{name}", f"{name}.csv", link), "dc:title": SITE_TITLES[name]}
            for name, link in tables.items()
        ],
    }
    yield from check_same(SITE_FILE, read_artifact(files, SITE_FILE), wanted, "csvw")
    for name in tables:
        yield from _check_head(files, f"data/{name}.csv", f"all-{name}")


def say_terms(findings: Findings) -> str:
    """Return the address of the licence of the data, or its name where it has none."""
    licence = findings.project.site.data_licence
    return licence.url or licence.name


def _check_head(files: Site, path: str, table: str) -> Iterator[Problem]:
    """Yield that a table has other columns than those described."""
    line = read_artifact(files, path).partition(b"\r\n")[0].decode("utf-8-sig", "replace")
    head = next(csv.reader([line]), [])
    if head != [*TITLES[table]]:
        yield create_fault(path, f"各列是 {'、'.join(head)}", "、".join(TITLES[table]))


def _say_table(table: str, url: str, link: str) -> dict[str, Any]:
    return {
        "url": url,
        "dc:description": WORDS,
        "tableSchema": {
            "columns": [_say_column(table, name) for name in TITLES[table]],
            "primaryKey": KEYS[table],
            **({"aboutUrl": link} if link else {}),
        },
    }


def _say_column(table: str, name: str) -> dict[str, Any]:
    codes = "|".join(map(re.escape, CODES.get(name, ())))
    datatype = DATATYPES.get(TYPES.get(name, ""), "string")
    return {
        "name": name,
        "titles": [name, TITLES[table][name]],
        "dc:description": WORDS,
        "datatype": {"base": "string", "format": f"^({codes})$"} if codes else datatype,
        **({} if name in EMPTY[table] else {"required": True}),
    }
