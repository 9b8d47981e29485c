"""Can somebody who never saw YAML name numbers with the keyboard alone, see what was done, and take it back?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from naming_content import COPY, copy_unnamed, read_all

from axe import list_violations
from chuxiong_site.build.kept_log import UNREAD
from chuxiong_site.serving.http import PreviewServer
from chuxiong_site.serving.state import Preview
from previews import find_folders, serve_soundly
from sample_projects import replace_in

pytestmark = pytest.mark.browser


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content with numbers that nobody has named."""
    return copy_unnamed(tmp_path)


@pytest.fixture
def server(desk_server: PreviewServer) -> PreviewServer:
    """Return what serves it."""
    return desk_server


@pytest.fixture
def page(desk_page: Any) -> Any:
    """Return the open desk."""
    return desk_page


def count_left(page: Any) -> int:
    """Return how many numbers are still open, as the page says it."""
    words: str = page.inner_text("#progress")
    return int(words.split("还有")[1].split("个", maxsplit=1)[0])


def press(page: Any, key: str, said: str) -> None:
    """Press a key and wait until the page says what came of it."""
    page.keyboard.press(key)
    page.wait_for_function(
        "(words) => document.getElementById('said').textContent.startsWith(words)", arg=said
    )


def read_shown(page: Any) -> str:
    """Return the number that the desk shows."""
    return str(page.inner_text("#number h2"))


def test_the_next_open_number_is_one_key_away(page: Any) -> None:
    """The first key leads to the first number that is open, with focus on it, its sentence and last year's beside."""
    page.keyboard.press("n")
    assert read_shown(page) == "5000棵"
    assert page.evaluate("document.activeElement.textContent") == "5000棵"
    assert page.locator('.number[aria-current="true"]').inner_text() == "5000棵"
    assert "2023 年" in page.inner_text(".choice")
    assert "5000棵" in page.inner_text("#number .quote mark >> nth=0")
    page.keyboard.press("n")
    second = read_shown(page)
    page.keyboard.press("p")
    assert (read_shown(page), second != "5000棵") == ("5000棵", True)


def test_a_candidate_is_one_key_to_accept(page: Any, content: Path) -> None:
    """The decision is in the file at once, the progress says so, and the next open number is shown; undo takes it back."""
    before, left = read_all(content), count_left(page)
    page.keyboard.press("n")
    press(page, "1", "写好了：5000棵。")
    assert "[5000棵]{fact=trees-planted}" in (content / COPY).read_text(encoding="utf-8")
    assert count_left(page) == left - 1
    page.wait_for_function("() => document.querySelector('#number h2').textContent !== '5000棵'")
    press(page, "u", "撤销了。")
    assert read_all(content) == before
    assert read_shown(page) == "5000棵"
    press(page, "r", "重做了。")
    assert count_left(page) == left - 1


def test_a_candidate_is_one_key_to_refuse(page: Any, content: Path) -> None:
    """Refused candidates are gone, the form of a new indicator has the focus, nothing is written."""
    before = read_all(content)
    page.keyboard.press("n")
    press(page, "x", "候选都不是，没有写")
    assert page.locator(".choice").count() == 0
    assert page.evaluate("document.activeElement.name") == "name"
    assert read_all(content) == before


def test_a_new_indicator_is_filled_in(page: Any, content: Path) -> None:
    """Name, unit, scope and theme come from the text; what the text does not say has to be chosen; Enter writes all."""
    page.locator(".number", has_text="15所").click()
    page.keyboard.press("e")
    form = page.locator('details[data-key="e"] form')
    assert form.locator('[name="unit"]').input_value() == "所"
    form.locator('[name="name"]').fill("栽树的学校")
    form.locator('[name="indicator"]').fill("planting-schools")
    form.locator('[name="measure"]').select_option("count")
    press(page, "Enter", "写好了：15所。")
    assert "[15所]{fact=planting-schools}" in (content / COPY).read_text(encoding="utf-8")
    assert "  planting-schools:\n    name: 栽树的学校\n" in (content / "indicators.yaml").read_text(
        encoding="utf-8"
    )


def test_keys_never_clash_with_typing(page: Any, content: Path) -> None:
    """While a field has the focus letters are letters; Esc leaves it, and the keys act again."""
    before = read_all(content)
    page.keyboard.press("n")
    page.keyboard.press("e")
    field = page.locator('details[data-key="e"] [name="name"]')
    field.fill("")
    page.keyboard.type("nurxo1")
    assert field.input_value() == "nurxo1"
    assert read_all(content) == before
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_mistake_is_shown_and_not_written(page: Any, content: Path) -> None:
    """A name with a number in it is refused with code and remedy; what was typed is still there."""
    before = read_all(content)
    page.keyboard.press("n")
    page.keyboard.press("e")
    page.locator('details[data-key="e"] [name="name"]').fill("第5种树")
    press(page, "Enter", "这样写会出错，没有写。")
    assert "E502" in page.inner_text("#problems")
    assert page.locator('details[data-key="e"] [name="name"]').input_value() == "第5种树"
    assert read_all(content) == before


def test_two_windows_see_each_other(
    page: Any, new_context: Callable[..., Any], server: PreviewServer
) -> None:
    """What another window decided is met with its state as it is now, not overwritten."""
    other = new_context().new_page()
    other.goto(f"{server.url}_preview/desk.html")
    other.wait_for_selector(".number")
    page.keyboard.press("n")
    press(page, "1", "写好了：5000棵。")
    other.locator(".number", has_text="610人").click()
    press(other, "1", "写好了：610人。")
    assert other.locator(".number--named", has_text="5000棵").count() == 1
    assert other.locator("#log li").count() == 2


