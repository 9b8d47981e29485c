"""Does a page on paper hold what a file needs, and nothing that only a screen can do?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import Visitor

from built import BuiltSite

pytestmark = pytest.mark.browser

A4 = {"viewport": {"width": 794, "height": 1123}}
SCREEN_ONLY = "nav, button, select, .ways, .filters, .search-box, .chart__files, .embed, .bottom-bar"
SHOWN = """(wanted) => [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility())
  .filter((element) => !element.closest('.contents') || element.closest('.rail'))
  .map((element) => `${element.tagName}.${element.className}`)"""
TITLE = """() => { const title = document.querySelector('h1');
  return [getComputedStyle(title).textAlign, title.getBoundingClientRect().left]; }"""
COLUMNS = """() => [...document.querySelectorAll('.fact-table--all thead th')]
  .filter((cell) => cell.checkVisibility()).map((cell) => cell.textContent)"""

NAMES = """() => document.querySelector('.fact-table--all [data-row] th').offsetWidth
  / document.querySelector('.fact-table--all').offsetWidth"""


@pytest.fixture(scope="module")
def reader(stay: Any) -> Visitor:
    """Visit on paper."""
    visitor: Visitor = stay(**A4)
    visitor.page.emulate_media(media="print")
    return visitor


def test_nothing_to_tap_is_printed(reader: Visitor, built_site: BuiltSite) -> None:
    """No menu, button, field or list of downloads of a page is printed, on any page."""
    wrong = {
        path: found
        for path in built_site.reading_paths
        if path != "404.html" and (found := reader.open(path).evaluate(SHOWN, SCREEN_ONLY))
    }
    assert wrong == {}


def test_titles_stand_where_their_text_begins(reader: Visitor) -> None:
    """The full text has its title in the middle, as official documents do; all other titles begin with their text."""
    assert reader.open("2023/full.html").evaluate(TITLE)[0] == "center"
    for path in ("index.html", "2023/index.html", "2023/facts.html", "2023/checks.html", "terms.html"):
        page = reader.open(path)
        align, left = page.evaluate(TITLE)
        assert align in {"start", "left"}, path
        assert left == page.evaluate("() => document.querySelector('main p').getBoundingClientRect().left"), (
            path
        )


def test_the_table_of_facts_fits(reader: Visitor) -> None:
    """The table of all facts leaves out the theme, and gives the names a third of its width."""
    page = reader.open("2023/facts.html")
    assert page.evaluate(COLUMNS) == ["指标", "数值", "种类", "范围", "核对"]
    assert page.evaluate(NAMES) >= 0.3


def test_a_page_on_paper_says_where_it_is_from(reader: Visitor, built_site: BuiltSite) -> None:
    """Every page prints the official page's address and the notice, and no footer that could fall on a page of its own."""
    report, notice = built_site.found.report, built_site.findings.project.site.notice
    for path in (*built_site.section_paths, "2023/facts.html", "2023/checks.html", "terms.html"):
        words = reader.open(path).evaluate("() => document.body.innerText")
        assert report.source_url in words, path
        assert report.disclosure.published in words, path
        assert words.count(notice) == 1, path
        assert not reader.page.locator(".footer").is_visible(), path
