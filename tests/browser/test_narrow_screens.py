"""Do pages fit narrow and wide screens, with no figure broken over two lines?"""

from __future__ import annotations

from typing import Any

import pytest
from test_accessibility import list_kinds
from visitor import OUTSIDE, PHONE, WIDE, Visitor

from axe import show
from built import BuiltSite

pytestmark = pytest.mark.browser

WIDTHS = (320, 345, 360, 375, 414, 768)
BROKEN = """() => [...document.querySelectorAll('.fact, .nb')]
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    const pieces = [...element.getClientRects()].filter((piece) => piece.width > 0);
    return pieces.some((piece) => piece.top >= pieces[0].bottom || piece.bottom <= pieces[0].top);
  })
  .map((element) => element.textContent)"""
"""A browser may give one line in several pieces; broken is what has pieces on two lines."""
NUMERALS = r"""() => {
  const numeral = /\d[\d.]*(?:—\d[\d.]*)?余?[万亿]?(?:%|个工作日|件（次）|人（次）|场次|年\d+月\d+日|[年月日件项个家名条卷场次种人元天处])/g;
  const blocks = new Map();
  const blockOf = (element) => { let block = element;
    while (getComputedStyle(block).display === 'inline') { block = block.parentElement; } return block; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || parent.closest('svg, script, template, pre, option, [data-official-text]')) {
      continue;
    }
    const block = blockOf(parent);
    if (!blocks.has(block)) { blocks.set(block, []); }
    [...node.data].forEach((mark, index) => blocks.get(block).push([mark, node, index]));
  }
  const range = document.createRange();
  const middle = ([, node, index]) => { range.setStart(node, index); range.setEnd(node, index + 1);
    const box = range.getBoundingClientRect(); return (box.top + box.bottom) / 2; };
  return [...blocks.values()].flatMap((marks) =>
    [...marks.map(([mark]) => mark).join('').matchAll(numeral)].filter((found) => {
      const middles = marks.slice(found.index, found.index + found[0].length).map(middle);
      return Math.max(...middles) - Math.min(...middles) > 10;
    }).map((found) => found[0]));
}"""
"""The numerals outside the official text that a line breaks from their units, however they are marked up."""
TEXT_SIZES = """() => [...document.querySelectorAll('[data-official-text]')]
  .map((element) => {
    const style = getComputedStyle(element);
    return [parseFloat(style.fontSize), parseFloat(style.lineHeight) / parseFloat(style.fontSize)];
  })"""
TARGETS = """() => {
  const wordsOf = (element) => element.textContent.replace(/\\s/g, '').length;
  const isInSentence = (link) => {
    let block = link;
    while (getComputedStyle(block).display === 'inline') { block = block.parentElement; }
    const links = [...block.querySelectorAll('a')].map(wordsOf).reduce((sum, count) => sum + count, 0);
    return block !== link && !link.matches('.external, .quotation__source') && wordsOf(block) - links > 6;
  };
  return [...document.querySelectorAll('button, summary, select, input, a[href]')]
    .filter((element) => element.checkVisibility() && !element.matches('.skip, .fact, .term, .overview__lane a'))
    .filter((element) => element.tagName !== 'A' || !isInSentence(element))
    .map((element) => [element.closest('label') || element, element])
    .map(([box, element]) => [`${element.parentElement.className} ${element.className || element.tagName}`,
      element.textContent.trim().slice(0, 12), box.getBoundingClientRect().height])
    .filter(([, , height]) => height < 44);
}"""
"""All that is tapped and lower than 44 px, but for links in the run of a sentence, those that wait for the keyboard,
and marks on a line: a tap near one is its, which test_overview_walk.py tries."""
OPEN_ALL = """() => document.querySelectorAll('main details')
  .forEach((element) => { element.open = true; })"""
PICTURE_WORDS = """() => [...document.querySelectorAll('.chart__picture *')]
  .filter((element) => element.checkVisibility() && element.firstChild && element.firstChild.nodeType === 3
    && element.firstChild.data.trim())
  .map((element) => parseFloat(getComputedStyle(element).fontSize))"""
"""How large the words of pictures are on the screen."""
COLLIDING = """() => [...document.querySelectorAll('.chart__picture')].flatMap((picture) => {
  const boxes = [...picture.querySelectorAll('.chart__label, .chart__value, .chart__bar, .chart__dot, .chart__tick')]
    .map((element) => [element, element.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
    .filter(([other]) => !(one.matches('.chart__bar') && other.matches('.chart__bar')))
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(([other]) => `${one.textContent || one.tagName} / ${other.textContent || other.tagName}`));
})"""
"""Words and marks of pictures that lie on each other; a part's bar lies in its whole's."""


WIDER_THAN_COLUMN = """() => [...document.querySelectorAll('.annex .fact-table')]
  .some((table) => table.offsetWidth > table.parentElement.clientWidth + 1)"""


def list_pages(site: BuiltSite) -> list[str]:
    """Return the pages that are looked at; one chart for other sites stands for all."""
    own = [path for path in site.walked_paths if not path.startswith(("data/", "embed/"))]
    return [*own, "embed/2023-disputes.html"]


@pytest.fixture(scope="module")
def phone(stay_in_each_font: Any) -> Visitor:
    """Visit with a phone."""
    visitor: Visitor = stay_in_each_font(**PHONE)
    return visitor


