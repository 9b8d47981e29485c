"""Prove the XBRL report, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..model.findings import Fact, Findings, ReportFindings
from ..model.numeral import describe_decimal
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.compared import Said, check_same
from .scopes.words import is_calendar_year

PLACES = {"%": 2, "‰": 3}
"""Units that are no units in XBRL: how far the point is moved."""


def check_xbrl(findings: Findings, own: ReportFindings, files: Site) -> Iterator[Problem | Said]:
    """Yield every value of the file that is another."""
    path = f"data/{own.report.id}/facts.xbrl.json"
    wanted = _say_report(own, name_space(findings, own.report))
    yield from check_same(path, read_artifact(files, path), wanted, "xbrl")


def name_space(findings: Findings, report: Report) -> str:
    """Return the name of the vocabulary of a report."""
    base = findings.project.site.base_url.rstrip("/")
    return f"{base}/data/{report.id}/indicators" if base else f"urn:report:{report.id}"


def _say_report(own: ReportFindings, space: str) -> dict[str, Any]:
    publisher = own.report.disclosure.publisher
    spaces = {"xbrl": "https://xbrl.org/2021", "r": space, "u": f"{space}/unit"}
    if publisher:
        spaces["e"] = f"{space}/publisher"
    return {
        "documentInfo": {
            "documentType": "https://xbrl.org/2021/xbrl-json",
            "namespaces": spaces,
            "taxonomy": ["indicators.xsd"],
        },
        "facts": {fact.id: _say_fact(fact, publisher) for fact in own.facts if fact.named},
    }


def _say_fact(fact: Fact, publisher: str) -> dict[str, Any]:
    moved = PLACES.get(fact.unit, 0)
    dimensions = {"concept": f"r:{fact.indicator.id}"}
    if publisher:
        dimensions["entity"] = f"e:{_write_name(publisher)}"
    if fact.year and is_calendar_year(fact.year):
        dimensions["period"] = f"{fact.year}-01-01T00:00:00/{int(fact.year) + 1:04}-01-01T00:00:00"
    if fact.unit and not moved:
        dimensions["unit"] = f"u:{_write_name(fact.unit)}"
    special = {
        "Role": fact.role,
        "Of": fact.of,
        "Qualifier": fact.qualifier.value if fact.qualifier else None,
        "Upper": None if fact.upper is None else describe_decimal(fact.upper / Decimal(10) ** moved),
        "Per": None if fact.per is None else describe_decimal(fact.per),
        "Members": " ".join(map(describe_decimal, fact.members)) or None,
        "Included": {None: None, True: "true", False: "false"}[fact.included],
    }
    dimensions |= {f"r:{name}": words for name, words in special.items() if words is not None}
    value = describe_decimal(fact.value / Decimal(10) ** moved)
    if fact.is_rounded or not fact.is_exact:
        return {"value": value, "decimals": moved + _count_places(fact.resolution), "dimensions": dimensions}
    return {"value": value, "dimensions": dimensions}


def _count_places(resolution: Decimal) -> int:
    """Return how many places behind the point the last digit stands: 0.01 is two, 100 minus two."""
    places = 0
    while resolution < 1:
        resolution, places = resolution * 10, places + 1
    while resolution >= 10:
        resolution, places = resolution / 10, places - 1
    return places


def _write_name(words: str) -> str:
    """Return words as an XML name; a character that may not stand there is written as its number."""
    letters = []
    for at, char in enumerate(words):
        is_letter = "一" <= char <= "\u9fa5" or (char.isascii() and char.isalpha())
        is_figure = at > 0 and char.isascii() and char.isdecimal()
        letters.append(char if is_letter or is_figure else f"_x{ord(char):04X}_")
    return "".join(letters)
