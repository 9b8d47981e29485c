"""One indicator over the years: a point for each of the newest years that reports speak of, of each county or group by itself."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.chart_forms import MOST_YEARS
from ..model.findings import Fact, ReportFindings

Point = tuple[str, Fact]
"""The id of the report that states it, and the fact."""


def compute_series(reports: Iterable[ReportFindings]) -> dict[str, tuple[Point, ...]]:
    """Return indicator id → its points, first of all, then by county or group in the order of the text, then from the oldest to the newest.

    Of more than `MOST_YEARS` years the newest count: what is drawn of them does not grow with the site.
    The ends of a change, aims, last year's values and facts without a name are no points. Of a year that two reports
    state the newer one's value counts.
    """
    points: dict[str, dict[tuple[str, str], Point]] = {}
    for report_findings in sorted(reports, key=lambda entry: entry.report.id):
        for fact in report_findings.facts:
            if fact.role is None and fact.named:
                year = fact.year or report_findings.report.id
                points.setdefault(fact.indicator.id, {})[fact.of or "", year] = (
                    report_findings.report.id,
                    fact,
                )
    return {indicator: _sort(found) for indicator, found in points.items()}


def _sort(found: dict[tuple[str, str], Point]) -> tuple[Point, ...]:
    newest = sorted({year for _, year in found})[-MOST_YEARS:]
    keys = [key for key in found if key[1] in newest]
    groups = ["", *dict.fromkeys(group for group, _ in keys if group)]
    return tuple(found[key] for key in sorted(keys, key=lambda key: (groups.index(key[0]), key[1])))
