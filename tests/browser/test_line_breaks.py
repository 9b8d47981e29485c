"""Do lines begin and end as Chinese lines do: no closing mark first, no opening mark last, no heading ending in one character?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import WIDE, Visitor

from axe import show
from built import BuiltSite

pytestmark = pytest.mark.browser

SIZES: tuple[dict[str, Any], ...] = (
    *(
        {"width": width, "type_size": size}
        for size in ("", "large", "largest")
        for width in (320, 360, 768, 1280)
    ),
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
LONELY = """() => [...document.querySelectorAll('h1, h2, h3, .chart__title, .headline__name')].filter((heading) => {
  if (!heading.checkVisibility() || heading.textContent.trim().length < 4) { return false; }
  const range = document.createRange(); range.selectNodeContents(heading);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const line = boxes.filter((box) => box.bottom > bottom - box.height / 2);
  const width = Math.max(...line.map((box) => box.right)) - Math.min(...line.map((box) => box.left));
  return boxes.some((box) => box.bottom < bottom - box.height / 2) && width < 1.6 * parseFloat(getComputedStyle(heading).fontSize);
}).map((heading) => heading.textContent.trim())"""

STRETCHED = """(most) => [...document.querySelectorAll('p[data-official-text]')].flatMap((block) => {
  if (getComputedStyle(block).textAlign !== 'justify') { return []; }
  block.style.textAlign = 'start';
  const lines = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let index = 0; index < node.data.length; index += 1) {
      range.setStart(node, index); range.setEnd(node, index + 1);
      const box = range.getClientRects()[0];
      let line = lines[lines.length - 1];
      if (!line || box.top > line.top + box.height * 0.6) {
        line = { top: box.top, right: 0, words: '' };
        lines.push(line);
      }
      line.right = Math.max(line.right, box.right);
      line.words += node.data[index];
    }
  }
  const room = block.getBoundingClientRect();
  block.style.textAlign = '';
  return lines.slice(0, -1).filter((line) => room.right - line.right > most * room.width).map((line) => line.words);
})"""
"""The lines that justifying has to widen by more than this share of the measure."""
DIGIT_ENDS = """() => [...document.querySelectorAll('.headline__value data')].map((value) => {
  const range = document.createRange(); range.selectNodeContents(value.firstChild);
  return Math.round(range.getBoundingClientRect().right);
})"""


@pytest.fixture(scope="module")
def reader(stay_in_each_font: Any) -> Visitor:
    """Visit without scripts: the words are all there."""
    visitor: Visitor = stay_in_each_font(**WIDE, java_script_enabled=False)
    return visitor


def list_pages(site: BuiltSite) -> list[str]:
    """Return the pages that are looked at: all but the offline file and the charts for other sites, which repeat them; one of those stays."""
    repeating = [path for path in site.pages if path.startswith(("data/", "embed/"))]
    alike = [path for path in site.pages if path.startswith("indicators/")]  # their titles break anywhere yet
    return [path for path in site.pages if path not in repeating + alike] + repeating[-1:]


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
    """At every width, in every type size, no line breaks these rules on any page."""
    wrong = {}
    for path in list_pages(built_site):
        page = reader.open(path)
        for size in SIZES:
            show(page, **size)
            if found := [*page.evaluate(BREAKS), *page.evaluate(LONELY)]:
                wrong[path, str(size)] = found
    assert wrong == {}


def test_justified_lines_are_not_torn_apart(reader: Visitor, built_site: BuiltSite) -> None:
    """On a desk the official text is justified, and no line of it is widened by more than an eighth."""
    wrong = {}
    for path in (*built_site.section_paths, "2023/full.html"):
        page = reader.open(path)
        for width in (1280, 1440):
            show(page, width=width)
            if found := page.evaluate(STRETCHED, 1 / 8):
                wrong[path, width] = found
    assert wrong == {}
    aligned = page.evaluate(
        "() => [...document.querySelectorAll('.full p[data-official-text]')].map((p) => getComputedStyle(p).textAlign)"
    )
    assert aligned.count("justify") > len(aligned) / 2


def test_headline_digits_end_on_one_line(reader: Visitor) -> None:
    """From a tablet up the digits of the headline figures end below one another, their units behind them."""
    for width in (768, 1440):
        page = reader.open("index.html")
        show(page, width=width)
        ends = page.evaluate(DIGIT_ENDS)
        assert len(ends) > 1
        assert len(set(ends)) == 1, width


def test_lines_are_long_enough(reader: Visitor) -> None:
    """In every type size a tablet and a desk show 18 to 40 characters of official text a line; none of large type is justified."""
    for path in ("2023/services.html", "2023/full.html", "2023/index.html"):
        page = reader.open(path)
        for width in (768, 1040, 1240, 1280, 1366, 1440, 1920):
            for type_size in ("", "large", "largest"):
                show(page, type_size=type_size, width=width)
                room, align = page.evaluate(
                    "() => { const p = [...document.querySelectorAll('.official p[data-official-text]')].pop();"
                    " const style = getComputedStyle(p);"
                    " return [p.clientWidth / parseFloat(style.fontSize), style.textAlign]; }"
                )
                assert 18 <= room <= 40, (path, width, type_size)
                assert not type_size or align in {"start", "left"}, (path, width, type_size)
