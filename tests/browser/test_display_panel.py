"""Can readers reach every choice of the panel 显示, in whatever type size they have chosen?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import WIDE, Visitor

from axe import show

pytestmark = pytest.mark.browser

OUTSIDE = """() => [...document.querySelectorAll('.display__panel label, .display__panel legend, .display__panel .note')]
  .filter((element) => {
    const box = element.getBoundingClientRect();
    return !box.width || box.left < 0 || box.top < 0 || box.bottom > innerHeight
      || box.right > document.documentElement.clientWidth
      || !element.contains(document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2));
  })
  .map((element) => element.textContent.trim())"""
"""What of the open panel lies outside the window, or under something else."""


@pytest.fixture(scope="module")
def reader(stay: Any) -> Visitor:
    """Visit with scripts: without them there is no panel."""
    visitor: Visitor = stay(**WIDE)
    return visitor


def test_every_choice_is_in_the_window(reader: Visitor) -> None:
    """At every width, in every type size, on short and on long mastheads, the open panel lies in the window with all it offers."""
    wrong = {}
    for path in ("index.html", "2023/disputes.html"):
        page = reader.open(path)
        page.locator(".display summary").click()
        for width in (320, 360, 375, 768, 1040, 1280):
            for type_size in ("", "large", "largest"):
                show(page, width=width, type_size=type_size)
                if found := page.evaluate(OUTSIDE):
                    wrong[path, width, type_size] = found
    assert wrong == {}


def test_a_choice_is_taken_back(reader: Visitor) -> None:
    """On the narrowest phone a reader gets into the largest type and out of it again."""
    page = reader.open("2023/disputes.html")
    page.set_viewport_size({"width": 320, "height": 740})
    page.locator(".display summary").click()
    page.locator(".display__panel label", has_text="特大").click()
    assert page.evaluate("document.documentElement.dataset.type") == "largest"
    page.locator(".display__panel label", has_text="标准").click()
    assert page.evaluate("document.documentElement.dataset.type") is None