def test_the_log_outlives_the_preview(page: Any, new_context: Callable[..., Any], content: Path) -> None:
    """The page of the next preview lists what was decided in this one, and takes it back; what is wrong with the log it says."""
    before = read_all(content)
    page.keyboard.press("n")
    press(page, "1", "写好了：5000棵。")
    with serve_soundly(Preview(), find_folders(content)) as next_server:
        later = new_context().new_page()
        later.goto(f"{next_server.url}_preview/desk.html")
        later.wait_for_selector("#log li", state="attached")
        assert later.text_content("#log li").startswith("5000棵")
        assert later.text_content("#log-note") == ""
        press(later, "u", "撤销了。")
    assert read_all(content) == before
    [log] = content.parent.glob(".cache/decisions-*.jsonl")
    log.write_bytes(log.read_bytes()[:-9])
    with serve_soundly(Preview(), find_folders(content)) as last_server:
        later.goto(f"{last_server.url}_preview/desk.html")
        later.wait_for_selector(".number")
        assert later.inner_text("#log-note") == UNREAD
        assert later.is_disabled("#undo")


def test_what_a_check_says_stands_beside_the_text(page: Any, content: Path) -> None:
    """Each problem leads to its number; one with a single remedy is mended with a press, and that can be taken back."""
    replace_in(content / COPY, "2024年,", "[2024年]{numeral=year},")
    before = read_all(content)
    page.reload()
    page.wait_for_selector(".number")
    page.get_by_text("核对说的").click()
    remark = page.locator("#remarks .remark", has_text="W401")
    remark.get_by_role("button", name="去看").click()
    assert read_shown(page) == "2024年"
    assert page.inner_text("#number .state") == "不是数字：年份（文稿里标的）"
    remark.get_by_role("button", name="去掉标记").click()
    page.wait_for_function(
        "() => document.getElementById('said').textContent.startsWith('改好了：去掉标记。')"
    )
    assert page.locator("#remarks .remark", has_text="W401").count() == 0
    assert page.inner_text("#number .state") == "不是数字：年份（程序认出来的）"
    press(page, "u", "撤销了。")
    assert read_all(content) == before


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_of_all_kinds_can_work(page: Any, scheme: str) -> None:
    """Axe finds nothing on the desk, with a number on it, in either scheme; every number of the text has a name for screen readers."""
    page.emulate_media(color_scheme=scheme)
    page.keyboard.press("n")
    assert list_violations(page) == []
    assert list_violations(page, looks=True, off=("target-size",)) == []
    assert page.locator(".number").first.get_attribute("aria-label").endswith("不是数字")


SEEN = """([number, shown]) => {
  const one = document.querySelector(number).getBoundingClientRect();
  const other = document.querySelector(shown).getBoundingClientRect();
  const apart = one.bottom <= other.top || one.right <= other.left;
  return apart && [one, other].every((box) => box.top >= 0 && box.bottom <= window.innerHeight);
}"""
"""Whether a number of the text and what is said of it are both in the window, neither behind the other."""


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_text_and_decision_are_in_one_view(page: Any, width: int) -> None:
    """At every width nothing is scrolled sideways, and the number that is decided is seen beside or above its decision."""
    page.set_viewport_size({"width": width, "height": 768})
    for _ in range(6):
        page.keyboard.press("n")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert page.evaluate(SEEN, ['.number[aria-current="true"]', "#number h2"])


TORN = """() => [...document.querySelectorAll('.tie')].filter((tie) => {
  const range = document.createRange();
  const lines = [...tie.childNodes].map((node) => {
    range.selectNode(node);
    return range.getBoundingClientRect();
  }).filter((box) => box.width);
  return lines.some((box) => box.bottom <= lines[0].top || box.top >= lines[0].bottom);
}).map((tie) => tie.textContent)"""
"""Numbers whose punctuation stands on another line."""


@pytest.mark.parametrize("width", [1440, 1024, 390, 320])
def test_no_line_begins_with_the_comma_of_a_number(page: Any, width: int) -> None:
    """At every width a number and the punctuation that touches it stand on one line, and the text is the report's."""
    page.set_viewport_size({"width": width, "height": 768})
    assert page.locator(".tie").count() == page.locator(".number").count() > 0
    assert page.evaluate(TORN) == []
    words = page.locator(".block", has_text="全县义务植树").text_content()
    assert words.startswith("2024年，全县义务植树5000棵，成活4600棵，成活率92%，参加的有610人。")


def test_a_long_place_of_a_mistake_is_read_whole(page: Any) -> None:
    """The words of a refusal break inside their frame on a telephone, and are in the window."""
    page.set_viewport_size({"width": 390, "height": 768})
    page.keyboard.press("n")
    page.keyboard.press("f")
    page.locator('details[data-key="f"] [name="indicator"]').fill("no-such-thing")
    press(page, "Enter", "这样写会出错，没有写。")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    box = page.locator("#problems").bounding_box()
    assert box["x"] + box["width"] <= 390
    inner = page.evaluate("document.getElementById('problems').scrollWidth")
    assert inner <= box["width"]
