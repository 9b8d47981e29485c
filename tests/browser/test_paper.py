"""Does a page on paper hold what a file needs, and nothing that only a screen can do?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from visitor import PHONE, WIDE, Visitor

from axe import show
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


MARKED = """() => [...document.querySelectorAll('[data-official-text], [data-official-text] *, [data-quote] *')]
  .filter((element) => { const style = getComputedStyle(element);
    return style.textDecorationLine !== 'none' || style.boxShadow !== 'none'
      || style.backgroundColor !== 'rgba(0, 0, 0, 0)' || parseFloat(style.borderBottomWidth); })
  .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 12)}`)"""
SHEET = """() => { const root = getComputedStyle(document.documentElement);
  const text = getComputedStyle(document.querySelector('p[data-official-text]'));
  return [root.colorScheme, root.backgroundColor, text.color, root.fontSize, text.fontSize]; }"""
CHARTS = """() => [...document.querySelectorAll('.chart')].map((chart) => {
  const picture = chart.querySelector('.chart__picture').getBoundingClientRect();
  const table = chart.querySelector('.chart__table');
  const saysAll = !chart.querySelector('.chart__box--live');
  return [chart.offsetHeight, getComputedStyle(chart).breakInside === 'avoid', saysAll,
    Math.abs(picture.top - table.getBoundingClientRect().top), table.checkVisibility()]; })"""


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
    report, notice = built_site.report_findings.report, built_site.findings.project.site.notice
    for path in (*built_site.section_paths, "2023/facts.html", "2023/checks.html", "terms.html"):
        words = reader.open(path).evaluate("() => document.body.innerText")
        assert report.source_url in words, path
        assert report.disclosure.published in words, path
        assert words.count(notice) == 1, path
        assert not reader.page.locator(".footer").is_visible(), path


def test_official_words_are_printed_clean(visit: Any, built_site: BuiltSite) -> None:
    """No line, ground or shadow stands on the official text, whatever is pointed at; quotations neither."""
    page = visit(**A4).page
    page.emulate_media(media="print")
    wrong = {}
    for path in [*built_site.section_paths, "2023/full.html", "2023/follow-up.html"]:
        page.goto(f"{(built_site.folder / path).as_uri()}#dispute-resolution-rate")
        if found := page.evaluate(MARKED):
            wrong[path] = found[:3]
    assert wrong == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_in_every_setting(visit: Any, scheme: str) -> None:
    """Whatever colours and type size a reader has chosen for the screen, paper is white, its words black, its size one."""
    page = visit(**A4, color_scheme=scheme).open("2023/disputes.html")
    page.emulate_media(media="print", color_scheme=scheme)
    looks = set()
    for theme in ("", "light", "dark", "contrast"):
        for size in ("", "large", "largest"):
            show(page, theme=theme, type_size=size, width=794)
            looks.add(tuple(page.evaluate(SHEET)))
    assert len(looks) == 1
    assert next(iter(looks))[:3] == ("light", "rgb(255, 255, 255)", "rgb(0, 0, 0)")


def test_a_chart_is_printed_whole_with_its_table(reader: Visitor, built_site: BuiltSite) -> None:
    """Picture and table stand side by side in a block that no page break parts, and that fits a page.

    Where values are written large or counted the picture says all, and the table is left out.
    """
    seen = 0
    for path in built_site.section_paths:
        for height, is_whole, says_all, apart, is_table_shown in reader.open(path).evaluate(CHARTS):
            seen += not says_all
            assert is_whole, path
            assert is_table_shown is not says_all, path
            assert says_all or apart < 16, path
            assert height < 900, path
    assert seen


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("index.html", 4),
        ("2023/disputes.html", 3),
        ("2023/problems-services.html", 3),
        ("2023/facts.html", 4),
        ("2023/checks.html", 4),
        ("2023/follow-up.html", 5),
        ("2023/full.html", 11),
    ],
)
def test_few_sheets(visit: Any, path: str, most: int) -> None:
    """A page is printed on few sheets; the full text is set as official documents are, and takes what that takes."""
    page = visit(viewport={"width": 1280, "height": 900}).open(path)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= most


def test_every_sheet_says_where_it_is_from(reader: Visitor, built_site: BuiltSite) -> None:
    """The foot of every sheet names publisher, report, day and site, and counts the sheets."""
    report, site = built_site.report_findings.report, built_site.findings.project.site
    for path in ("index.html", "2023/disputes.html", "2023/full.html"):
        page = reader.open(path)
        foot = page.evaluate(
            "() => getComputedStyle(document.documentElement).getPropertyValue('--print-foot')"
        )
        for words in (report.disclosure.publisher, report.title, report.disclosure.published, site.name):
            assert words in foot, path
    styles = [built_site.read(name).decode() for name in built_site.site if name.endswith(".css")]
    assert styles
    for style in styles:
        assert "content:var(--print-foot)" in style
        assert 'content:counter(page) " / " counter(pages)' in style


def test_a_button_prints(visit: Any) -> None:
    """On a wide screen a button opens the print dialog; without scripts, and on a phone, there is none."""
    page = visit(**WIDE).open("2023/disputes.html")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="打印").click()

    assert page.evaluate("window.printed")
    assert not visit(**WIDE, java_script_enabled=False).open("index.html").locator(".print").is_visible()
    assert not visit(**PHONE).open("index.html").locator(".print").is_visible()
