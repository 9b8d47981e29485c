"""Does every piece of the desk's page show its examples: to be read, on a telephone, by readers of all kinds?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from naming_content import copy_unnamed

from axe import list_violations
from chuxiong_site.content.read_files import read_templates
from chuxiong_site.serving.desk import POLICY
from chuxiong_site.serving.pieces import BROWSER, list_pieces
from chuxiong_site.serving.state import Preview
from previews import find_folders, serve_soundly

pytestmark = pytest.mark.browser

FILES, _ = read_templates(BROWSER)
EXAMPLES = [
    {"maker": piece, **example, "name": f"{piece}：{example['title']}"}
    for piece in list_pieces(FILES)
    for example in json.loads(FILES[f"pieces/{piece}/examples.json"])
]
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>标注页的部件</title><link rel="stylesheet" href="/_preview/desk.css">
<script src="/_preview/desk_parts.js" defer></script></head>
<body><main class="text"><h1>标注页的部件</h1></main></body></html>
"""
"""The page without examples; it is made by this test only."""
SHOW = """(examples) => {
  window.told = [];
  const acts = {};
  for (const name of ['act', 'accept', 'choose', 'mend', 'send']) {
    acts[name] = (said) => window.told.push([name, said instanceof Event ? null : said]);
  }
  for (const example of examples) {
    const box = document.createElement('section');
    const head = document.createElement('h2');
    head.textContent = example.name;
    box.dataset.example = example.name;
    box.append(head, window.deskParts[example.maker]({ ...acts, ...example.arguments }));
    document.querySelector('main').append(box);
  }
}"""
READ = """() => [...document.querySelectorAll('[data-example]')].map((box) => {
  const made = box.children[1];
  return [box.dataset.example, made.innerText.trim(), made.getBoundingClientRect().right];
})"""


@pytest.fixture
def page(new_context: Callable[..., Any], tmp_path: Path) -> Iterator[Any]:
    """Open a page with every example, under the desk's own policy; what is blocked or complained of is a fault."""
    page = new_context(viewport={"width": 390, "height": 800}).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
    page.route("**/_preview/examples.html", lambda route: route.fulfill(body=PAGE, headers=headers))
    with serve_soundly(Preview(), find_folders(copy_unnamed(tmp_path))) as server:
        page.goto(f"{server.url}_preview/examples.html")
        page.evaluate(SHOW, EXAMPLES)
        yield page
    assert faults == []


def test_every_example_is_shown(page: Any) -> None:
    """Each makes an element with words that are seen; on a telephone none reaches out of the window."""
    shown = page.evaluate(READ)
    assert [name for name, _, _ in shown] == [example["name"] for example in EXAMPLES]
    assert [name for name, words, _ in shown if not words] == []
    assert [name for name, _, right in shown if right > 390] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390


def test_markup_in_words_is_text(page: Any) -> None:
    """Tags in what a report or a check says are shown, never obeyed."""
    assert "<img src=x>" in page.inner_text("main")
    assert page.locator("main").locator("b, img").count() == 0


def test_every_field_has_its_own_label(page: Any) -> None:
    """Of forms with fields of the same name each label leads to the field beside it."""
    ids: list[str] = page.evaluate("() => [...document.querySelectorAll('main [id]')].map((one) => one.id)")
    assert len(set(ids)) == len(ids) > 0
    lost = page.evaluate(
        "() => [...document.querySelectorAll('main label')].filter((one) => !one.control).length"
    )
    assert (lost, page.locator("main label").count() > 0) == (0, True)
    page.locator('[data-example^="fresh"] label', has_text="年份").first.click()
    assert page.evaluate("document.activeElement.closest('section').dataset.example").startswith("fresh")


def test_every_button_tells(page: Any) -> None:
    """What is pressed is told to the page with what it was made of; a form is sent with what stands in its fields."""
    page.locator('[data-example^="suggestion"] button').first.click()
    page.locator('[data-example^="number"] button').first.click()
    page.locator('[data-example="remark：只有一种改法的"] button', has_text="去掉标记").click()
    page.locator('[data-example^="other"] select').select_option("year")
    page.locator('[data-example^="other"] button').click()
    told = page.evaluate("window.told")
    assert [name for name, _ in told] == ["accept", "choose", "mend", "send"]
    assert told[0][1]["indicator"] == "trees-planted"
    assert told[1][1] == "at-1"
    assert told[2][1]["mend"]["kind"] == "other"
    assert told[3][1] == {"numeral": "year"}


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_of_all_kinds_can_use_each(page: Any, scheme: str) -> None:
    """Axe finds nothing on any example in either scheme."""
    page.emulate_media(color_scheme=scheme)
    assert list_violations(page) == []
    assert list_violations(page, looks=True, off=("target-size",)) == []
