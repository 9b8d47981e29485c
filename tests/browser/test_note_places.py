"""Does a note leave in sight what it speaks of, and is it reached, walked and left by mouse, finger and key?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, SHIFT, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
RATE = 'a.fact[data-fact="dispute-resolution-rate"]'
NOTE = ".fact-note"
SEEN = """() => {
  const note = document.querySelector('.fact-note').getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const outside = note.left < 0 || note.right > room || note.top < 0 || note.bottom > innerHeight + 1;
  const lit = document.querySelector('.sentence--lit') || document.querySelector('.fact--lit');
  const boxes = [...lit.getClientRects()];
  const faults = boxes.filter((box) => box.top < 0 || box.bottom > innerHeight
    || (box.right > note.left && box.left < note.right && box.bottom > note.top + 1 && box.top < note.bottom - 1));
  return [lit.textContent.slice(0, 12), faults.length, outside];
}"""
"""The lit sentence, how many of its lines are covered or out of sight, and whether the note is cut."""
FOCUSED = "document.activeElement.textContent"


@pytest.mark.parametrize(
    ("width", "height", "place"),
    [(360, 740, "foot"), (768, 1024, "below"), (1100, 800, "margin"), (1440, 900, "margin")],
)
@pytest.mark.parametrize("path", [PAGE, "2023/full.html"])
def test_sentence_is_never_covered(visit: Any, path: str, width: int, height: int, place: str) -> None:
    """At every width the walk through the numbers keeps each sentence and each note wholly in sight."""
    viewport = {"width": width, "height": height}
    page = visit(viewport=viewport, has_touch=width < 720, reduced_motion="reduce").open(path)
    page.locator("a.fact").first.click()
    said = []
    for _ in range(14):
        assert page.locator(f"{NOTE}--{place}").count() == 1
        said.append(page.evaluate(SEEN))
        page.get_by_role("button", name="下一个数字").click()

    assert [entry for entry in said if entry[1:] != [0, False]] == []


def test_largest_type_has_no_margin(visit: Any) -> None:
    """In the largest type a margin would hold ten characters a line: the note stands below the sentence."""
    page = visit(**WIDE, reduced_motion="reduce").open(PAGE)
    page.evaluate("document.documentElement.dataset.type = 'largest'")
    page.locator(RATE).click()

    assert page.locator(f"{NOTE}--below").count() == 1
    assert page.evaluate(SEEN)[1] == 0


def test_last_number_of_a_page_stays_above_the_sheet(visit: Any) -> None:
    """On a phone too low to scroll any further the page grows at its end, so that the last sentence is seen."""
    page = visit(**PHONE, reduced_motion="reduce").open("2023/full.html")
    page.evaluate("document.querySelectorAll('.footer, .bottom-bar').forEach((e) => e.remove())")
    page.locator("a.fact").last.tap()

    assert page.evaluate(SEEN)[1:] == [0, False]


def test_note_stands_at_its_line(visit: Any) -> None:
    """On a desk it stands right of the text, level with the number, and a hairline runs from the number to it."""
    page = visit(**WIDE).open(PAGE)
    page.locator("article a.fact").last.click()
    link, note, line, text = (
        page.locator(selector).last.bounding_box()
        for selector in ("article a.fact", NOTE, ".fact-note__line", "article.text")
    )

    assert note["x"] > text["x"] + text["width"]
    assert abs(note["y"] - link["y"]) < 8
    assert abs(line["x"] - (link["x"] + link["width"])) < 1
    assert abs(line["x"] + line["width"] - note["x"]) < 2
    assert abs(line["y"] - (link["y"] + link["height"])) < 2


@pytest.mark.parametrize(("width", "height"), [(1100, 800), (1440, 900)])
def test_note_leaves_the_picture_in_sight(visit: Any, width: int, height: int) -> None:
    """A note that would hide title or picture of a chart stands below it, and its hairline leads down to it."""
    page = visit(viewport={"width": width, "height": height}, reduced_motion="reduce").open(PAGE)
    page.locator(RATE).click()
    chart = page.locator(".margin__beside .chart").first
    seen = [chart.locator(part) for part in (".chart__caption", ".chart__box")]
    link, note, line, picture = (
        page.locator(selector).first.bounding_box()
        for selector in (RATE, NOTE, ".fact-note__line", ".margin__beside .chart__box")
    )

    assert all(part.is_visible() for part in seen)
    assert seen[0].bounding_box()["y"] >= 0
    assert note["y"] >= picture["y"] + picture["height"]
    assert note["y"] + note["height"] <= height
    assert page.evaluate(SEEN)[1:] == [0, False]
    assert abs(line["y"] - (link["y"] + link["height"])) < 2
    assert abs(line["y"] + line["height"] - note["y"]) < 2


def test_text_does_not_move(visit: Any) -> None:
    """Opening, walking and closing move nothing: charts that the note would lie on give way where they are."""
    page = visit(**WIDE).open(PAGE)
    before = page.evaluate(SHIFT)
    page.locator(RATE).click()
    covered = page.evaluate(
        """() => {
      const note = document.querySelector('.fact-note').getBoundingClientRect();
      return [...document.querySelectorAll('.margin__beside .chart > *')].filter((piece) => {
        const box = piece.getBoundingClientRect();
        return box.height && box.bottom > note.top && box.top < note.bottom
          && getComputedStyle(piece).visibility !== 'hidden';
      }).length; }"""
    )
    hidden = page.locator(".gives-way").count()
    page.keyboard.press("Escape")
    page.wait_for_timeout(50)

    assert covered == 0
    assert hidden > 0
    assert page.locator(".gives-way").count() == 0
    assert page.evaluate(SHIFT) == before


def test_keyboard_walks_and_leaves(visit: Any) -> None:
    """Enter on 下一个数字 goes on from number to number; behind the last stop the walk goes on after the number."""
    page = visit(**WIDE).open(PAGE)
    page.locator(RATE).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="下一个数字").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "下一个数字"
    assert page.locator("#_fact-note-name").inner_text() == "办理的行政复议案件"

    page.keyboard.press("Tab")
    assert page.locator(NOTE).is_hidden()
    assert page.evaluate("document.activeElement.dataset.fact") == "reconsideration-cases-closed"

    page.locator(RATE).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert page.locator(NOTE).is_hidden()
    assert page.evaluate("document.activeElement.dataset.fact") == "dispute-resolution-rate"


def test_closing_gives_focus_back(visit: Any) -> None:
    """关闭 brings focus to the number that the walk has come to, and nothing stays lit."""
    page = visit(**WIDE).open(PAGE)
    page.locator(RATE).click()
    page.get_by_role("button", name="下一个数字").click()
    page.get_by_role("button", name="关闭").click()
    page.wait_for_timeout(50)

    assert page.evaluate("document.activeElement.dataset.fact") == "reconsideration-cases"
    assert page.locator(".fact--lit, .sentence--lit").count() == 0


def test_address_of_a_number_opens_its_note_where_there_is_room(visit: Any) -> None:
    """Who comes by a number's address sees its note in the margin and keeps focus; on a phone the text stays free."""
    page = visit(**WIDE).open(f"{PAGE}#dispute-resolution-rate")
    page.locator(NOTE).wait_for()
    assert page.locator("#_fact-note-name").inner_text() == "矛盾纠纷化解率"
    assert not page.evaluate("document.querySelector('.fact-note').contains(document.activeElement)")
    assert page.evaluate(SEEN)[1:] == [0, False]

    plain = visit(**WIDE).open("2023/digital.html")
    plain.wait_for_timeout(200)
    assert plain.locator("a.fact:not([id])").count() == 1
    assert plain.locator(NOTE).count() == 0

    phone = visit(**PHONE).open(f"{PAGE}#dispute-resolution-rate")
    phone.wait_for_timeout(200)
    assert phone.locator(NOTE).count() == 0


def test_sharing_is_offered_where_it_is_known(visit: Any) -> None:
    """分享 hands name, value, sentence and address to the system; without it there is no such button."""
    assert not visit(**WIDE).open(PAGE).evaluate("Boolean(navigator.share)")
    visitor = visit("root_server", **WIDE)
    visitor.page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"
    )
    page = visitor.open(PAGE)
    page.locator(RATE).click()
    page.get_by_role("button", name="分享").click()

    shared = page.evaluate("window.shared")

    assert shared["title"] == "矛盾纠纷化解率：97.65%"
    assert "化解率达97.65%。（" in shared["text"]
    assert shared["url"].endswith("/2023/disputes.html#dispute-resolution-rate")


def test_without_popovers_a_number_leads_to_its_row(visit: Any) -> None:
    """An engine without popovers follows the link to the row of the section's table."""
    visitor = visit(**WIDE)
    visitor.page.add_init_script("delete HTMLElement.prototype.popover;")
    page = visitor.open(PAGE)
    page.locator(RATE).click()

    assert page.locator("[id='_row-dispute-resolution-rate']:target").count() == 1
    assert page.locator(NOTE).count() == 0
