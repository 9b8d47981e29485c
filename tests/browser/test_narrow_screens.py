"""Do pages fit narrow and wide screens, with no figure broken over two lines?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE, Visitor

from built import BuiltSite

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 375, 414, 768)
OVERFLOW = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) { return []; }
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > room + 0.5)
    .slice(0, 3).map((element) => `${element.tagName}.${element.className}`);
}"""
BROKEN = """() => [...document.querySelectorAll('.fact, .nb')]
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    const pieces = [...element.getClientRects()].filter((piece) => piece.width > 0);
    return pieces.some((piece) => piece.top >= pieces[0].bottom || piece.bottom <= pieces[0].top);
  })
  .map((element) => element.textContent)"""
"""A browser may give one line in several pieces; broken is what has pieces on two lines."""
TEXT_SIZES = """() => [...document.querySelectorAll('[data-official-text]')]
  .map((element) => {
    const style = getComputedStyle(element);
    return [parseFloat(style.fontSize), parseFloat(style.lineHeight) / parseFloat(style.fontSize)];
  })"""
TARGETS = """() => [...document.querySelectorAll('button, summary, select, input, .bottom-bar a, .pager a')]
  .filter((element) => element.checkVisibility())
  .map((element) => [element.className || element.tagName, element.getBoundingClientRect().height])
  .filter(([, height]) => height < 44)"""


@pytest.fixture(scope="module")
def phone(stay: Any) -> Visitor:
    """Visit with a phone."""
    visitor: Visitor = stay(**PHONE)
    return visitor


def test_nothing_sticks_out_or_breaks(phone: Visitor, built_site: BuiltSite) -> None:
    """At no width does a page scroll sideways, and no fact, year or date is broken over two lines."""
    wrong = []
    for path in built_site.pages:
        page = phone.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            wrong += [(path, width, element) for element in page.evaluate(OVERFLOW)]
            wrong += [(path, width, text) for text in page.evaluate(BROKEN)]
    assert wrong == []
    assert phone.faults == []


def test_text_is_large_enough(phone: Visitor) -> None:
    """The official text is at least 17 px, its lines 1.5 to 2 times as high as its letters."""
    for path in ("2023/disputes.html", "2023/full.html"):
        page = phone.open(path)
        page.set_viewport_size({"width": 360, "height": 740})
        for size, leading in page.evaluate(TEXT_SIZES):
            assert size >= 17, path
            assert 1.3 <= leading <= 2, path


def test_targets_are_large_enough(phone: Visitor) -> None:
    """On a phone every button, field and bar link is at least 44 px high."""
    for path in ("index.html", "2023/disputes.html", "2023/facts.html", "2023/full.html"):
        assert phone.open(path).evaluate(TARGETS) == [], path


def test_lines_are_not_too_long(visit: Any) -> None:
    """On a desktop a line of official text holds at most 40 characters."""
    page = visit(**WIDE).open("2023/disputes.html")
    length = page.evaluate(
        "() => { const p = document.querySelector('.official p[data-official-text]');"
        " return p.clientWidth / parseFloat(getComputedStyle(p).fontSize); }"
    )
    assert 20 <= length <= 40
