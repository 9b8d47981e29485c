"""Prove that readers come from the site's pages to every report: none is left out of a list of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.findings import Findings
from ..problems import Problem
from .documents.built_page import BuiltPage
from .faults import create_fault


def check_report_lists(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield the other reports that a page ought to lead to and does not, and lists in another order."""
    others = [entry for entry in findings.reports if entry is not findings.reports[0]]
    lists = {
        "index.html": [f"{entry.report.id}/index.html" for entry in others],
        "about.html": [f"{entry.report.id}/index.html#_source" for entry in others],
        "terms.html": [f"{entry.report.id}/terms.html" for entry in others if entry.terms],
    }
    for path, wanted in lists.items():
        if path in pages:
            known = set(wanted)
            shown = [link for link in pages[path].links if link in known]
            if list(dict.fromkeys(shown)) != wanted:
                yield create_fault(path, f"通向 {len(set(shown))} 份别的报告", f"{len(wanted)} 份，新的在前")
