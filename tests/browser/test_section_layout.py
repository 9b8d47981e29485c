"""Does a section use the width of a desk, with as many charts as it has, in the order of its words?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import WIDE

pytestmark = pytest.mark.browser

BOXES = """() => Object.fromEntries([['text', '.text'], ['annex', '.annex'], ['rail', '.rail'], ['table', '.fact-table'],
  ['columns', '.columns']].map(([name, selector]) => {
  const element = document.querySelector(selector);
  const box = element && element.getBoundingClientRect();
  return [name, box && { left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY }];
}).concat([['charts', [...document.querySelectorAll('figure.chart')].map((figure) => {
  const box = figure.getBoundingClientRect();
  return { left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY };
})]]))"""
PAGES = {"2023/leadership.html": 0, "2023/oversight.html": 1, "2023/rules.html": 2, "2023/services.html": 5}


@pytest.mark.parametrize("width", [1100, 1440])
@pytest.mark.parametrize(("path", "charts"), PAGES.items())
def test_what_lies_below_takes_the_width_of_both(visit: Any, path: str, charts: int, width: int) -> None:
    """Rail, text and margin stand beside each other; below the charts table and notes reach to the right edge."""
    page = visit(viewport={"width": width, "height": 900}).open(path)
    seen = page.evaluate(BOXES)

    assert len(seen["charts"]) == charts
    assert seen["rail"]["right"] <= seen["text"]["left"]
    assert abs(seen["annex"]["left"] - seen["text"]["left"]) < 1
    assert abs(seen["annex"]["right"] - seen["columns"]["right"]) < 1
    assert abs(seen["table"]["right"] - seen["columns"]["right"]) < 1
    assert all(box["bottom"] <= seen["annex"]["top"] for box in seen["charts"])


@pytest.mark.parametrize(
    ("path", "beside"), {"2023/oversight.html": 1, "2023/rules.html": 2, "2023/services.html": 1}.items()
)
def test_charts_stand_beside_the_text_and_below_it_in_pairs(visit: Any, path: str, beside: int) -> None:
    """The first charts hang in the margin from the head of the text; the others follow below it, two to a row."""
    seen = visit(**WIDE).open(path).evaluate(BOXES)
    hung, below = seen["charts"][:beside], seen["charts"][beside:]

    assert hung[0]["top"] < seen["text"]["top"] + 60
    assert all(box["left"] > seen["text"]["right"] for box in hung)
    assert all(box["top"] >= seen["text"]["bottom"] for box in below)
    for left, right in zip(below[::2], below[1::2], strict=True):
        assert left["right"] < right["left"]
        assert abs(left["top"] - right["top"]) < 1


@pytest.mark.parametrize(
    ("viewport", "columns"), [({"width": 360, "height": 740}, 1), ({"width": 768, "height": 1024}, 2)]
)
def test_smaller_screens_keep_one_row_of_charts(visit: Any, viewport: dict[str, int], columns: int) -> None:
    """On a phone charts follow the text one by one, on a tablet two to a row, all in one run."""
    seen = visit(viewport=viewport).open("2023/services.html").evaluate(BOXES)
    tops = [round(box["top"]) for box in seen["charts"]]

    assert all(top >= seen["text"]["bottom"] for top in tops)
    assert len(set(tops)) == -(-len(tops) // columns)
    assert tops == sorted(tops)


LEFTS = """() => [...document.querySelectorAll('.fields > div')].map((field) => Math.round(field.getBoundingClientRect().left))"""
FIRST_LINES = """() => [...document.querySelectorAll('.unverifiable tbody tr')].map((row) => {
  const top = (element) => { const range = document.createRange(); range.selectNodeContents(element);
    return [...range.getClientRects()].filter((box) => box.width > 0).map((box) => box.bottom)[0]; };
  return Math.abs(top(row.querySelector('th a')) - top(row.querySelector('.number')));
})"""


@pytest.mark.parametrize(("width", "columns"), [(390, 1), (1024, 2), (1440, 3)])
def test_fields_stand_in_columns(visit: Any, width: int, columns: int) -> None:
    """Those of the last row too, though they are fewer, begin where the others do."""
    page = visit(viewport={"width": width, "height": 800}).open("2023/index.html")
    lefts = page.evaluate(LEFTS)
    assert len(lefts) == 8
    assert [lefts.index(left) for left in lefts] == [index % columns for index in range(8)]


@pytest.mark.parametrize("size", ["", "largest"])
def test_a_number_stands_on_the_line_of_its_name(visit: Any, size: str) -> None:
    """On a phone what cannot be recomputed is beside the first line of its name, in the largest type too."""
    page = visit(viewport={"width": 360, "height": 740}).open("2023/checks.html")
    page.evaluate("(size) => { if (size) { document.documentElement.dataset.type = size; } }", size)
    apart = page.evaluate(FIRST_LINES)
    assert apart
    assert max(apart) < 3


def test_a_page_opens_at_its_place_at_once(visit: Any) -> None:
    """To the place in the address nothing glides; where the reader has the focus on a link, jumps do."""
    page = visit(viewport={"width": 1024, "height": 700}, reduced_motion="no-preference").open(
        "2023/full.html"
    )
    behaviour = "() => getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"
    page.keyboard.press("Tab")
    assert page.evaluate(behaviour) == "smooth"
