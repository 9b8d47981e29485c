"""The pages of a site beside those of the sections, and their names. A new page is one line here."""

from __future__ import annotations

from ..model.catalogue import Gazetteer
from ..model.findings import Findings, ReportFindings
from .likeness import list_like

SITE_PAGES = {
    "index": "",
    "indicators": "指标",
    "explore": "自选作图",
    "terms": "词语",
    "keywords": "关键词",
    "search": "搜索",
    "about": "关于本站",
    "404": "没有这个网页",
}
"""Name → title; the home page is called by the site, a report's front page by the report."""
REPORT_PAGES = {
    "index": "",
    "full": "全文",
    "facts": "全部数字",
    "checks": "核对了什么",
    "follow-up": "问题与安排",
    "places": "提到的{kind}",
    "terms": "词语",
}
"""The same in the folder of each report; `{kind}` is the project's own word for localities."""

ENGLISH = ("facts", "checks")
"""Those of them that are in English too."""


def name_page(title: str, gazetteer: Gazetteer | None) -> str:
    """Return the title of a page in a project."""
    return title.replace("{kind}", gazetteer.kind if gazetteer else "")


def list_site_pages(findings: Findings) -> list[str]:
    """Return the names of the pages that a site has: those with something in them."""
    project, latest = findings.project, findings.reports[0]
    contents: dict[str, object] = {
        "indicators": project.indicators,
        "terms": project.terms,
        "explore": list_like(findings),
        "keywords": [entry for entry in latest.keywords if entry.keywords][1:],
    }
    return [name for name in SITE_PAGES if contents.get(name, True)]


def has_english_pages(findings: Findings) -> bool:
    """Tell whether a site has English pages: it has English words of its own, and so have all facts of its newest report."""
    return findings.project.site.english is not None and is_all_english(findings.reports[0])


def is_all_english(entry: ReportFindings) -> bool:
    """Tell whether a report has facts, and all of them an English name."""
    return bool(entry.facts) and not any(fact.indicator.name_en == "" for fact in entry.facts)


def list_twins(findings: Findings, *, has_english: bool) -> dict[str, str]:
    """Return the Chinese pages, of these reports and of the site, that are in English too → their English pages."""
    if not has_english:
        return {}
    reports = filter(is_all_english, findings.reports)
    paths = [f"{entry.report.id}/{name}.html" for entry in reports for name in ENGLISH]
    return {path: f"en/{path}" for path in (*paths, "index.html", "about.html")}


def list_report_pages(report_findings: ReportFindings, *, several: bool) -> list[str]:
    """Return the same of a report's folder; of the terms there is a page a report once there are several."""
    contents: dict[str, object] = {
        "facts": report_findings.facts,
        "follow-up": report_findings.follow_ups,
        "places": report_findings.localities,
        "terms": several and report_findings.terms,
    }
    return [name for name in REPORT_PAGES if contents.get(name, True)]
