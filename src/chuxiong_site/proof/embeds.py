"""Prove what puts charts into other people's pages: the strict policy of their own pages, and the answers of oEmbed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from ..model.findings import Findings
from ..model.site import Site, compute_digest, read_artifact
from ..problems import Problem
from .charts import list_places
from .documents.built_page import BuiltPage
from .documents.parsed import parse_page
from .documents.tables import UnreadableError, read_json
from .faults import create_fault
from .links import Crossing
from .scopes.cards import FOLDER, SIZE
from .scopes.charts import Chart
from .scopes.frames import SCRIPT, measure_frame, name_frame, say_frame
from .scopes.looking import Scopes

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
WIDTH = 640
DISCOVERY = 'link[type="application/json+oembed"]'


def check_embeds(
    findings: Findings, scopes: Scopes, files: Site, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem | Crossing]:
    """Yield faults of the pages and answers of the charts of the one report of these findings, and what their frames load."""
    base, report = findings.project.site.base_url.rstrip("/"), findings.reports[0].report
    for chart in scopes.charts.values():
        path = f"{name_frame(chart)}.html"
        if chart.key[0] != report.id or path not in pages:
            continue
        yield Crossing(path=path, href=f"../{SCRIPT}", target=SCRIPT, anchor="")
        if pages[path].policy != POLICY:
            yield create_fault(path, f"内容策略是「{pages[path].policy}」", POLICY)
        answer = f"{base}/{quote(name_frame(chart))}.json"
        wanted = [("alternate", answer)] if base else []
        tags = [tag.attributes for tag in parse_page(files, path).css(DISCOVERY)]
        links = [(tag.get("rel"), tag.get("href")) for tag in tags]
        if links != wanted:
            yield create_fault(path, f"oEmbed 的链接是 {links}", str(wanted))
        if base:
            yield from _check_answer(findings, chart, files, base)


def _check_answer(findings: Findings, chart: Chart, files: Site, base: str) -> Iterator[Problem]:
    path = f"{name_frame(chart)}.json"
    try:
        found = read_json(read_artifact(files, path))
    except UnreadableError:
        found = None
    wanted: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": chart.title,
        "provider_name": findings.project.site.name,
        "provider_url": f"{base}/index.html",
        "html": say_frame(base, chart, files),
        "width": WIDTH,
        "height": measure_frame(chart, files),
        **_describe_thumbnail(findings, chart, files, base),
    }
    if found != wanted:
        yield create_fault(path, f"oEmbed 的回答是 {found}", str(wanted))


def _describe_thumbnail(findings: Findings, chart: Chart, files: Site, base: str) -> dict[str, Any]:
    """Return the picture of the page on which a chart stands, else of its report; nothing where there is neither."""
    for page in (list_places(chart)[0], f"{findings.reports[0].report.id}/index.html"):
        card = f"{FOLDER}{page.removesuffix('.html')}.png"
        if card in files:
            address = f"{base}/{quote(card)}?v={compute_digest(read_artifact(files, card))}"
            return {
                "thumbnail_url": address,
                "thumbnail_width": SIZE[0],
                "thumbnail_height": SIZE[1],
            }
    return {}
