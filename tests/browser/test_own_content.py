"""Do this site's own pages, whatever its content says, open without fault, read well by all, and find their numbers?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from search_queries import list_spellings
from visitor import OUTSIDE, Visitor, create_visitor

from axe import list_violations, show
from built import ROOT, BuiltSite, build_project

pytestmark = pytest.mark.browser

SIZES = frozenset({"W601", "W602"})
FIND = """(queries) => queries.map((query) => chuxiongSearch.find(query).numbers
  .map((fact) => `${fact.report.id} ${fact.id}`))"""
MODES: tuple[dict[str, Any], ...] = (
    {"width": 1280},
    {"width": 320},
    {"width": 1280, "theme": "dark"},
    {"width": 320, "theme": "contrast", "type_size": "largest"},
)


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build this site's own content once."""
    return build_project(ROOT / "content", tmp_path_factory.mktemp("own") / "_site", allowed=SIZES)


@pytest.fixture(scope="module")
def visitor(browser: Any, own_site: BuiltSite) -> Iterator[Visitor]:
    """Visit the site in its folder."""
    address = own_site.folder.as_uri()
    visitor = create_visitor(
        browser, lambda path: f"{address}/{path}", lambda url: not url.startswith(("file:", "data:", "blob:"))
    )
    yield visitor
    visitor.page.context.close()


def list_pages(site: BuiltSite) -> list[str]:
    """Return one page of each kind, and of the sections that with most words and that with most numbers."""
    kinds: dict[str, str] = {}
    for path, html in site.pages.items():
        if not path.startswith("data/"):
            kinds.setdefault(html.partition('<body class="')[2].partition('"')[0], path)
    sections = sorted(site.section_paths, key=lambda path: site.pages[path].count("data-fact"))
    longest = max(site.section_paths, key=lambda path: len(site.pages[path]))
    return list(dict.fromkeys([*kinds.values(), sections[-1], longest]))


@pytest.mark.needs("axe-core")
def test_pages_are_accessible(visitor: Visitor, own_site: BuiltSite) -> None:
    """On a desk and a phone, dark, in high contrast and large type, axe finds nothing and nothing sticks out."""
    wrong = {}
    for path in list_pages(own_site):
        page = visitor.open(path)
        for mode in MODES:
            show(page, **mode)
            looks = list_violations(page, looks=mode is not MODES[0])
            if found := [*looks, *page.evaluate(OUTSIDE)]:
                wrong[path, str(mode)] = found
    assert wrong == {}


def test_every_page_opens_without_fault(visitor: Visitor, own_site: BuiltSite) -> None:
    """No page has an error, a blocked or failed load, or asks for anything beyond this machine."""
    for path in own_site.pages:
        visitor.open(path)
        assert visitor.faults == [], path


def test_every_fact_is_found(visitor: Visitor, own_site: BuiltSite) -> None:
    """Each number of each report is found by every way to write it."""
    page = visitor.open("search.html?q=a")
    missed = []
    for report_findings in own_site.findings.reports:
        spellings = list_spellings(report_findings.facts)
        answers = page.evaluate(FIND, [spelling.text for spelling in spellings])
        wanted = [f"{report_findings.report.id} {spelling.fact}" for spelling in spellings]
        missed += [
            (one, spelling.text)
            for one, spelling, answer in zip(wanted, spellings, answers, strict=True)
            if one not in answer
        ]
    assert missed == []
