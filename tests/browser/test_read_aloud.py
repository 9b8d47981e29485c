"""Is a section read aloud, and can a reader stop, go on, go back and hear it faster? Voices are a stand-in that the test moves on."""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
START = ".read-aloud__start"
PLACE = ".read-aloud__place"
VOICES = """
window.said = [];
window.now = null;
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [{ lang: 'zh-CN' }],
  cancel: () => { const last = window.now; window.now = null; if (last) { setTimeout(() => last.onend()); } },
  addEventListener: () => {},
  speak: (utterance) => { window.now = utterance; window.said.push(utterance); },
} });
window.SpeechSynthesisUtterance = class { constructor(words) { this.words = words; } };
window.endSentence = () => { const last = window.now; window.now = null; last.onend(); };
"""


@pytest.fixture
def page(visit: Any) -> Any:
    """Open a section on a device with a voice."""
    visitor = visit(**WIDE)
    visitor.page.context.add_init_script(VOICES)
    return visitor.open(PAGE)


def list_said(page: Any) -> list[str]:
    """Return what was spoken so far."""
    words: list[str] = page.evaluate("said.map((utterance) => utterance.words)")
    return words


def test_nothing_is_offered_without_a_voice(visit: Any) -> None:
    """Where the device has no Chinese voice there is no button."""
    assert visit(**WIDE).open(PAGE).locator(START).count() == 0


def test_whole_text_is_read_sentence_by_sentence(page: Any) -> None:
    """Every official sentence is spoken once, in order; then the bar goes and focus is back on the button."""
    page.locator(START).click()
    for _ in range(page.locator("article .sentence").count()):
        page.evaluate("endSentence()")

    official = (
        "[...document.querySelectorAll('article [data-official-text]')].map((e) => e.textContent).join('')"
    )
    assert "".join(list_said(page)) == page.evaluate(official)
    assert page.locator(".read-aloud").is_hidden()
    assert page.locator(START).evaluate("button => button === document.activeElement")


def test_place_is_said_and_shown(page: Any) -> None:
    """The bar says which sentence of how many is read, and that sentence alone is lit."""
    page.locator(START).click()
    page.evaluate("endSentence()")

    count = page.locator("article .sentence").count()

    assert page.locator(PLACE).inner_text() == f"第 2 句，共 {count} 句"
    assert page.locator(".sentence--read").inner_text().strip() == list_said(page)[1].strip()


def test_pause_goes_on_where_it_was(page: Any) -> None:
    """A pause silences at once, whatever the engine tells of it later; going on begins the sentence again."""
    page.locator(START).click()
    page.evaluate("endSentence()")
    page.get_by_role("button", name="暂停").click()
    page.wait_for_timeout(50)
    assert len(list_said(page)) == 2
    page.get_by_role("button", name="继续").click()

    said = list_said(page)

    assert said[2] == said[1]


def test_speed_holds_from_the_same_sentence(page: Any) -> None:
    """Another speed begins the sentence again and stays."""
    page.locator(START).click()
    page.get_by_label("语速").select_option("1.5")
    page.wait_for_timeout(50)
    page.evaluate("endSentence()")

    assert page.evaluate("said.map((utterance) => utterance.rate)") == [1, 1.5, 1.5]


def test_steps_lead_back_and_on(page: Any) -> None:
    """上一句 and 下一句 move by one, and stop at the ends."""
    page.locator(START).click()
    assert page.get_by_role("button", name="上一句").is_disabled()
    page.get_by_role("button", name="下一句").click()
    page.get_by_role("button", name="上一句").click()

    said = list_said(page)

    assert said[0] == said[2] != said[1]


def test_escape_stops(page: Any) -> None:
    """Escape in the bar ends the reading."""
    page.locator(START).click()
    page.keyboard.press("Escape")

    assert page.locator(".read-aloud").is_hidden()
    assert page.locator(".sentence--read").count() == 0


def test_bar_covers_no_sentence_that_is_read(visit: Any) -> None:
    """On a phone the sentence that is read stays above the bar, and the bar is no wider than the screen."""
    visitor = visit(**PHONE)
    visitor.page.context.add_init_script(VOICES)
    page = visitor.open(PAGE)
    page.locator(START).click()
    for _ in range(4):
        page.evaluate("endSentence()")
    page.wait_for_timeout(100)

    top = page.locator(".read-aloud").evaluate("bar => bar.getBoundingClientRect().top")
    box = page.locator(".sentence--read").evaluate("s => s.getBoundingClientRect().toJSON()")

    assert box["top"] >= 0
    assert box["bottom"] <= top
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_button_moves_nothing(visit: Any) -> None:
    """The button takes no room in the text: with and without a voice the words stand at the same place."""
    visitor = visit(**WIDE)
    find = "document.querySelector('article h1').getBoundingClientRect().top"
    before = visitor.open(PAGE).evaluate(find)
    visitor.page.context.add_init_script(VOICES)

    assert visitor.open(PAGE).evaluate(find) == before
