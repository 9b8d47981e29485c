"""Can the picture of a report be walked by keyboard, pointed at, tapped, and read without a script? Does the small line say where one is?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import OUTSIDE, PHONE, WIDE, Visitor

from built import BuiltSite

pytestmark = pytest.mark.browser

HOME = "index.html"
MARK = ".overview__lane a"
LABEL = "() => document.activeElement.getAttribute('aria-label')"
STATUS = ".overview__status span"
LANES = """() => [...document.querySelectorAll('.overview__line')].map((row) => [...row.querySelectorAll('.overview__lane a')]
  .map((mark) => mark.getAttribute('aria-label'))).filter((labels) => labels.length)"""
SEEN = """() => { const seen = document.querySelector('.contents__seen');
  return [Number(seen.getAttribute('x')), Number(seen.getAttribute('width'))]; }"""
OUTLYING = """() => [...document.querySelectorAll('.overview__lane')].filter((lane) => {
  const box = lane.getBoundingClientRect();
  return [...lane.querySelectorAll('use')].some((mark) => {
    const own = mark.getBoundingClientRect();
    const middle = (own.left + own.right) / 2;
    return middle < box.left - 1 || middle > box.right + 1;
  });
}).length"""


def press(page: Any, *keys: str) -> list[str]:
    """Press keys and return the name of what has focus after each."""
    names = []
    for key in keys:
        page.keyboard.press(key)
        names.append(page.evaluate(LABEL))
    return names


def test_arrow_keys_walk_from_number_to_number(visit: Any) -> None:
    """Left and right go along all numbers, Home and End to the ends of a line, with Ctrl to the first and last of all."""
    visitor = visit(**WIDE)
    page = visitor.open(HOME)
    lanes = page.evaluate(LANES)
    every = [label for labels in lanes for label in labels]
    page.locator(MARK).first.focus()

    assert press(page, "ArrowRight", "ArrowRight", "ArrowLeft") == [every[1], every[2], every[1]]
    assert press(page, "Control+End", "Control+Home") == [every[-1], every[0]]
    long = next(index for index, labels in enumerate(lanes) if len(labels) > 2)
    page.locator(MARK).nth(every.index(lanes[long][1])).focus()
    assert press(page, "End", "Home") == [lanes[long][-1], lanes[long][0]]
    assert press(page, "Control+Home", "ArrowLeft") == [every[0], every[0]]
    assert visitor.faults == []


def test_up_and_down_go_to_the_nearest_of_another_line(visit: Any) -> None:
    """From the middle of a line one comes to the middle of the next line with numbers, and back."""
    page = visit(**WIDE).open(HOME)
    lanes = page.evaluate(LANES)
    page.locator(MARK).first.focus()
    [below] = press(page, "ArrowDown")
    assert below in lanes[1]
    assert press(page, "ArrowUp")[0] in lanes[0]


def test_the_picture_is_one_stop(visit: Any) -> None:
    """The Tab key comes to one mark, the one that was walked to, and the links of the sections beside it."""
    page = visit(**WIDE).open(HOME)
    page.locator(MARK).first.focus()
    press(page, "ArrowRight")
    assert page.locator(f"{MARK}[tabindex='0']").count() == 1
    assert page.evaluate("() => document.activeElement.getAttribute('tabindex')") == "0"


def test_focus_and_pointer_say_the_name_in_one_place(visit: Any) -> None:
    """What has focus or lies near the pointer is named below the picture; nothing moves, nothing lies over it."""
    page = visit(**WIDE).open(HOME)
    hint = page.locator(STATUS).inner_text()
    height = page.evaluate("() => document.documentElement.scrollHeight")
    page.locator(MARK).nth(2).focus()
    name = page.locator(MARK).nth(2).get_attribute("aria-label")
    assert page.locator(STATUS).inner_text().startswith(name)
    page.evaluate("() => document.activeElement.blur()")
    assert page.locator(STATUS).inner_text() == hint
    page.locator(MARK).first.scroll_into_view_if_needed()
    box = page.locator(MARK).first.bounding_box()
    page.mouse.move(box["x"] - 6, box["y"] + box["height"] / 2)
    assert page.locator(STATUS).inner_text().startswith(page.locator(MARK).first.get_attribute("aria-label"))
    assert page.evaluate("() => document.documentElement.scrollHeight") == height


def test_a_tap_near_a_mark_opens_its_number(visit: Any) -> None:
    """A finger is wider than a mark: a tap beside one opens its sentence, one on the name opens the section."""
    page = visit(**PHONE).open(HOME)
    mark = page.locator(MARK).first
    mark.scroll_into_view_if_needed()
    box, href = mark.bounding_box(), mark.get_attribute("href")
    page.touchscreen.tap(box["x"] - 5, box["y"] + box["height"] / 2)
    page.wait_for_url(f"**/{href}")
    page.go_back()
    page.locator(".overview__name").nth(1).tap()
    page.wait_for_url("**/2023/*.html*")


def test_without_a_script_every_mark_is_a_link(visit: Any) -> None:
    """All marks can be reached and followed, and nothing is said of keys that would not work."""
    page = visit(**WIDE, java_script_enabled=False).open(HOME)
    assert page.locator(f"{MARK}[tabindex]").count() == 0
    assert not page.locator(STATUS).is_visible()
    href = page.locator(MARK).nth(1).get_attribute("href")
    page.locator(MARK).nth(1).click()
    page.wait_for_url(f"**/{href}")


def test_it_fits_every_width(stay_in_each_font: Any) -> None:
    """From a narrow phone to a wide desk marks stay on their lanes and nothing stands out of the window."""
    visitor: Visitor = stay_in_each_font(**WIDE)
    wrong = {}
    for width in (320, 360, 768, 1024, 1440):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        page = visitor.open(HOME)
        if found := [*page.evaluate(OUTSIDE), *["marks"] * page.evaluate(OUTLYING)]:
            wrong[width] = found
    assert wrong == {}


def test_the_home_page_is_four_screens(visit: Any) -> None:
    """On a phone the home page of a report with some twenty sections is about four screens long."""
    page = visit(**PHONE).open(HOME)
    assert page.evaluate("() => document.documentElement.scrollHeight") <= 4.25 * 740


def test_the_small_line_says_where_one_is(visit: Any, built_site: BuiltSite) -> None:
    """Beside the contents a mark covers the sentences in sight: all of a short window's, then those further down."""
    visitor = visit(viewport={"width": 1440, "height": 400})
    page = visitor.open(
        max(built_site.section_paths, key=lambda path: built_site.pages[path].count("sentence"))
    )
    page.wait_for_function(
        "() => Number(document.querySelector('.contents__seen').getAttribute('width')) > 0"
    )
    start, width = page.evaluate(SEEN)
    page.locator(".official .sentence").last.scroll_into_view_if_needed()
    page.wait_for_function(
        "(before) => Number(document.querySelector('.contents__seen').getAttribute('x')) > before", arg=start
    )
    later, rest = page.evaluate(SEEN)
    length = int(page.locator(".contents__seen + path").get_attribute("d").partition("h")[2])
    assert 0 < width < length
    assert later + rest == length
    assert visitor.faults == []


