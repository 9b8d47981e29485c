"""Prove what is made only with a known address: feed, sitemap, robots, canonical links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ..model.findings import Findings
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.utterance import Utterance, fold
from .faults import create_fault
from .scopes.site import find_last_change
from .scopes.words import read_day

Said = tuple[str, Utterance]
FEED, SITEMAP, ROBOTS = "feed.xml", "sitemap.xml", "robots.txt"
ATOM = "{http://www.w3.org/2005/Atom}"
FEED_ENTRIES = 20
"""The newest reports are in the feed; all are in the sitemap."""
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def check_canonical(base_url: str, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield the pages that name another address as their own."""
    base = base_url.rstrip("/")
    for path in pages if not base else list_listed(pages):
        wanted = f"{base}/{quote(path)}" if base else ""
        if pages[path].canonical != wanted:
            found = f"规范链接是「{pages[path].canonical}」"
            yield create_fault(path, found, wanted or "不知道网址时没有它")


def list_listed(paths: Iterable[str]) -> list[str]:
    """Return the pages that search engines should know."""
    return sorted(path for path in paths if not path.startswith(("embed/", "data/")) and path != "404.html")


def check_public_addresses(findings: Findings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of the lists for machines: pages missing, addresses that lead nowhere, wrong entries of the feed."""
    base = findings.project.site.base_url.rstrip("/")
    if not base:
        for path in (SITEMAP, FEED, ROBOTS):
            if path in site:
                yield create_fault(path, "有这个文件", "不知道网址时没有它")
        return
    wanted = {f"{base}/{quote(path)}" for path in list_listed(filter(is_page, site))}
    yield from _check_sitemap(site, wanted)
    if (
        f"Sitemap: {base}/{SITEMAP}"
        not in read_artifact(site, ROBOTS).decode("utf-8", "replace").splitlines()
    ):
        yield create_fault(ROBOTS, "没有站点地图的地址", f"{base}/{SITEMAP}")
    yield from _check_feed(findings, site, base)


def is_page(path: str) -> bool:
    """Tell whether a file is a page."""
    return path.endswith(".html")


def _check_sitemap(site: Site, wanted: set[str]) -> Iterator[Problem]:
    root = _parse(site, SITEMAP)
    if root is None:
        yield create_fault(SITEMAP, "不是完好的 XML", "站点地图")
        return
    for address in sorted({place.text or "" for place in root.iter(LOCATION)} ^ wanted):
        yield create_fault(SITEMAP, f"多出或者缺少 {address}", "每个网页一次")


def _check_feed(findings: Findings, site: Site, base: str) -> Iterator[Problem]:
    dated = [report for report in findings.project.reports if read_day(report.disclosure.published)]
    dated = dated[:FEED_ENTRIES]
    root = _parse(site, FEED) if dated else None
    if root is None:
        if dated:
            yield create_fault(FEED, "不是完好的 XML", "订阅源")
        return
    updates = {report.id: _find_update(findings, report) for report in dated}
    own = {
        "title": findings.project.site.name,
        "subtitle": findings.project.site.notice,
        "updated": max(updates.values()),
    }
    yield from _compare(root, own, "订阅源")
    entries = root.findall(f"{ATOM}entry")
    addresses = [_find(entry, "id") for entry in entries]
    if addresses != [f"{base}/{report.id}/index.html" for report in dated]:
        yield create_fault(FEED, f"条目：{'、'.join(addresses)}", "最近的有日期的报告各一条")
    for report, entry in zip(dated, entries, strict=False):
        yield from _check_entry(report, entry, updates[report.id], base)


def _find_update(findings: Findings, report: Report) -> str:
    """Return the beginning of the day of the last correction of a report, or of its publication."""
    day = find_last_change(findings, report.id) or read_day(report.disclosure.published)
    return f"{day}T00:00:00+08:00"


def _check_entry(report: Report, entry: ET.Element, update: str, base: str) -> Iterator[Problem]:
    fields = report.disclosure
    issued = f"{fields.publisher}{fields.published}发布" if fields.publisher or fields.published else ""
    wanted = {
        "title": report.title,
        "published": f"{read_day(fields.published)}T00:00:00+08:00",
        "updated": update,
        "summary": f"{'，'.join(filter(None, (report.title, issued)))}。全文、数字、核对与下载。",
    }
    yield from _compare(entry, wanted, report.id)
    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    known = {"alternate": f"{base}/{report.id}/index.html", "via": report.source_url}
    if links != {kind: address for kind, address in known.items() if address}:
        yield create_fault(FEED, f"{report.id} 的链接", "网页和官方原页")


def _compare(element: ET.Element, wanted: Mapping[str, str], what: str) -> Iterator[Problem]:
    for name, text in wanted.items():
        if _find(element, name) != fold(text):
            yield create_fault(FEED, f"{what}的 {name} 是「{_find(element, name)}」", f"「{text}」")


def _find(element: ET.Element, name: str) -> str:
    return fold("".join(inner.text or "" for inner in element.findall(f"{ATOM}{name}")))


def _parse(site: Site, path: str) -> ET.Element | None:
    try:
        return ET.fromstring(read_artifact(site, path))
    except ET.ParseError:
        return None
