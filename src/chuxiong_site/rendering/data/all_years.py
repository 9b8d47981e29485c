"""All years as one table: `data/facts.csv`, and the indicators that they share: `data/indicators.csv`.

Of each report only its facts are used and where they stand, never its text: a report of long ago is not read for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Findings
from .data_files import describe_stated, render_table
from .fields import ALL_FACTS, INDICATORS


def render_all_facts(findings: Findings) -> bytes:
    """Return the facts of all reports, the newest report first, each in the order of its text."""
    header = [field.name for field in ALL_FACTS.fields]
    return render_table(header, _list_facts(findings, header))


def _list_facts(findings: Findings, header: list[str]) -> Iterator[list[object]]:
    themes = {theme.id: theme.name for theme in findings.project.themes}
    for entry in findings.reports:
        for fact in entry.facts:
            row = describe_stated(entry.report, fact)
            row["report"] = entry.report.id
            row["theme"] = themes.get(fact.indicator.theme)
            yield [row[name] for name in header]


def render_indicators(findings: Findings) -> bytes:
    """Return the catalogue of indicators in its order."""
    header = [field.name for field in INDICATORS.fields]
    themes = {theme.id: theme.name for theme in findings.project.themes}
    rows = (
        [themes.get(indicator.theme) if name == "theme" else getattr(indicator, name) for name in header]
        for indicator in findings.project.indicators.values()
    )
    return render_table(header, rows)