@pytest.mark.parametrize("size", ["", "largest"])
def test_marks_stand_below_the_name(visit: Any, size: str) -> None:
    """On a phone no mark touches the words of its section's name, however many lines they take."""
    page = visit(**PHONE).open("index.html")
    page.evaluate("(size) => { document.documentElement.dataset.type = size; }", size)
    touched = page.evaluate(
        """() => [...document.querySelectorAll('.overview__line')].filter((line) => {
      const words = document.createRange();
      const lane = line.querySelector('.overview__lane');
      words.selectNodeContents(line.querySelector('.overview__name'));
      const foot = Math.max(...[...words.getClientRects()].map((box) => box.bottom));
      return lane.querySelector('a') && lane.getBoundingClientRect().top < foot - 4;
    }).map((line) => line.textContent.trim().slice(0, 12))"""
    )

    assert touched == []


UNCOVERED = """() => { const rows = [...document.querySelectorAll('.overview__line')], mark = document.querySelector('.overview__lane a');
  mark.focus(); document.querySelector('.overview__status').classList.remove('overview__status--on');
  const said = document.querySelector('.overview__status span');
  said.textContent = '甲'.repeat(40);
  return rows[rows.length - 1].getBoundingClientRect().bottom <= said.getBoundingClientRect().top; }"""


@pytest.mark.parametrize("width", [360, 719, 720, 1440])
def test_what_is_said_stands_below_the_rows(visit: Any, width: int) -> None:
    """At the end of the picture the name of a mark, in two lines on a narrow screen, covers no row."""
    page = visit(viewport={"width": width, "height": 800}).open(HOME)
    assert page.evaluate(UNCOVERED)
