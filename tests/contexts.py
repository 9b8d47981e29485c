"""The context of a report's pages, for tests of single parts."""

from __future__ import annotations

from chuxiong_site.analysis.alone import select_report
from chuxiong_site.model.findings import Findings, ReportFindings
from chuxiong_site.model.site import ChartLibrary
from chuxiong_site.rendering.frame.page import Assets, Context
from chuxiong_site.rendering.frame.surroundings import describe_surroundings
from chuxiong_site.rendering.report_files import create_report_context

LIBRARY = ChartLibrary(version="1.0.0", edition="full", weight=1, style_ids=(), digest="0" * 8)


def create_context(findings: Findings, own: ReportFindings | None = None) -> Context:
    """Return the context of a report, of the newest one when none is named; its shared files have no addresses."""
    alone = select_report(findings, findings.reports[0] if own is None else own)
    assets = Assets(stylesheet="", script="", search="", plotly=LIBRARY)
    return create_report_context(alone, describe_surroundings(findings), assets, "")
