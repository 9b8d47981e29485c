"""Is what the keyboard comes to in sight (WCAG 2.2, 2.4.11), on a phone and at 400 % zoom?"""

from __future__ import annotations

from typing import Any

import pytest
from test_accessibility import list_kinds
from visitor import PHONE, Visitor

from built import BuiltSite

pytestmark = pytest.mark.browser

STOP = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const again = Boolean(window.firstStop) && element === window.firstStop;
  window.firstStop = window.firstStop || element;
  const bar = [...document.querySelectorAll('.bottom-bar')].find((one) => one.checkVisibility());
  const room = bar && !bar.contains(element) ? bar.getBoundingClientRect().top : innerHeight;
  const hidden = box.top >= room - 4 || box.bottom <= 4;
  const cut = box.height <= room && (box.bottom > room + 1 || box.top < -1);
  return [again, hidden || cut ? `${element.tagName}.${element.className} 「${element.textContent.trim().slice(0, 12)}」 `
    + `${Math.round(box.top)}–${Math.round(box.bottom)} of ${Math.round(room)}` : ''];
}"""
"""Whether the tabulator has come round to the first stop again, and what of the present one cannot be seen."""


def walk(visitor: Visitor, path: str, type_size: str) -> tuple[int, list[str]]:
    """Press the tabulator until it comes round; return how many stops there are, and those that are hidden."""
    page = visitor.open(path)
    page.evaluate("(size) => { document.documentElement.dataset.type = size; }", type_size)
    stops, again, hidden = 0, False, list[str]()
    while not again:
        page.keyboard.press("Tab")
        again, unseen = page.evaluate(STOP)
        stops += not again
        hidden += [unseen] if unseen and not again else []
    return stops, hidden


COVERED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  return !element.contains(top);
}"""
"""Whether something else lies on what has focus."""


@pytest.mark.parametrize(
    ("opener", "sheet"),
    [(".display summary", ".display__panel"), ('a.fact[data-fact="dispute-resolution-rate"]', ".fact-note")],
)
def test_a_sheet_goes_when_focus_leaves_it(visit: Any, opener: str, sheet: str) -> None:
    """A sheet at the foot of a phone is closed by walking on, so it lies on nothing that has focus."""
    page = visit(**PHONE, reduced_motion="reduce").open("2023/disputes.html")
    page.locator(opener).focus()
    page.keyboard.press("Enter")
    assert page.locator(sheet).is_visible()
    while page.evaluate(
        "(sheet) => document.activeElement.matches(`${sheet}, ${sheet} *, summary, body`)", sheet
    ):
        page.keyboard.press("Tab")

    assert not page.locator(sheet).is_visible()
    assert not page.evaluate(COVERED)


@pytest.mark.parametrize(
    ("width", "height", "type_size"), [(360, 740, ""), (320, 256, ""), (360, 640, "largest")]
)
def test_every_stop_is_in_sight(
    visit: Any, built_site: BuiltSite, width: int, height: int, type_size: str
) -> None:
    """On every kind of page each stop of the tabulator is wholly in sight, or fills the window: no bar lies on it."""
    visitor = visit(viewport={"width": width, "height": height}, reduced_motion="reduce")
    hidden, stops = {}, 0
    for path in list_kinds(built_site):
        seen, found = walk(visitor, path, type_size)
        stops += seen
        if found:
            hidden[path] = (seen, len(found), found[:3])
    assert hidden == {}
    assert stops > 500
