"""Do lines begin and end as Chinese lines do: no closing mark first, no opening mark last, no heading ending in one character?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import WIDE, Visitor

from axe import show
from built import BuiltSite

pytestmark = pytest.mark.browser

SIZES: tuple[dict[str, Any], ...] = (
    {"width": 320},
    {"width": 360},
    {"width": 768},
    {"width": 1440},
    {"width": 414, "type_size": "largest"},
)
BREAKS = """() => {
  const closers = '，。、；：？！）》〉”’」』〕％%', openers = '（《〈“‘「『〔';
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const isShown = (element) => element.checkVisibility() && !element.closest('svg, script, template, pre, option');
  const blockOf = (element) => { let block = element;
    while (getComputedStyle(block).display === 'inline') { block = block.parentElement; } return block; };
  const boxAt = (node, index) => { range.setStart(node, index); range.setEnd(node, index + 1);
    return range.getClientRects()[0]; };
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !isShown(node.parentElement)) { continue; }
    const block = blockOf(node.parentElement);
    for (let index = 0; index < node.data.length; index += 1) {
      const mark = node.data[index];
      if (!mark.trim()) { continue; }
      const isEdge = closers.includes(mark) || (last && openers.includes(last.mark));
      if (isEdge && last && last.block === block) {
        const box = boxAt(node, index), before = boxAt(last.node, last.index);
        if (box && before && box.top > before.top + before.height * 0.6 && box.left < before.right) {
          found.push(`${last.node.data.slice(-8)}|${node.data.slice(index, index + 6)}`);
        }
      }
      last = { node, index, mark, block };
    }
  }
  return found.slice(0, 4);
}"""
LONELY = """() => [...document.querySelectorAll('h1, h2, h3, .chart__title')].filter((heading) => {
  if (!heading.checkVisibility() || heading.textContent.trim().length < 4) { return false; }
  const range = document.createRange(); range.selectNodeContents(heading);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const line = boxes.filter((box) => box.bottom > bottom - box.height / 2);
  const width = Math.max(...line.map((box) => box.right)) - Math.min(...line.map((box) => box.left));
  return boxes.some((box) => box.bottom < bottom - box.height / 2) && width < 1.6 * parseFloat(getComputedStyle(heading).fontSize);
}).map((heading) => heading.textContent.trim())"""


@pytest.fixture(scope="module")
def reader(stay: Any) -> Visitor:
    """Visit without scripts: the words are all there."""
    visitor: Visitor = stay(**WIDE, java_script_enabled=False)
    return visitor


def list_pages(site: BuiltSite) -> list[str]:
    """Return the pages that are looked at: all but the offline file and the charts for other sites, which repeat them; one of those stays."""
    repeating = [path for path in site.pages if path.startswith(("data/", "embed/"))]
    return [path for path in site.pages if path not in repeating] + repeating[-1:]


def test_breaks_are_found(reader: Visitor, tmp_path: Any) -> None:
    """A line that begins with a comma, and a heading whose last line is one character, are found."""
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="zh-CN"><title>页</title><p>前面<br>，后面</p><h1>四个字的标题<br>字</h1>',
        encoding="utf-8",
    )
    reader.page.goto((tmp_path / "page.html").as_uri())
    assert reader.page.evaluate(BREAKS) == ["前面|，后面"]
    assert reader.page.evaluate(LONELY) == ["四个字的标题字"]


def test_lines_begin_and_end_well(reader: Visitor, built_site: BuiltSite) -> None:
    """At every width, in the largest type too, no line breaks these rules on any page."""
    wrong = {}
    for path in list_pages(built_site):
        page = reader.open(path)
        for size in SIZES:
            show(page, **size)
            if found := [*page.evaluate(BREAKS), *page.evaluate(LONELY)]:
                wrong[path, str(size)] = found
    assert wrong == {}
