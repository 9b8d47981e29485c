"""Is a term explained where it stands?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/oversight.html"
TERM = 'a.term[href="#_term-合法性审查"]'
NOTE = ".fact-note"


def test_term_opens_its_explanation(visit: Any) -> None:
    """A click shows the definition and its source, the same as in the list below, and leads to the page of terms."""
    page = visit(**WIDE).open(PAGE)
    below = page.locator("[id='_term-合法性审查'] dd").text_content()
    page.locator(TERM).click()

    assert page.locator("#_fact-note-name").inner_text() == "合法性审查"
    assert page.locator(".fact-note__words").text_content() == below
    assert (
        page.locator(f"{NOTE} a")
        .evaluate("a => decodeURIComponent(a.href)")
        .endswith("terms.html#_term-合法性审查")
    )


def test_keyboard_opens_and_closes(visit: Any) -> None:
    """Enter opens the explanation, Escape closes it, and focus returns to the term."""
    page = visit(**WIDE).open(PAGE)
    page.locator(TERM).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.fact-note')")

    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.textContent") == "合法性审查"


def test_whole_term_stays_in_sight_on_a_phone(visit: Any) -> None:
    """On a phone the term stays above the sheet, also when it stands on two lines."""
    page = visit(**PHONE).open(PAGE)
    page.locator(TERM).click()
    page.wait_for_timeout(400)

    bottom = page.locator(TERM).evaluate("a => a.getBoundingClientRect().bottom")

    assert bottom <= page.locator(NOTE).evaluate("n => n.getBoundingClientRect().top")


def test_explanation_stands_in_the_margin(visit: Any) -> None:
    """On a desk the explanation stands beside the text, and the sentence that uses the term lights up."""
    page = visit(**WIDE).open(PAGE)
    page.locator(TERM).click()

    text = page.locator(".text").evaluate("t => t.getBoundingClientRect().right")
    assert page.locator(NOTE).evaluate("n => n.getBoundingClientRect().left") > text
    assert "合法性审查" in page.locator(".sentence--lit").inner_text()


def test_without_script_the_link_leads_to_the_list(visit: Any) -> None:
    """Without script the term leads to its explanation below the section; on the full page, to the page of terms."""
    page = visit(**WIDE, java_script_enabled=False).open(PAGE)
    page.locator(TERM).click()
    assert page.locator("[id='_term-合法性审查']:target").count() == 1

    visitor = visit(**WIDE, java_script_enabled=False).open("2023/full.html")
    visitor.locator("a.term", has_text="合法性审查").click()
    assert visitor.locator("[id='_term-合法性审查']:target dt").inner_text() == "合法性审查"
