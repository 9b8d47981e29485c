"""Which pages are not made, and whether the feed is: what has nothing in it is left out, and nothing links to it."""

from __future__ import annotations

from ...model import addresses
from ...model.findings import Findings, ReportFindings
from ..parts.like_facts import has_like_facts
from .dates import iso_date


def list_left_out_pages(findings: Findings, report_findings: ReportFindings) -> frozenset[str]:
    """Return the paths of the site's pages, and of one report's, that would say nothing.

    Keywords tell the sections of a report apart: of a single one there is nothing to tell.
    """
    report, latest = report_findings.report, findings.reports[0]
    contents: dict[str, object] = {
        addresses.report_page(report, "facts"): report_findings.facts,
        addresses.report_page(report, "follow-up"): report_findings.follow_ups,
        addresses.report_page(report, "places"): report_findings.localities,
        addresses.INDICATORS: findings.project.indicators,
        addresses.TERMS: findings.project.terms,
        addresses.EXPLORE: has_like_facts(findings),
        addresses.FEED: [other for other in findings.project.reports if iso_date(other.disclosure.published)],
        addresses.KEYWORDS: [entry for entry in latest.keywords if entry.keywords][1:],
    }
    return frozenset(path for path, things in contents.items() if not things)
