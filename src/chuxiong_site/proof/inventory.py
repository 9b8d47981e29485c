"""Prove the list of files: none may be missing, and no other may be among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from ..model.findings import Findings, ReportFindings
from ..model.site import Site, compute_digest
from ..problems import Problem
from .around import Around, list_site_data
from .faults import create_fault
from .indicators import list_indicator_pages
from .pages import ENGLISH, is_all_english, list_report_pages
from .scopes.cards import list_cards
from .scopes.looking import Scopes

DATA_FILES = (
    "facts.xlsx",
    "facts.csv",
    "facts.csv-metadata.json",
    "facts.json",
    "numerals.json",
    "checks.json",
    "facts.xbrl.json",
    "indicators.xsd",
    "report.txt",
    "search-data.js",
    "poster.svg",
    "report.md",
    "citation.ris",
    "citation.bib",
    "citation.json",
)
FRAME_SCRIPT = "embed/frame_size.js"
"""There where a chart is; each chart's page asks for it."""
OF_AN_ADDRESS = ("feed.xml", "sitemap.xml", "robots.txt")
ASSET = re.compile(r"assets/[\w.-]+\.[0-9a-f]{8}\.(?:css|js|png)")
UNSEEN = frozenset({".nojekyll", ".chuxiong-site", "receipt.json"})
"""Files that are for the host and for the publishing, and say nothing of a report."""


def list_packaged() -> list[str]:
    """Return the data files of a report that a package lists: not what draws, finds, describes, cites or says the text again."""
    others = (".js", ".svg", ".md", "-metadata.json")
    return [name for name in DATA_FILES if not name.endswith(others) and not name.startswith("citation.")]


def check_report_inventory(
    findings: Findings, around: Around, scopes: Scopes, files: Site
) -> Iterator[Problem]:
    """Yield every file that a report has to have and lacks, and every other one; pictures may be left out."""
    [report_findings] = findings.reports
    wanted = {*_list_report_files(report_findings, several=around.several)}
    if around.has_english and is_all_english(report_findings):
        wanted |= {f"en/{report_findings.report.id}/{name}.html" for name in ENGLISH}
    for chart in scopes.charts.values():
        report, name = chart.key
        wanted |= {f"data/{report}/charts/{name}.{ending}" for ending in ("svg", "csv")}
        wanted.add(f"embed/{report}-{name}.html")
        wanted |= {f"embed/{report}-{name}.json"} if findings.project.site.base_url else set()
    pictures = {f"data/{report_findings.report.id}/poster.png"}
    pictures |= {f"cards/{page.removesuffix('.html')}.png" for page, _ in list_cards(findings)}
    yield from _compare(wanted, files.keys() - (pictures - wanted))


def check_site_inventory(findings: Findings, around: Around, files: AbstractSet[str]) -> Iterator[Problem]:
    """Yield every file that a site has to have beside those of its reports and lacks, and every other one."""
    wanted = {*_list_site_files(findings, around)}
    optional = {
        path for path in files if path in {*OF_AN_ADDRESS, *UNSEEN, FRAME_SCRIPT} or ASSET.fullmatch(path)
    }
    yield from _compare(wanted, files - (optional - wanted))


def _compare(wanted: AbstractSet[str], found: AbstractSet[str]) -> Iterator[Problem]:
    for path in sorted(wanted - found):
        yield create_fault(path, "没有这个文件", "网站里该有的文件")
    for path in sorted(found - wanted):
        yield create_fault(path, "多出这个文件", "只有由报告生成的文件")


def _list_site_files(findings: Findings, around: Around) -> Iterator[str]:
    yield from (f"{name}.html" for name in around.site_pages)
    if around.has_english:
        yield from ("en/index.html", "en/about.html")
    yield from list_site_data(several=around.several)
    yield "llms.txt"
    if logo := findings.project.logo:
        yield f"assets/logo.{compute_digest(logo.data)}.{logo.ending}"
    yield from (page.path for pages in list_indicator_pages(findings).values() for page in pages)


def _list_report_files(report_findings: ReportFindings, *, several: bool) -> Iterator[str]:
    report = report_findings.report
    yield from (f"{report.id}/{name}.html" for name in list_report_pages(report_findings, several=several))
    yield from (f"{report.id}/{section.slug}.html" for section in report.pages)
    yield from (f"data/{report.id}/{name}" for name in DATA_FILES)
    yield from (f"data/{report.id}.zip", f"data/{report.id}-offline.html")
