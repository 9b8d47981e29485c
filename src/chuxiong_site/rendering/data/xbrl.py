"""xBRL-JSON: the named numbers as the tools of accountants read them, with the taxonomy that says what each of them counts.

What XBRL has no words for (约, 不少于, a range, a rate's base) stands in dimensions of its own, never in the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.findings import Fact
from ...model.numeral import describe_decimal, is_year
from ...model.report import Report
from ..export import ExportInputs
from ..json_file import render_json_file
from .data_files import describe_extent

DIMENSIONS = {
    "role": ("Role", "角色"),
    "of": ("Of", "所指"),
    "qualifier": ("Qualifier", "限定"),
    "upper": ("Upper", "上限"),
    "per": ("Per", "每多少"),
    "members": ("Members", "比的各项"),
    "included": ("Included", "含不含本数"),
}
"""What tells a number from others, or how it is meant → the dimension, in capitals as no indicator's id is, and its name."""
SHIFTS = {"%": 2, "‰": 3}
"""Units that XBRL writes as plain numbers, and by how many places they are shifted."""
UNNAMEABLE = re.compile("[^A-Za-z0-9\u4e00-\u9fa5]")
"""What some readers of XML take for no part of a name, or would take for what stands in its place."""


def render_xbrl(inputs: ExportInputs) -> bytes:
    """Return the facts that have names, each with its concept, period, unit and dimensions."""
    report = inputs.report
    publisher = report.disclosure.publisher
    entity = {"entity": f"e:{name_in_xml(publisher)}"} if publisher else {}
    space = name_space(inputs.context.site, report)
    document = {
        "documentInfo": {
            "documentType": "https://xbrl.org/2021/xbrl-json",
            "namespaces": {
                "xbrl": "https://xbrl.org/2021",
                "r": space,
                "u": f"{space}/unit",
                **({"e": f"{space}/publisher"} if publisher else {}),
            },
            "taxonomy": ["indicators.xsd"],
        },
        "facts": {
            fact.id: _describe_fact(fact, entity)
            for fact in inputs.context.report_findings.facts
            if fact.named
        },
    }
    return render_json_file(document)


def name_space(site: SiteConfig, report: Report) -> str:
    """Return the name of the report's vocabulary: its address; where that is unknown, one that is good within this site."""
    return addresses.absolute(site.base_url, f"data/{report.id}/indicators") or f"urn:report:{report.id}"


def name_in_xml(words: str) -> str:
    """Return words as an XML name: 件(次) → 件_x0028_次_x0029_."""
    name = UNNAMEABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", words)
    return f"_x{ord(name[0]):04X}_{name[1:]}" if name[:1].isdecimal() else name


def _describe_fact(fact: Fact, entity: dict[str, str]) -> dict[str, Any]:
    shift = SHIFTS.get(fact.unit, 0)
    return {
        "value": describe_decimal(fact.value.scaleb(-shift)),
        **_describe_precision(fact, shift),
        "dimensions": {
            "concept": f"r:{fact.indicator.id}",
            **entity,
            **_describe_period(fact.year or ""),
            **({"unit": f"u:{name_in_xml(fact.unit)}"} if fact.unit and not shift else {}),
            **dict(_list_dimensions(fact, shift)),
        },
    }


def _describe_precision(fact: Fact, shift: int) -> dict[str, int]:
    """Return the place of the last printed digit; nothing where the number is exact: in XBRL that is exact too."""
    if fact.is_exact and not fact.is_rounded:
        return {}
    return {"decimals": shift - fact.resolution.adjusted()}


def _describe_period(year: str) -> dict[str, str]:
    if not is_year(year):
        return {}
    return {"period": f"{year}-01-01T00:00:00/{int(year) + 1:04}-01-01T00:00:00"}


def _list_dimensions(fact: Fact, shift: int) -> Iterator[tuple[str, str]]:
    """Yield what else tells the number; the upper end of a range is shifted as its value is."""
    upper = {} if fact.upper is None else {"upper": describe_decimal(fact.upper.scaleb(-shift))}
    known: dict[str, Any] = {
        "role": fact.role,
        "of": fact.of,
        "qualifier": fact.qualifier.value if fact.qualifier else None,
        **describe_extent(fact),
        **upper,
    }
    for name, (dimension, _) in DIMENSIONS.items():
        value = known.get(name)
        if value is not None:
            words = " ".join(value) if isinstance(value, list) else value
            yield f"r:{dimension}", str(words).lower() if isinstance(words, bool) else words
