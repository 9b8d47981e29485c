"""Do search engines and feed readers get addresses when the site knows its own, and nothing while it does not?"""

from __future__ import annotations

import re
from pathlib import Path

from built import BuiltSite
from chuxiong_site.model.site import read_artifact
from sample_projects import check_content, copy_fixture, replace_in

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
