"""Do the marks of a chart and the sentences of the text answer each other, by mouse, finger and key?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
MARK = ".chart__picture [data-fact=disputes-found]"
NOTE = ".fact-note"
NAME = "#_fact-note-name"


@pytest.fixture
def page(visit: Any) -> Any:
    """Open a section with charts on a wide screen."""
    return visit(**WIDE).open(PAGE)


def test_pointing_lights_the_other_side(page: Any) -> None:
    """A mark that is pointed at lights its number and its sentence, a number its marks; both go out again."""
    page.locator(MARK).first.dispatch_event("mouseover")
    assert page.locator("#disputes-found.fact--pointed").count() == 1
    assert "23760件" in page.locator(".sentence--pointed").inner_text()
    page.locator(MARK).first.dispatch_event("mouseout")
    assert page.locator(".fact--pointed, .sentence--pointed").count() == 0

    page.locator("#disputes-resolved").focus()
    assert page.locator(".chart .chart__value--pointed[data-fact=disputes-resolved]").count() >= 1
    page.locator("#disputes-found").focus()
    assert page.locator(".chart .chart__value--pointed[data-fact=disputes-resolved]").count() == 0


def test_click_opens_the_note_beside_the_picture(page: Any) -> None:
    """A clicked mark opens the note of its number: picture and sentence stay in sight, and the sentence lights up."""
    page.locator(MARK).first.click()

    assert page.locator(NAME).inner_text() == "排查的矛盾纠纷"
    assert "23760件" in page.locator(".sentence--lit").inner_text()
    picture = page.locator(".chart__picture").first.bounding_box()
    assert picture["y"] + picture["height"] <= page.locator(NOTE).bounding_box()["y"]


def test_tap_quotes_a_sentence_that_is_out_of_sight(visit: Any) -> None:
    """On a phone a tapped mark keeps its picture above the sheet, and the sheet quotes the sentence and leads to it."""
    page = visit(**PHONE, reduced_motion="reduce").open(PAGE)
    page.locator(MARK).first.tap()

    picture = page.locator(".chart__picture").first.bounding_box()
    assert picture["y"] >= 0
    assert picture["y"] + picture["height"] <= page.locator(NOTE).bounding_box()["y"]
    quoted = page.locator(".fact-note__quoted")
    assert "共排查矛盾纠纷23760件" in quoted.inner_text()
    assert quoted.locator("a").get_attribute("href") == "#disputes-found"


def test_enter_opens_the_row_that_arrow_keys_have_come_to(page: Any) -> None:
    """In a chart walked with arrow keys Enter opens the note of the row, Escape closes it and focus is back."""
    page.locator("figure[data-chart=reconsideration-cases] a.chart__row").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator(NAME).inner_text() == "办理的行政复议案件"

    page.keyboard.press("Escape")

    assert page.locator(NOTE).is_hidden()
    assert page.evaluate("document.activeElement.matches('a.chart__row')")


def test_mark_that_is_a_link_opens_by_key(page: Any) -> None:
    """Enter on a mark that is a link inside a picture opens the note in place of the jump, and focus returns to the mark."""
    page.evaluate(
        """() => {
      const lane = document.querySelector('.chart__lane');
      lane.innerHTML = '<a href="#disputes-found" data-fact="disputes-found"><rect width="40" height="18"/></a>';
      lane.querySelector('a').focus(); }"""
    )
    page.keyboard.press("Enter")
    assert page.locator(NAME).inner_text() == "排查的矛盾纠纷"
    assert page.url.endswith(PAGE)

    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.closest('.chart__lane') !== null")


def test_mark_of_another_report_goes_where_it_leads(visit: Any) -> None:
    """A mark whose number another year's report states opens nothing here: it leads to that report's page."""
    page = visit(**WIDE).open("2023/services.html")
    other = page.locator(".chart__picture [data-report='2022']").first
    other.click()

    page.wait_for_url("**/2022/services.html#*")