def test_nothing_sticks_out_or_breaks(phone: Visitor, built_site: BuiltSite) -> None:
    """At no width does a page scroll sideways, and no fact, year or date is broken over two lines."""
    wrong = []
    for path in built_site.walked_paths:
        page = phone.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            wrong += [(path, width, element) for element in page.evaluate(OUTSIDE)]
            wrong += [(path, width, text) for text in page.evaluate(BROKEN)]
    assert wrong == []
    assert phone.faults == []


def test_no_numeral_is_broken(phone: Visitor, built_site: BuiltSite) -> None:
    """In captions, quotations, checks, titles and footers too, no line parts a number or a year from its unit."""
    wrong = {}
    for path in list_pages(built_site):
        if path.startswith("indicators/"):
            continue  # their sentences are not kept whole yet
        page = phone.open(path)
        page.evaluate(OPEN_ALL)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            if found := page.evaluate(NUMERALS):
                wrong[path, width] = found
    assert wrong == {}


def test_text_is_large_enough(phone: Visitor) -> None:
    """The official text is at least 17 px, its lines 1.5 to 2 times as high as its letters."""
    for path in ("2023/disputes.html", "2023/full.html"):
        page = phone.open(path)
        page.set_viewport_size({"width": 360, "height": 740})
        for size, leading in page.evaluate(TEXT_SIZES):
            assert size >= 17, path
            assert 1.3 <= leading <= 2, path


def test_targets_are_large_enough(phone: Visitor, built_site: BuiltSite) -> None:
    """On a phone every button, field and link that stands alone is at least 44 px high, on every page."""
    wrong = {}
    for path in list_pages(built_site):
        page = phone.open(path)
        page.set_viewport_size({"width": 360, "height": 740})
        page.evaluate(OPEN_ALL)
        if found := page.evaluate(TARGETS):
            wrong[path] = found[:4]
    assert wrong == {}


def test_words_of_pictures_grow_with_the_page(phone: Visitor, built_site: BuiltSite) -> None:
    """On the narrowest phone no word of a picture is below 12 px, and all grow by what the reader asked for."""
    seen = 0
    for path in (*built_site.section_paths, "embed/2023-disputes.html"):
        page = phone.open(path)
        for width in (320, 360):
            show(page, width=width)
            sizes = page.evaluate(PICTURE_WORDS)
            assert min(sizes, default=12) >= 12, (path, width)
            seen += len(sizes)
            for type_size, factor in (("large", 1.25), ("largest", 1.67)):
                show(page, width=width, type_size=type_size)
                larger = page.evaluate(PICTURE_WORDS)
                assert larger == pytest.approx([size * factor for size in sizes], abs=0.1), (path, type_size)
                assert page.evaluate(COLLIDING) == [], (path, width, type_size)
    assert seen


def test_words_of_pictures_grow_with_the_browser(phone: Visitor) -> None:
    """A reader who has set the browser's letters to 200 % has pictures with words of 200 %, none on another."""
    page = phone.open("2023/disputes.html")
    for width in (320, 640, 1440):
        show(page, width=width)
        sizes = page.evaluate(PICTURE_WORDS)
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        assert page.evaluate(PICTURE_WORDS) == pytest.approx([2 * size for size in sizes])
        assert page.evaluate(COLLIDING) == []
        assert page.evaluate(OUTSIDE) == []
        page.reload()


def test_lines_are_not_too_long(visit: Any) -> None:
    """On a desktop a line of official text holds at most 40 characters."""
    page = visit(**WIDE).open("2023/disputes.html")
    length = page.evaluate(
        "() => { const p = document.querySelector('.official p[data-official-text]');"
        " return p.clientWidth / parseFloat(getComputedStyle(p).fontSize); }"
    )
    assert 20 <= length <= 40


def test_large_type_fits(phone: Visitor, built_site: BuiltSite) -> None:
    """With everything open no page scrolls sideways on a phone in large type."""
    wrong = []
    for path in list_pages(built_site):
        page = phone.open(path)
        page.evaluate(OPEN_ALL)
        for width in (320, 360):
            for type_size in ("large", "largest"):
                show(page, width=width, type_size=type_size)
                wrong += [(path, width, type_size, element) for element in page.evaluate(OUTSIDE)]
    assert wrong == []


def test_letters_twice_as_large_fit(
    browser_type: Any, browser_type_launch_args: dict[str, Any], built_site: BuiltSite
) -> None:
    """In a browser set to letters twice as large nothing sticks out, with everything open, on any kind of page."""
    settings = {**browser_type_launch_args}
    settings["args"] = [*settings.get("args", ()), "--blink-settings=defaultFontSize=32"]
    with browser_type.launch(**settings) as browser:
        page = browser.new_page()
        wrong = []
        for path in list_kinds(built_site):
            page.goto((built_site.folder / path).as_uri())
            assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
            page.evaluate(OPEN_ALL)
            for width in (320, 360, 768, 1024, 1440):
                page.set_viewport_size({"width": width, "height": 740})
                wrong += [(path, width, element) for element in page.evaluate(OUTSIDE)]
    assert wrong == []


def test_tables_stay_in_their_column(visit: Any, built_site: BuiltSite) -> None:
    """Beside charts, in every type size, no table of a section reaches over the edge of its column."""
    visitor = visit(**WIDE)
    wrong = []
    for path in built_site.section_paths:
        page = visitor.open(path)
        for width in (720, 1040, 1240, 1440):
            for type_size in ("", "large", "largest"):
                show(page, width=width, type_size=type_size)
                if page.evaluate(WIDER_THAN_COLUMN):
                    wrong.append((path, width, type_size))
    assert wrong == []
