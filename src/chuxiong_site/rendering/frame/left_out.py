"""Which pages are not made, and whether the feed is: what has nothing in it is left out, and nothing links to it."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import addresses
from ...model.findings import Findings, ReportFindings
from ..parts.like_facts import has_like_facts
from .dates import iso_date


def list_left_out_site_pages(findings: Findings) -> frozenset[str]:
    """Return the paths of the site's own pages that would say nothing.

    Keywords tell the sections of a report apart: of a single one there is nothing to tell.
    """
    latest = findings.reports[0]
    return _list_empty(
        {
            addresses.INDICATORS: findings.project.indicators,
            addresses.TERMS: findings.project.terms,
            addresses.EXPLORE: has_like_facts(findings),
            addresses.FEED: [
                entry for entry in findings.reports if iso_date(entry.report.disclosure.published)
            ],
            addresses.KEYWORDS: [entry for entry in latest.keywords if entry.keywords][1:],
        }
    )


def list_left_out_report_pages(report_findings: ReportFindings) -> frozenset[str]:
    """Return the paths of a report's pages that would say nothing."""
    report = report_findings.report
    return _list_empty(
        {
            addresses.report_page(report, "facts"): report_findings.facts,
            addresses.report_page(report, "follow-up"): report_findings.follow_ups,
            addresses.report_page(report, "places"): report_findings.localities,
        }
    )


def _list_empty(contents: Mapping[str, object]) -> frozenset[str]:
    return frozenset(path for path, things in contents.items() if not things)
