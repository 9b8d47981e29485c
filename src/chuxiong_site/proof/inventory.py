"""Prove the list of files: none may be missing, and no other may be among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Findings, ReportFindings
from ..model.site import Site, compute_digest
from ..problems import Problem
from .faults import create_fault
from .pages import list_report_pages, list_site_pages, list_twins
from .scopes import Scopes
from .scopes.cards import list_cards

DATA_FILES = (
    "report.txt",
    "facts.json",
    "facts.csv",
    "facts.xlsx",
    "numerals.json",
    "checks.json",
    "search-data.js",
    "poster.svg",
)
OF_AN_ADDRESS = ("feed.xml", "sitemap.xml", "robots.txt")
ASSET = re.compile(r"assets/[\w.-]+\.[0-9a-f]{8}\.(?:css|js|png)")
UNSEEN = frozenset({".nojekyll", ".chuxiong-site", "receipt.json"})
"""Files that are for the host and for the publishing, and say nothing of a report."""


def check_inventory(findings: Findings, scopes: Scopes, site: Site) -> Iterator[Problem]:
    """Yield every file that a site of these reports has to have and lacks, and every other one."""
    wanted = {*_list_site_files(findings)}
    for report_findings in findings.reports:
        wanted |= {*_list_report_files(report_findings)}
    for chart in scopes.charts.values():
        report, name = chart.key
        wanted |= {f"data/{report}/charts/{name}.{ending}" for ending in ("svg", "csv")}
        wanted.add(f"embed/{report}-{name}.html")
    for path in sorted(wanted - site.keys()):
        yield create_fault(path, "没有这个文件", "网站里该有的文件")
    optional = {*OF_AN_ADDRESS, *UNSEEN}
    optional |= {f"data/{entry.report.id}/poster.png" for entry in findings.reports}
    optional |= {f"cards/{page.removesuffix('.html')}.png" for page, _ in list_cards(findings)}
    for path in sorted(site.keys() - wanted - optional):
        if not ASSET.fullmatch(path):
            yield create_fault(path, "多出这个文件", "只有由报告生成的文件")


def _list_site_files(findings: Findings) -> Iterator[str]:
    yield from (f"{name}.html" for name in list_site_pages(findings))
    yield from list_twins(findings).values()
    yield "data/datapackage.json"
    if logo := findings.project.logo:
        yield f"assets/logo.{compute_digest(logo.data)}.{logo.ending}"
    if len(findings.reports) > 1:
        yield from (f"indicators/{id}.html" for id in findings.project.indicators)  # noqa: A001


def _list_report_files(report_findings: ReportFindings) -> Iterator[str]:
    report = report_findings.report
    yield from (f"{report.id}/{name}.html" for name in list_report_pages(report_findings))
    yield from (f"{report.id}/{section.slug}.html" for section in report.pages)
    yield from (f"data/{report.id}/{name}" for name in DATA_FILES)
    yield from (f"data/{report.id}.zip", f"data/{report.id}-offline.html")
