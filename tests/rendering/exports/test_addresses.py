"""Do search engines and feed readers get addresses when the site knows its own, and nothing while it does not?"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from built import BuiltSite
from chuxiong_site.model.site import read_artifact
from sample_projects import check_content, copy_fixture, replace_in

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://example.org/r"


def test_without_an_address_there_is_nothing(built_site: BuiltSite) -> None:
    """No sitemap, feed, robots, canonical link, QR code or absolute address of this site."""
    assert not {"sitemap.xml", "feed.xml", "robots.txt"} & set(built_site.site)
    for path, html in built_site.pages.items():
        assert 'rel="canonical"' not in html, path
        assert 'rel="alternate"' not in html, path
        assert "og:url" not in html, path
        assert 'class="qr"' not in html, path


def test_the_sitemap_lists_every_page(addressed_site: BuiltSite) -> None:
    """Every page but the error page, the embedded charts and the offline document, once."""
    places = re.findall("<loc>(.*?)</loc>", addressed_site.read("sitemap.xml").decode())
    pages = {path for path in addressed_site.pages if not path.startswith(("embed/", "data/", "404"))}
    assert sorted(places) == sorted(f"{BASE}/{path}" for path in pages)


def test_robots_names_the_sitemap(addressed_site: BuiltSite) -> None:
    """All may read everything; the sitemap's address is complete."""
    lines = addressed_site.read("robots.txt").decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}/sitemap.xml"]


def test_canonical_links_are_complete(addressed_site: BuiltSite) -> None:
    """Every page of the sitemap names its own address; pages made for elsewhere do not."""
    for path, html in addressed_site.pages.items():
        own = f'<link rel="canonical" href="{BASE}/{path}">'
        assert (own in html) is not path.startswith(("embed/", "data/", "404")), path


def test_the_feed_has_an_entry_a_report(addressed_site: BuiltSite) -> None:
    """The feed names itself; each entry has its report's title, page, day of publication and of the last correction."""
    feed = ET.fromstring(addressed_site.read("feed.xml"))
    entry, older = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == addressed_site.report_findings.report.title
    assert entry.findtext(f"{ATOM}id") == f"{BASE}/2023/index.html"
    assert entry.findtext(f"{ATOM}published") == "2024-02-05T00:00:00+08:00"
    last = max(change.date for change in addressed_site.findings.project.site.changes)
    assert entry.findtext(f"{ATOM}updated") == f"{last}T00:00:00+08:00"
    assert older.findtext(f"{ATOM}id") == f"{BASE}/2022/index.html"
    assert older.findtext(f"{ATOM}updated") == "2023-01-31T00:00:00+08:00"
    assert feed.findtext(f"{ATOM}updated") == f"{last}T00:00:00+08:00"
    [own] = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == f"{BASE}/feed.xml"


def test_a_missing_page_is_found(addressed_site: BuiltSite) -> None:
    """The proof finds a page that the sitemap does not list."""
    sitemap = addressed_site.read("sitemap.xml").replace(b"/r/terms.html<", b"/r/term.html<")
    assert addressed_site.prove("sitemap.xml", sitemap) == [
        f"多出或者缺少 {BASE}/term.html",
        f"多出或者缺少 {BASE}/terms.html",
    ]


def test_a_chinese_address_in_the_content(tmp_path: Path) -> None:
    """A Chinese host and folder written in site.yaml stand in every address as machines ask for them."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "site.yaml", 'base_url: ""', "base_url: HTTPS://楚雄.中国/报告")
    outcome = check_content(content)
    assert outcome.problems == ()
    assert outcome.site is not None
    home = read_artifact(outcome.site, "index.html").decode()
    base = "https://xn--65vu28g.xn--fiqs8s/%E6%8A%A5%E5%91%8A"
    assert f'<link rel="canonical" href="{base}/index.html">' in home
    assert f"<loc>{base}/2023/full.html</loc>" in read_artifact(outcome.site, "sitemap.xml").decode()


def test_who_is_lost_is_led_by_whole_addresses(addressed_site: BuiltSite) -> None:
    """The page for unknown addresses needs no script where the site's own address is known: its links are complete."""
    html = addressed_site.pages["404.html"]
    assert "<script>" not in html
    links = re.findall('<a href="([^"]*)"', html)
    assert links == [
        f"{BASE}/{path}" for path in ("index.html", "2023/index.html", "2023/full.html", "search.html")
    ]
