"""Does every page carry the labels of the official page-label scheme that are its own, and none that is untrue?"""

from __future__ import annotations

import re
from html import unescape

import pytest

from built import BuiltSite

META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
SITE = ["SiteName"]
COLUMN = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
ARTICLE = ["ArticleTitle", "PubDate", "ContentSource", "Author"]
COLUMN_TYPES = {"首页", "概况信息", "数据发布", "政策解读"}


def read_labels(site: BuiltSite, path: str) -> dict[str, str]:
    """Return the labels of a page."""
    return {key: unescape(content) for key, content in META.findall(site.pages[path])}


def list_scheme(site: BuiltSite, path: str) -> list[str]:
    """Return those whose names are of the scheme, in order."""
    return [
        key
        for key in read_labels(site, path)
        if key in {*SITE, *COLUMN, *ARTICLE, "SiteDomain", "SiteIDCode"}
    ]


@pytest.mark.parametrize(
    ("path", "labels"),
    [
        ("index.html", SITE),
        ("2023/facts.html", SITE + COLUMN),
        ("terms.html", SITE + COLUMN),
        ("2023/index.html", SITE + COLUMN + ARTICLE),
        ("2023/full.html", SITE + COLUMN + ARTICLE),
        ("2023/disputes.html", SITE + COLUMN + ARTICLE),
        ("404.html", []),
    ],
)
def test_pages_carry_the_labels_of_their_kind(built_site: BuiltSite, path: str, labels: list[str]) -> None:
    """Home names the site, lists their column too, pages with the report's text the article as well."""
    assert list_scheme(built_site, path) == labels


def test_the_article_is_labelled_truly(built_site: BuiltSite) -> None:
    """Title, day without a time, source: as the official page prints them."""
    labels = read_labels(built_site, "2023/full.html")
    assert labels["ArticleTitle"] == "青禾州2023年度依法行政情况报告"
    assert labels["PubDate"] == "2024-02-05"
    assert labels["ContentSource"] == "青禾州人民政府办公室"
    assert labels["ColumnName"] == "2023年度报告"


def test_no_label_is_empty_or_twice(built_site: BuiltSite) -> None:
    """Every value says something, no name stands twice in any case, column types are those of the scheme."""
    for path in built_site.pages:
        pairs = META.findall(built_site.pages[path])
        names = [key.lower() for key, _ in pairs]
        assert len(set(names)) == len(names), path
        assert all(content.strip() and "None" not in content for _, content in pairs), path
        assert read_labels(built_site, path).get("ColumnType", "首页") in COLUMN_TYPES, path


def test_section_pages_have_their_own_keywords(built_site: BuiltSite) -> None:
    """Keywords of a section page are that section's words."""
    own = next(entry for entry in built_site.report_findings.keywords if entry.section == "1.7")
    words = read_labels(built_site, "2023/disputes.html")["Keywords"].split(",")
    assert words == [keyword.text for keyword in own.keywords][: len(words)]
    assert len(words) > 2


def test_no_site_code_is_borrowed(built_site: BuiltSite, addressed_site: BuiltSite) -> None:
    """No page claims a code of the government-site register while none is configured."""
    for site in (built_site, addressed_site):
        assert all("SiteIDCode" not in html for html in site.pages.values())


def test_the_host_is_named_when_known(built_site: BuiltSite, addressed_site: BuiltSite) -> None:
    """SiteDomain and Url are there with a base URL only, the first without a path, the second complete."""
    assert "SiteDomain" not in read_labels(built_site, "2023/full.html")
    labels = read_labels(addressed_site, "2023/full.html")
    assert labels["SiteDomain"] == "example.org"
    assert labels["Url"] == labels["og:url"] == "https://example.org/r/2023/full.html"


def test_share_cards_say_the_page(built_site: BuiltSite) -> None:
    """og: title, description, type and site name are the page's own."""
    labels = read_labels(built_site, "2023/disputes.html")
    assert f"<title>{labels['og:title']}</title>" in built_site.pages["2023/disputes.html"]
    assert labels["og:description"] == labels["description"]
    assert labels["og:type"] == "article"
    assert read_labels(built_site, "index.html")["og:type"] == "website"
    assert labels["og:site_name"] == built_site.findings.project.site.name
