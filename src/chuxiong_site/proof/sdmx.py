"""Prove the SDMX files: every row of the data, every code, concept and component of the structure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from ..model.display_names import QUALIFIER_CODES, ROLE_NAMES
from ..model.findings import Findings
from ..model.numeral import describe_decimal
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.compared import Said, check_same
from .faults import create_fault
from .scopes.words import is_calendar_year, name_report, read_day

DATA, STRUCTURE = "data/facts.sdmx.csv", "data/structure.json"
COLUMNS = {
    "REPORT": "报告", "INDICATOR": "指标", "ROLE": "角色", "OF": "所指", "TIME_PERIOD": "年份", "OBS_VALUE": "数值",
    "UNIT_MEASURE": "单位", "QUALIFIER": "限定", "UPPER": "上限", "PER": "每多少", "DISPLAY": "显示",
}  # fmt: skip
"""Columns behind those that name the structure → what they hold: the key, the value, what is said of it."""
KEY = 5
"""So many of them are the key, the last one the year."""
URN = "urn:sdmx:org.sdmx.infomodel"
OWNER = {"version": "1.0", "agencyID": "REPORTS"}


def check_sdmx(findings: Findings, files: Site) -> Iterator[Problem | Said]:
    """Yield faults of both files; a site of one report has none of them."""
    if DATA in files:
        yield from _check_rows(findings, read_artifact(files, DATA))
    if STRUCTURE in files:
        wanted = _say_structure(findings)
        yield from check_same(STRUCTURE, read_artifact(files, STRUCTURE), wanted, "sdmx")


def _check_rows(findings: Findings, data: bytes) -> Iterator[Problem]:
    lines = list(csv.reader(io.StringIO(data.decode("utf-8", "replace"), newline="")))
    head, rows, wanted = lines[0] if lines else [], lines[1:], list(_list_rows(findings))
    if head != ["STRUCTURE", "STRUCTURE_ID", "ACTION", *COLUMNS]:
        yield create_fault(DATA, f"各列是 {'、'.join(head)}", "、".join(COLUMNS))
    for at, (row, right) in enumerate(zip(rows, wanted, strict=False), start=1):
        if row != right:
            yield create_fault(DATA, f"第 {at} 行是「{'，'.join(row)}」", f"「{'，'.join(right)}」")
            return
    if len(rows) != len(wanted):
        yield create_fault(DATA, f"有 {len(rows)} 行", f"{len(wanted)} 行")


def _list_rows(findings: Findings) -> Iterator[list[str]]:
    """Yield a row for each number with a name and a certain year, once a key."""
    seen: set[tuple[str, ...]] = set()
    for entry in findings.reports:
        for fact in entry.facts:
            year = fact.year or ""
            key = (entry.report.id, fact.indicator.id, fact.role or "_Z", fact.of or "_Z", year)
            if fact.named and is_calendar_year(year) and key not in seen:
                seen.add(key)
                per = "" if fact.per is None else describe_decimal(fact.per)
                upper = "" if fact.upper is None else describe_decimal(fact.upper)
                qualifier = fact.qualifier.value if fact.qualifier else ""
                value = describe_decimal(fact.value)
                yield [
                    "dataflow",
                    "REPORTS:FACTS(1.0)",
                    "I",
                    *key,
                    value,
                    fact.unit,
                    qualifier,
                    upper,
                    per,
                    fact.display,
                ]


def _say_structure(findings: Findings) -> dict[str, Any]:
    project = findings.project
    days = [read_day(report.disclosure.published) for report in project.reports]
    day = max([*days, *(change.date for change in project.site.changes)], default="") or "1970-01-01"
    codes = {
        "REPORT": [_say(entry.report.id, name_report(entry.report)) for entry in findings.reports],
        "INDICATOR": [_say(one.id, one.name, one.name_en) for one in project.indicators.values()],
        "ROLE": [_say("_Z", "没有"), *(_say(role, name) for role, name in ROLE_NAMES.items())],
        "QUALIFIER": [_say(code.value, name) for code, name in QUALIFIER_CODES.items()],
    }
    ids = [*COLUMNS]
    return {
        "meta": {
            "schema": "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json",
            "id": "FACTS",
            "test": False,
            "prepared": f"{day}T00:00:00+08:00",
            "contentLanguages": ["zh"],
            "sender": {"id": "REPORTS"},
        },
        "data": {
            "codelists": [
                {**_say(f"CL_{name}", COLUMNS[name]), **OWNER, "codes": listed}
                for name, listed in codes.items()
            ],
            "conceptSchemes": [
                {
                    **_say("CONCEPTS", "各列"),
                    **OWNER,
                    "concepts": [_say(name, title) for name, title in COLUMNS.items()],
                }
            ],
            "dataStructures": [
                {
                    **_say("FACTS", "全部年度的数字"),
                    **OWNER,
                    "dataStructureComponents": {
                        "dimensionList": {
                            "id": "DimensionDescriptor",
                            "dimensions": [
                                {**_say_component(name, codes), "position": at}
                                for at, name in enumerate(ids[: KEY - 1], start=1)
                            ],
                            "timeDimension": _say_component(ids[KEY - 1], codes),
                        },
                        "measureList": {
                            "id": "MeasureDescriptor",
                            "measures": [{**_say_component(ids[KEY], codes), "usage": "mandatory"}],
                        },
                        "attributeList": {
                            "id": "AttributeDescriptor",
                            "attributes": [
                                {
                                    **_say_component(name, codes),
                                    "usage": "optional",
                                    "attributeRelationship": {"observation": {}},
                                }
                                for name in ids[KEY + 1 :]
                            ],
                        },
                    },
                }
            ],
            "dataflows": [
                {
                    **_say("FACTS", "全部年度的数字"),
                    **OWNER,
                    "structure": f"{URN}.datastructure.DataStructure=REPORTS:FACTS(1.0)",
                }
            ],
        },
    }


def _say(name: str, chinese: str, english: str = "") -> dict[str, Any]:
    names = {"zh": chinese, "en": english} if english else {"zh": chinese}
    return {"id": name, "name": chinese, "names": names}


def _say_component(name: str, coded: dict[str, Any]) -> dict[str, Any]:
    kinds = {"TIME_PERIOD": "GregorianYear", "OBS_VALUE": "Decimal", "UPPER": "Decimal", "PER": "Decimal"}
    held: dict[str, Any] = {"format": {"dataType": kinds.get(name, "String")}}
    if name in coded:
        held = {"enumeration": f"{URN}.codelist.Codelist=REPORTS:CL_{name}(1.0)"}
    return {
        "id": name,
        "conceptIdentity": f"{URN}.conceptscheme.Concept=REPORTS:CONCEPTS(1.0).{name}",
        "localRepresentation": held,
    }
