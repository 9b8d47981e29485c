"""Do readers of a site of many reports find what older ones say: by search, in pages, on any screen?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from visitor import OUTSIDE, Visitor, create_visitor

from built import BuiltSite
from many_years import build_years

pytestmark = pytest.mark.browser

COUNT, SCOPE, PLACES = "[data-search-count]", "[data-search-scope]", ".hit__place"
READ_AT_ONCE = """() => {
  let longest = 0;
  return new Promise((done) => {
    let last = performance.now();
    const tick = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; };
    const timer = setInterval(tick, 1);
    window.chuxiongSearch.limitTo("none");
    window.chuxiongSearch.getIndex();
    window.chuxiongSearch.limitTo("");
    last = performance.now();
    window.chuxiongSearch.prepare(() => { clearInterval(timer); done(longest); });
  });
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build five years."""
    with pytest.MonkeyPatch.context() as patch:
        yield build_years(tmp_path_factory.mktemp("many"), patch)


@pytest.fixture
def visitor(browser: Any, site: BuiltSite) -> Iterator[Visitor]:
    """Visit them in their folder."""
    visitor = create_visitor(
        browser,
        lambda path: (site.folder / path.partition("?")[0]).as_uri() + path[len(path.partition("?")[0]) :],
        lambda url: not url.startswith("file:"),
    )
    yield visitor
    assert visitor.faults == []
    visitor.page.context.close()


def list_loaded(page: Any) -> list[str]:
    """Return the years whose search data the page has loaded."""
    years: list[str] = page.evaluate("window.chuxiongSearchData.map((data) => data.id)")
    return years


def list_words(site: BuiltSite, year: str) -> list[str]:
    """Return the sentences of a year."""
    [entry] = [entry for entry in site.findings.reports if entry.report.id == year]
    report = entry.report
    return [report.display.of(sentence) for section in report.sections for sentence in section.sentences]


def test_the_newest_are_searched_and_named(visitor: Visitor, site: BuiltSite) -> None:
    """Two reports are loaded and searched, the page says which, and every result names its year."""
    page = visitor.open(f"search.html?q={quote('办结率')}")
    page.wait_for_function("() => document.querySelectorAll('.hit').length > 0")
    assert list_loaded(page) == ["2023", "2022"]
    assert page.locator(SCOPE).inner_text() == "搜的是2023年度报告、2022年度报告。"
    places = page.locator(".search__group--sentences .hit__place").all_inner_texts()
    wanted = sum("办结率" in words for year in ("2023", "2022") for words in list_words(site, year))
    assert len(places) == wanted
    assert {place[:8] for place in places} == {"2023年度报告", "2022年度报告"}


def test_an_older_report_is_searched_when_chosen(visitor: Visitor, site: BuiltSite) -> None:
    """Its data are loaded then, all its sentences are found and those of no other, and the address keeps the choice."""
    page = visitor.open(f"search.html?q={quote('办结率')}")
    page.locator(".search__years summary").first.click()
    page.locator(".search__years a", has_text="2020").click()
    page.wait_for_function(
        "() => location.search.includes('report=2020') && document.querySelectorAll('.hit').length > 0"
    )
    assert set(list_loaded(page)) == {"2023", "2022", "2020"}
    assert page.locator(SCOPE).inner_text().startswith("搜的是2020年度报告。")
    places = page.locator(".search__group--sentences .hit__place").all_inner_texts()
    assert len(places) == sum("办结率" in words for words in list_words(site, "2020"))
    assert {place[:8] for place in places} == {"2020年度报告"}
    page.locator("#_search").fill("制度建设")
    page.wait_for_function(
        "() => document.querySelector('[data-search-count]').textContent.includes('句') && location.search.includes('%E5%88%B6')"
    )
    assert "report=2020" in page.url
    page.get_by_role("link", name="只搜最近的").click()
    page.wait_for_function("() => document.querySelector('[data-search-scope]').textContent.includes('2023')")
    assert "report=" not in page.url


@pytest.mark.parametrize("query", ["办结", "群众来件", "2020年"])
def test_all_reports_in_turn(query: str, visitor: Visitor, site: BuiltSite) -> None:
    """Every report that has the words is named with all that is found in it: numbers apart, each sentence of it."""
    page = visitor.open(f"search.html?q={quote(query)}&report=all")
    page.wait_for_function(
        "() => document.querySelector('[data-search-count]').textContent.startsWith('搜了全部 5 份')"
    )
    shown = page.locator(".search__group h2").all_inner_texts()
    held = {
        entry.report.id: sum(query in words for words in list_words(site, entry.report.id))
        for entry in site.findings.reports
    }
    assert shown == [f"{year}年度报告 {count}" for year, count in held.items() if count]
    total = sum(held.values())
    assert f"共 {total} 条" in page.locator(COUNT).inner_text()


def test_nothing_in_any_report(visitor: Visitor) -> None:
    """That no report has the words is said, with what can be done."""
    page = visitor.open(f"search.html?q={quote('龘龘龘')}&report=all")
    page.wait_for_function(
        "() => document.querySelector('[data-search-count]').textContent.startsWith('搜了全部 5 份')"
    )
    assert "没有哪一份逐字写着「龘龘龘」" in page.locator(COUNT).inner_text()


def test_reading_leaves_the_page_free(visitor: Visitor) -> None:
    """The data of two reports are read in pieces: between two of them a reader's touch is answered."""
    page = visitor.open("search.html?q=a")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    waits = sorted(page.evaluate(READ_AT_ONCE) for _ in range(5))
    assert waits[0] < 50  # the quietest of five: a busy machine is no fault


@pytest.mark.parametrize("path", ["index.html", "about.html", "terms.html", "search.html"])
def test_lists_unfold_on_a_phone(path: str, visitor: Visitor) -> None:
    """The folded list of older reports opens, stays in the window, and leads to its report."""
    page = visitor.page
    page.set_viewport_size({"width": 360, "height": 740})
    visitor.open(path)
    page.locator(".report-list__older summary, .search__years summary").first.click()
    assert page.evaluate(OUTSIDE) == []
    last = page.locator(".report-list a").last
    assert last.is_visible()
    assert re.search("2019", last.get_attribute("href"))


def test_pages_of_an_indicator_are_turned(visitor: Visitor) -> None:
    """From the newest values a reader comes to the oldest and back, without a script."""
    page = visitor.open("indicators/services-done.html")
    page.get_by_role("link", name=re.compile("更早")).click()
    page.wait_for_url("**/indicators/services-done/1.html")
    assert page.locator("tbody tr").first.inner_text().startswith("2020")
    page.get_by_role("link", name=re.compile("更晚")).click()
    page.wait_for_url("**/indicators/services-done.html")
