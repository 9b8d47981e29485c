"""Prove the tables of all years: each row is a fact or an indicator, cell by cell; none is missing and none too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from ..model.catalogue import Indicator
from ..model.findings import Fact, Findings
from ..model.numeral import describe_decimal
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.tables import UnreadableError, read_csv
from .faults import create_fault
from .scopes.data import locate_section
from .scopes.things import say_measure
from .scopes.words import read_marker

FACTS, INDICATORS = "data/facts.csv", "data/indicators.csv"
RUN = re.compile(r"[=@＝＠\t\r\n]|[-+－＋](?!\d[\d,]*(?:\.\d+)?[%‰]?$)", re.ASCII)
"""How a cell begins that spreadsheet programs would run; it has an apostrophe before it."""
FIRST = frozenset("=@＝＠\t\r\n-+－＋")
"""The first characters of such cells: of many cells, few have one."""
Row = Mapping[str, str]


def check_all_years(findings: Findings, site: Site) -> Iterator[Problem]:
    """Yield the first fault of each of the two tables."""
    themes = {theme.id: theme.name for theme in findings.project.themes}
    facts = (
        _say_fact(entry.report, fact, themes.get(fact.indicator.theme, ""))
        for entry in findings.reports
        for fact in entry.facts
    )
    indicators = (
        _say_indicator(indicator, themes.get(indicator.theme, ""))
        for indicator in findings.project.indicators.values()
    )
    yield from _compare(site, FACTS, facts)
    yield from _compare(site, INDICATORS, indicators)


def _compare(site: Site, path: str, wanted: Iterator[Row]) -> Iterator[Problem]:
    if path not in site:
        return
    try:
        found = iter(read_csv(read_artifact(site, path)))
    except UnreadableError as error:
        yield create_fault(path, str(error), "完好的数据文件")
        return
    count = 0
    for count, row in enumerate(wanted, start=1):
        shown = next(found, None)
        if shown is None:
            yield create_fault(path, f"只有 {count - 1} 行", "一个数字、一个指标各一行")
            return
        if shown != row or (count == 1 and list(shown) != list(row)):
            yield _name_difference(path, count, shown, row)
            return
    if next(found, None) is not None:
        yield create_fault(path, f"多于 {count} 行", "一个数字、一个指标各一行")


def _name_difference(path: str, count: int, shown: Row, row: Row) -> Problem:
    if list(shown) != list(row):
        return create_fault(path, f"各列是 {'、'.join(shown)}", "、".join(row))
    name = next(name for name in row if shown[name] != row[name])
    return create_fault(path, f"第 {count} 行的 {name} 是「{shown[name]}」", f"「{row[name]}」")


def _shield(row: Row) -> Row:
    """Return a row as spreadsheet programs may have it."""
    if FIRST.isdisjoint([cell[:1] for cell in row.values()]):
        return row
    return {name: f"'{cell}" if RUN.match(cell) else cell for name, cell in row.items()}


def _say_fact(report: Report, fact: Fact, theme: str) -> Row:
    section = report.section_at(fact.span.start)
    return _shield(
        {
            "report": report.id,
            "id": fact.id,
            "indicator": fact.indicator.id if fact.named else "",
            "name": fact.indicator.name,
            "role": fact.role or "",
            "year": fact.year or "",
            "of": fact.of or "",
            "display": fact.display,
            "value": describe_decimal(fact.value),
            "unit": fact.unit,
            "measure": say_measure(fact),
            "qualifier": fact.qualifier.value if fact.qualifier else "",
            "theme": theme,
            "scope": fact.indicator.scope,
            "section": section.number,
            "section_label": read_marker(report, section),
            "named": "true" if fact.named else "false",
            "href": f"{locate_section(report, section.number)}#{quote(fact.id)}",
        }
    )


def _say_indicator(indicator: Indicator, theme: str) -> Row:
    return _shield(
        {
            "id": indicator.id,
            "name": indicator.name,
            "measure": indicator.measure,
            "unit": indicator.unit,
            "scope": indicator.scope,
            "theme": theme,
            "definition": indicator.definition,
            "definition_source": indicator.definition_source,
            "name_en": indicator.name_en,
            "scope_en": indicator.scope_en,
            "drafted": "true" if indicator.drafted else "false",
        }
    )
