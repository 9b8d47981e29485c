"""`sitemap.xml` and `robots.txt`: where the pages are, for search engines. Only with a known address."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from ...model import addresses
from ...model.findings import Findings
from .xml_words import escape_words


def render_sitemap(findings: Findings, pages: Sequence[str]) -> dict[str, bytes]:
    """Return both files by path; nothing without a base URL."""
    site = findings.project.site
    if not site.base_url:
        return {}
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(
            f"<url><loc>{escape_words(addresses.absolute(site.base_url, quote(path)))}</loc></url>"
            for path in list_listed(pages)
        ),
        "</urlset>",
        "",
    ]
    robots = [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {addresses.absolute(site.base_url, addresses.SITEMAP)}",
        "",
    ]
    return {addresses.SITEMAP: "\n".join(lines).encode(), addresses.ROBOTS: "\n".join(robots).encode()}


def list_listed(pages: Sequence[str]) -> tuple[str, ...]:
    """Return the pages that search engines should know: not those made for elsewhere, not the error page."""
    return tuple(path for path in pages if not addresses.is_taken_away(path) and path != addresses.NOT_FOUND)
