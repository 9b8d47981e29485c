"""The findings of one report alone: all that its own files are made of, and nothing else of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.chart_forms import CHART_FORMS
from ..model.findings import Fact, Findings, ReportFindings
from ..model.project import Project

Series = Mapping[str, tuple[tuple[str, Fact], ...]]


def select_report(findings: Findings, own: ReportFindings) -> Findings:
    """Return the catalogue, one report, and as neighbours the reports whose numbers stand beside its own.

    What is made of these is the same whatever the rest of the site holds: it can be made alone, kept, and made beside
    others. The newest report's series are those of the trends that stand on its pages; an older one has none.
    """
    series = _select_series(findings) if own is findings.reports[0] else {}
    beside = {*_list_beside(own), *(id for points in series.values() for id, _ in points)}  # noqa: A001
    return Findings(
        project=_select_catalogue(findings.project, own),
        reports=(own,),
        series=series,
        neighbours=tuple(
            ReportFindings(report=entry.report, facts=entry.facts, census=(), checks=(), follow_ups=())
            for entry in findings.reports
            if entry.report.id in beside and entry is not own
        ),
    )


def _select_catalogue(project: Project, own: ReportFindings) -> Project:
    """Return the catalogue with one report: without the places in staff's files, and variants of characters it has not."""
    present = set(own.report.display.text)
    variants = {old: new for old, new in project.variants.items() if new in present}
    return replace(project, reports=(own.report,), places={}, variants=variants)


def _select_series(findings: Findings) -> Series:
    drawn = {spec.indicators[0] for spec in findings.project.charts if CHART_FORMS[spec.form].is_over_years}
    return {indicator: points for indicator, points in findings.series.items() if indicator in drawn}


def _list_beside(own: ReportFindings) -> Iterator[str]:
    """Yield the report of the year before, and those whose numbers the checks compute with."""
    if own.report.id.isdecimal():
        yield str(int(own.report.id) - 1)
    yield from (comparison.report_id for comparison in own.comparisons.values())
    yield from (check.base[0] for check in own.checks if check.base is not None)
