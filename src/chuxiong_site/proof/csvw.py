"""Prove the CSVW files: they describe just the columns that the tables have, with the types and codes that stand in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..model.display_names import QUALIFIER_CODES, ROLE_NAMES
from ..model.findings import Findings, ReportFindings
from ..model.measures import MEASURES
from ..model.site import Site, read_artifact
from ..problems import Problem
from .data import SHEETS
from .documents.compared import WORDS, Said, check_same

SITE_FILE, TABLES = "data/csv-metadata.json", ("facts.csv", "indicators.csv")
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "zh"}]
DATATYPES: Mapping[str, Any] = {
    "value": "decimal",
    "start": "integer",
    "end": "integer",
    "named": {"base": "boolean", "format": "true|false"},
    "drafted": {"base": "boolean", "format": "true|false"},
}
"""Column → datatype; of codes these, all others are strings."""
CODES: Mapping[str, Mapping[str, object]] = {
    "measure": MEASURES,
    "qualifier": {code.value: name for code, name in QUALIFIER_CODES.items()},
    "role": ROLE_NAMES,
}
FACT_TITLES = {name: title for title, name in SHEETS["全部数字"][1].items()} | {
    "report": "报告",
    "theme": "主题",
}
INDICATOR_TITLES = {
    "id": "标识", "name": "名称", "measure": "种类", "unit": "单位", "scope": "范围", "theme": "主题", "definition": "定义",
    "definition_source": "定义的出处", "name_en": "英文名称", "scope_en": "英文范围", "drafted": "待确认",
}  # fmt: skip
EMPTY = frozenset(["qualifier", "indicator", "role", "year", "of", "theme"])
"""Columns of facts whose cells may be empty, beside the unit; of indicators the theme and what begins with these:"""
EMPTY_WORDS = ("theme", "definition", "name_en", "scope_en")


def check_report_csvw(findings: Findings, own: ReportFindings, files: Site) -> Iterator[Problem | Said]:
    """Yield faults of what describes a report's table."""
    report = own.report
    folder = f"data/{report.id}"
    wanted = {
        "@context": CONTEXT,
        **_say_facts(files, f"{folder}/facts.csv", "../../{+href}", ["id"]),
        "dc:title": f"{report.title}：全部数字",
        "dc:license": say_terms(findings),
        **({"dc:source": report.source_url} if report.source_url else {}),
    }
    path = f"{folder}/facts.csv-metadata.json"
    yield from check_same(path, read_artifact(files, path), wanted, "csvw")


def check_site_csvw(findings: Findings, files: Site) -> Iterator[Problem | Said]:
    """Yield faults of what describes the tables of all reports."""
    if SITE_FILE not in files:
        return
    facts = _say_facts(files, "data/facts.csv", "../{+href}", ["report", "id"])
    columns = _read_columns(files, "data/indicators.csv")
    indicators = {
        "url": "indicators.csv",
        "dc:description": WORDS,
        "tableSchema": {
            "columns": [
                _say_column(name, INDICATOR_TITLES, is_empty=name.startswith(EMPTY_WORDS)) for name in columns
            ],
            "primaryKey": ["id"],
        },
    }
    wanted = {
        "@context": CONTEXT,
        "dc:title": findings.project.site.name,
        "dc:license": say_terms(findings),
        "tables": [{**facts, "dc:title": WORDS}, {**indicators, "dc:title": WORDS}],
    }
    yield from check_same(SITE_FILE, read_artifact(files, SITE_FILE), wanted, "csvw")


def say_terms(findings: Findings) -> str:
    """Return the address of the licence of the data, or its name where it has none."""
    licence = findings.project.site.data_licence
    return licence.url or licence.name


def _say_facts(files: Site, path: str, link: str, key: list[str]) -> dict[str, Any]:
    columns = _read_columns(files, path)
    return {
        "url": "facts.csv",
        "dc:description": WORDS,
        "tableSchema": {
            "columns": [
                _say_column(name, FACT_TITLES, is_empty=name in EMPTY or name == "unit") for name in columns
            ],
            "primaryKey": key,
            "aboutUrl": link,
        },
    }


def _read_columns(files: Site, path: str) -> list[str]:
    line = read_artifact(files, path).partition(b"\r\n")[0].decode("utf-8-sig", "replace")
    return next(csv.reader([line]), [])


def _say_column(name: str, titles: Mapping[str, str], *, is_empty: bool) -> dict[str, Any]:
    codes = "|".join(map(re.escape, CODES.get(name, ())))
    return {
        "name": name,
        "titles": [name, titles.get(name, name)],
        "dc:description": WORDS,
        "datatype": {"base": "string", "format": f"^({codes})$"} if codes else DATATYPES.get(name, "string"),
        **({} if is_empty else {"required": True}),
    }
