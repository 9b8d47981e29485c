"""Is the page of all facts quick to look through, its state in the address, its head in sight, its rows sentences on a phone?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from visitor import PHONE, WIDE, Visitor

from built import BuiltSite

pytestmark = pytest.mark.browser
PAGE = "2023/facts.html"
SHOWN = "() => [...document.querySelectorAll('[data-row]')].filter((row) => row.checkVisibility()).map((row) => row.id)"
COUNT = ".taking__count"


@pytest.fixture
def reader(visit: Any) -> Visitor:
    """Return a reader at a desk."""
    visitor: Visitor = visit(**WIDE)
    return visitor


def look_for(page: Any, words: str) -> list[str]:
    """Type words into the filter; return the rows that are shown then."""
    page.fill("[data-query]", words)
    page.wait_for_function("(q) => new URLSearchParams(location.search).get('q') === q", arg=words)
    shown: list[str] = page.evaluate(SHOWN)
    return shown


def test_words_are_found_in_name_value_scope_and_sentence(reader: Visitor, built_site: BuiltSite) -> None:
    """Each kind of words finds its row, full width as half, and the count is a status."""
    page = reader.open(PAGE)
    for words in ("列入目录的政务服务事项", "1286项", "１２８６项", "公布《青禾州政务服务事项目录"):
        assert "_row-service-items" in look_for(page, words), words
        assert page.locator(COUNT).text_content() == f"共 {len(page.evaluate(SHOWN))} 个"
    assert page.locator(COUNT).get_attribute("role") == "status"
    assert len(look_for(page, "全州")) < len(built_site.report_findings.facts)


def test_a_row_found_by_its_sentence_shows_it(reader: Visitor) -> None:
    """Words that stand in the sentence only bring the sentence into the row; others do not."""
    page = reader.open(PAGE)
    look_for(page, "公布《青禾州政务服务事项目录")
    assert "公布《青禾州" in page.locator("#_row-service-items .fact-table__said").text_content()
    look_for(page, "列入目录的政务服务事项")
    assert page.locator("#_row-service-items .fact-table__said").count() == 0


def test_the_address_keeps_the_state(reader: Visitor) -> None:
    """Words, choice and order survive reload and coming back, and are there for who gets the address."""
    page = reader.open(PAGE)
    page.select_option("[data-filter=unit]", "件")
    page.select_option("[data-sort]", "value")
    shown = look_for(page, "件")
    assert shown
    for go in (page.reload, lambda: (page.click("[data-row]:not([hidden]) th a"), page.go_back())):
        go()
        page.wait_for_function("() => document.querySelector('[data-query]').value === '件'")
        assert page.evaluate(SHOWN) == shown
        assert page.locator("[data-note]").is_visible()
    page.click(".filters [type=reset]")
    page.wait_for_function("() => location.search === ''")


def test_an_old_address_harms_nothing(reader: Visitor, built_site: BuiltSite) -> None:
    """A choice that the report has not, and a torn address, leave the table whole."""
    for search in (f"?unit={quote('立方光年')}", "?q=%E4%B8", "?sort=x"):
        page = reader.open(f"{PAGE}{search}")
        assert len(page.evaluate(SHOWN)) == len(built_site.report_findings.facts), search


def test_what_is_shown_can_be_saved(reader: Visitor, tmp_path: Path) -> None:
    """The button saves the rows in sight, in their order, as a table for spreadsheet programs."""
    page = reader.open(PAGE)
    assert not page.locator("[data-save]").is_visible()
    page.select_option("[data-filter=unit]", "%")
    shown = page.evaluate(SHOWN)
    with page.expect_download() as waiting:
        page.click("[data-save]")
    target = tmp_path / "shown.csv"
    waiting.value.save_as(target)
    lines = target.read_bytes().decode("utf-8-sig").splitlines()
    assert lines[0].startswith("指标,数值,种类")
    assert len(lines) == len(shown) + 1
    assert all(re.search(r",[^,]*%[^,]*,", line) for line in lines[1:])


def test_the_head_stays_in_sight(reader: Visitor) -> None:
    """On a wide screen the heads of the columns stay at the top; on a phone there are none to eat the screen."""
    page = reader.open(PAGE)
    page.locator("[data-row]").last.scroll_into_view_if_needed()
    top = "() => document.querySelector('.fact-table--all thead th').getBoundingClientRect().top"
    assert abs(page.evaluate(top)) < 1
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate(
        "() => document.querySelector('.fact-table--all thead th').getBoundingClientRect().right < 0"
    )


def test_a_row_is_a_sentence_on_a_phone(visit: Any) -> None:
    """Its pieces stand in one run of lines with their marks between them; no line begins with a mark."""
    page = visit(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).open(PAGE)
    displays = page.evaluate(
        "() => [...document.querySelectorAll('#_row-service-items > :not(.fact-table__none)')]"
        ".map((cell) => getComputedStyle(cell).display)"
    )
    assert set(displays[:4]) == {"inline"}
    marks = page.evaluate(
        "() => [getComputedStyle(document.querySelector('#_row-service-items th'), '::after').content,"
        " getComputedStyle(document.querySelector('#_row-service-items td:nth-child(4)'), '::before').content]"
    )
    assert marks[0] == '"："'
    assert marks[1].replace("\u2060", "") == '"，范围："'


def test_checks_are_in_the_bar_of_a_phone(visit: Any) -> None:
    """Six links in one row at 320 px, in the largest type too, the checks among them."""
    page = visit(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True).open(PAGE)
    for size in ("", "largest"):
        page.evaluate("(size) => { document.documentElement.dataset.type = size; }", size)
        boxes = [link.bounding_box() for link in page.locator(".bottom-bar a").all()]
        assert len({box["y"] for box in boxes}) == 1
        assert boxes[0]["x"] >= 0
        assert boxes[-1]["x"] + boxes[-1]["width"] <= 320
    assert page.locator(".bottom-bar a", has_text="核对").get_attribute("href").endswith("checks.html")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_numbers_stand_in_the_first_screen_of_a_phone(visit: Any, has_scripts: bool) -> None:
    """The choices are folded on a phone: the first number is seen above the bar at the foot, without scripts too."""
    page = visit(**PHONE, java_script_enabled=has_scripts).open(PAGE)
    first, bar = page.locator("[data-row]").first, page.locator(".bottom-bar")

    assert page.locator(".filters").is_hidden()
    assert first.bounding_box()["y"] + first.bounding_box()["height"] < bar.bounding_box()["y"]
    assert page.locator(".filters__fold").is_visible() == has_scripts


def test_choices_unfold_on_a_phone(visit: Any) -> None:
    """The button opens and closes the choices and says so; an address that brings one finds them open."""
    page = visit(**PHONE).open(PAGE)
    fold = page.locator(".filters__fold")
    for is_open in (True, False):
        fold.tap()
        assert page.locator(".filters").is_visible() == is_open
        assert fold.get_attribute("aria-expanded") == str(is_open).lower()

    page = visit(**PHONE).open(f"{PAGE}?q={quote('件')}")
    assert page.locator("[data-query]").is_visible()
    assert page.locator(".filters__fold").get_attribute("aria-expanded") == "true"
