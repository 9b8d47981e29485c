"""Prove what is made only with a known address: feed, sitemap, robots, canonical links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from ..model.findings import Findings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.utterance import Utterance
from .documents.xml import parse_xml
from .faults import create_fault
from .feed import FEED, check_feed

Said = tuple[str, Utterance]
SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
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
    yield from check_feed(findings, site, base)


def is_page(path: str) -> bool:
    """Tell whether a file is a page."""
    return path.endswith(".html")


def _check_sitemap(site: Site, wanted: set[str]) -> Iterator[Problem]:
    root = parse_xml(site, SITEMAP)
    if root is None:
        yield create_fault(SITEMAP, "不是完好的 XML", "站点地图")
        return
    for address in sorted({place.text or "" for place in root.iter(LOCATION)} ^ wanted):
        yield create_fault(SITEMAP, f"多出或者缺少 {address}", "每个网页一次")
