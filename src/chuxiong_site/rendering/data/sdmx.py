"""SDMX: the named numbers of all years as statisticians exchange them, and the structure that says what each column is.

Only where there are several reports. SDMX keys every number by a year, so one that speaks of no certain year is left out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from ...model.display_names import QUALIFIER_CODES, ROLE_NAMES
from ...model.findings import Fact, Findings
from ...model.numeral import describe_decimal, is_year
from ..frame.dates import iso_date
from ..frame.titles import name_report
from ..json_file import render_json_file

AGENCY, VERSION = "REPORTS", "1.0"
DIMENSIONS = {"REPORT": "报告", "INDICATOR": "指标", "ROLE": "角色", "OF": "所指", "TIME_PERIOD": "年份"}
ATTRIBUTES = {
    "UNIT_MEASURE": "单位",
    "QUALIFIER": "限定",
    "UPPER": "上限",
    "PER": "每多少",
    "DISPLAY": "显示",
}
MEASURE = ("OBS_VALUE", "数值")
CODED = ("REPORT", "INDICATOR", "ROLE", "QUALIFIER")
TYPES = {"TIME_PERIOD": "GregorianYear", "OBS_VALUE": "Decimal", "UPPER": "Decimal", "PER": "Decimal"}
"""Columns that are no words."""
NONE = "_Z"
"""What stands in a key where nothing applies."""
URN = "urn:sdmx:org.sdmx.infomodel"
Key = tuple[str, str, str, str, str]


def render_sdmx_csv(findings: Findings) -> bytes:
    """Return the numbers as SDMX-CSV 2.0: UTF-8 without BOM, as its readers ask."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, MEASURE[0], *ATTRIBUTES))
    structure = ("dataflow", f"{AGENCY}:FACTS({VERSION})", "I")
    writer.writerows(
        (*structure, *key, *_describe_value(fact)) for key, fact in _list_keyed(findings).items()
    )
    return stream.getvalue().encode()


def _list_keyed(findings: Findings) -> Mapping[Key, Fact]:
    """Return the numbers that SDMX can key; of two with one key the first in the text."""
    keyed: dict[Key, Fact] = {}
    for entry in findings.reports:
        for fact in entry.facts:
            year = fact.year or ""
            if fact.named and is_year(year):
                key = (entry.report.id, fact.indicator.id, fact.role or NONE, fact.of or NONE, year)
                keyed.setdefault(key, fact)
    return keyed


def _describe_value(fact: Fact) -> tuple[str, ...]:
    return (
        describe_decimal(fact.value),
        fact.unit,
        fact.qualifier.value if fact.qualifier else "",
        *("" if value is None else describe_decimal(value) for value in (fact.upper, fact.per)),
        fact.display,
    )


def render_structure(findings: Findings) -> bytes:
    """Return codes, concepts, the data structure and the dataflow as SDMX-JSON 2.0."""
    lists = _list_codelists(findings)
    message = {
        "meta": {
            "schema": "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json",
            "id": "FACTS",
            "test": False,
            "prepared": f"{_find_day(findings)}T00:00:00+08:00",
            "contentLanguages": ["zh"],
            "sender": {"id": AGENCY},
        },
        "data": {
            "codelists": [
                {**_name(f"CL_{name}", DIMENSIONS.get(name) or ATTRIBUTES[name]), "codes": codes}
                for name, codes in lists.items()
            ],
            "conceptSchemes": [
                {
                    **_name("CONCEPTS", "各列"),
                    "concepts": [
                        {"id": id, **_say(title)}
                        for id, title in (*DIMENSIONS.items(), MEASURE, *ATTRIBUTES.items())  # noqa: A001
                    ],
                }
            ],
            "dataStructures": [
                {**_name("FACTS", "全部年度的数字"), "dataStructureComponents": _describe_components()}
            ],
            "dataflows": [
                {
                    **_name("FACTS", "全部年度的数字"),
                    "structure": f"{URN}.datastructure.DataStructure={AGENCY}:FACTS({VERSION})",
                }
            ],
        },
    }
    return render_json_file(message)


def _find_day(findings: Findings) -> str:
    """Return the last day that the content names: the format asks for a time, and what is not known is the first of all."""
    days = [change.date for change in findings.project.site.changes]
    days += [iso_date(report.disclosure.published) for report in findings.project.reports]
    return max(filter(None, days), default="1970-01-01")


def _list_codelists(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    none = {"id": NONE, **_say("没有")}
    return {
        "REPORT": [{"id": entry.report.id, **_say(name_report(entry.report))} for entry in findings.reports],
        "INDICATOR": [
            {"id": indicator.id, **_say(indicator.name, indicator.name_en)}
            for indicator in findings.project.indicators.values()
        ],
        "ROLE": [none, *({"id": role, **_say(name)} for role, name in ROLE_NAMES.items())],
        "QUALIFIER": [{"id": code.value, **_say(name)} for code, name in QUALIFIER_CODES.items()],
    }


def _describe_components() -> dict[str, Any]:
    *words, time = DIMENSIONS
    relation: dict[str, Any] = {"observation": {}}
    return {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": [
                {**_describe_component(id), "position": position}
                for position, id in enumerate(words, start=1)  # noqa: A001
            ],
            "timeDimension": _describe_component(time),
        },
        "measureList": {
            "id": "MeasureDescriptor",
            "measures": [{**_describe_component(MEASURE[0]), "usage": "mandatory"}],
        },
        "attributeList": {
            "id": "AttributeDescriptor",
            "attributes": [
                {**_describe_component(id), "usage": "optional", "attributeRelationship": relation}
                for id in ATTRIBUTES  # noqa: A001
            ],
        },
    }


def _describe_component(id: str) -> dict[str, Any]:  # noqa: A002  # the contract's word
    if id in CODED:
        held: dict[str, Any] = {
            "enumeration": f"{URN}.codelist.Codelist={AGENCY}:CL_{id}({VERSION})",
        }
    else:
        held = {"format": {"dataType": TYPES.get(id, "String")}}
    concept = f"{URN}.conceptscheme.Concept={AGENCY}:CONCEPTS({VERSION}).{id}"
    return {"id": id, "conceptIdentity": concept, "localRepresentation": held}


def _name(id: str, title: str) -> dict[str, Any]:  # noqa: A002
    return {"id": id, "version": VERSION, "agencyID": AGENCY, **_say(title)}


def _say(chinese: str, english: str = "") -> dict[str, Any]:
    return {"name": chinese, "names": {"zh": chinese, **({"en": english} if english else {})}}
