"""Do sitemap, feed and robots name every page and nothing else, and are they absent while no address is known?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ...model.findings import Findings
from ...model.site import Site, read_artifact
from ...problems import Problem
from .. import urls
from ..faults import describe_fault
from .sitemap import list_listed

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ENTRY_LINK = "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}link[@rel='alternate']"


def check_addresses(findings: Findings, site: Site) -> Iterator[Problem]:
    """Yield every page that is missing, and every address that leads nowhere."""
    base = findings.project.site.base_url
    if not base:
        for path in (urls.SITEMAP, urls.FEED, urls.ROBOTS):
            if path in site:
                yield describe_fault(path, "有这个文件", "不知道网址时没有它")
        return
    listed = {place.text or "" for place in _parse(site, urls.SITEMAP).iter(LOCATION)}
    pages = list_listed([path for path in site if path.endswith(".html")])
    wanted = {urls.absolute(base, quote(path)) for path in pages}
    for address in sorted(listed ^ wanted):
        yield describe_fault(urls.SITEMAP, f"多出或者缺少 {address}", "每个网页一次")
    for link in _parse(site, urls.FEED).iterfind(ENTRY_LINK) if urls.FEED in site else ():
        if link.get("href") not in wanted:
            yield describe_fault(urls.FEED, f"{link.get('href')} 没有去处", "站内有的网页")


def _parse(site: Site, path: str) -> ET.Element:
    return ET.fromstring(read_artifact(site, path) or b"<none/>")
