"""Can staff mark words, name pages and enter charts, checks and terms, with the keyboard or the mouse alone?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from naming_content import read_all

from axe import list_violations
from sample_projects import copy_fixture, replace_in

pytestmark = pytest.mark.browser
COPY = "reports/2023.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content with parts, sections, problems and plans."""
    return copy_fixture("rich", tmp_path)


@pytest.fixture
def page(desk_page: Any) -> Any:
    """Return the open desk."""
    return desk_page


def read(content: Path, name: str = COPY) -> str:
    """Return a content file."""
    return (content / name).read_text(encoding="utf-8")


def wait(page: Any, said: str) -> None:
    """Wait until the page says what came of an act."""
    page.wait_for_function(
        "(words) => document.getElementById('said').textContent.startsWith(words)", arg=said
    )


def walk_to(page: Any, words: str) -> None:
    """Walk to the paragraph that begins so, paragraph by paragraph, with one key."""
    for _ in range(60):
        page.keyboard.press("j")
        if page.input_value("#number textarea").startswith(words):
            return
    raise AssertionError(words)


def open_list(page: Any, name: str) -> Any:
    """Open one of the lists beside the text."""
    part = page.locator("details.log", has=page.locator(f"#{name}"))
    part.locator("summary").first.click()
    return part


def test_words_are_marked_with_the_keyboard(page: Any, content: Path) -> None:
    """A paragraph is walked to, words are selected with shift and arrows, a key opens the form, Enter writes; undo takes it back."""
    before = read_all(content)
    walk_to(page, "2023年工作取得了进展")
    assert page.evaluate("document.activeElement.className") == "passage__words"
    page.keyboard.press("Control+Home")
    for key in ["ArrowRight"] * 12 + ["Shift+ArrowRight"] * 8:
        page.keyboard.press(key)
    page.keyboard.press("b")
    assert page.evaluate("document.activeElement.name") == "value"
    page.keyboard.press("Enter")
    wait(page, "写好了：「，但与群众的期待」。")
    assert "进展[,但与群众的期待]{problem=problems-services-1}相比" in read(content)
    assert page.locator(".marked--problem", has_text="但与群众的期待").count() == 1
    selected = "() => { const one = document.activeElement; return one.value.slice(one.selectionStart, one.selectionEnd); }"
    assert page.evaluate(selected) == "，但与群众的期待"
    page.keyboard.press("u")
    wait(page, "撤销了。")
    assert read_all(content) == before


def test_words_are_marked_with_the_mouse(page: Any, content: Path) -> None:
    """What the mouse was drawn over in the text is selected beside it; a plan is laid to its problem from a list, and taken away again."""
    before = read_all(content)
    block = page.locator(".block", has_text="但与群众的期待相比")
    block.scroll_into_view_if_needed()
    box = block.evaluate(
        """(element) => {
          const range = document.createRange();
          const node = [...element.childNodes].find((one) => one.nodeType === 3 && one.data.includes('期待'));
          range.setStart(node, node.data.indexOf('期待'));
          range.setEnd(node, node.data.indexOf('期待') + 4);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, y: (top + bottom) / 2 };
        }"""
    )
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["y"], steps=5)
    page.mouse.up()
    assert (
        page.evaluate(
            "() => { const one = document.activeElement; return one.value.slice(one.selectionStart, one.selectionEnd); }"
        )
        == "期待相比"
    )
    page.locator('details[data-key="a"] summary').click()
    page.locator('details[data-key="a"] [name="value"]').select_option("data-sharing")
    page.locator('details[data-key="a"] button').click()
    wait(page, "写好了：「期待相比」。")
    assert "[期待相比]{plan=data-sharing}" in read(content)
    page.locator(".passage__mark button").click()
    wait(page, "去掉了标记。")
    assert read_all(content) == before


def test_a_heading_is_corrected(page: Any, content: Path) -> None:
    """What is no heading loses its section, and the sections behind it keep their pages."""
    walk_to(page, "（三）")
    page.keyboard.press("h")
    for key in ("End", "Tab", "Enter"):
        page.keyboard.press(key)
    wait(page, "写好了：「（三）")
    assert "{heading=no}" in read(content)
    assert '  "1.3": oversight\n' in read(content)


def test_a_refusal_leaves_what_is_open(page: Any, content: Path) -> None:
    """Nothing was written, so that nothing is made anew: the form that is open stays open, and can be sent again at once."""
    walk_to(page, "2023年工作取得了进展")
    page.keyboard.press("Control+Home")
    for key in ["ArrowRight"] * 2 + ["Shift+ArrowRight"] * 3:
        page.keyboard.press(key)
    page.keyboard.press("h")
    with page.expect_response("**/_preview/desk?*"):
        page.locator('details[data-key="h"] button').click()
        wait(page, "标题")
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.wait_for_function("() => document.activeElement.name === 'value'")
    page.keyboard.press("Enter")
    wait(page, "写好了：")
    assert page.locator('details[data-key="h"]').count() == 1
    assert "{problem=problems-services-1}" in read(content)


def test_a_page_is_named_in_the_outline(page: Any, content: Path) -> None:
    """Each section leads to its place, and the name of its page is changed where it stands."""
    part = open_list(page, "outline")
    item = part.locator(".outline__item", has_text="让政务服务更加均衡")
    item.locator("button").first.click()
    assert page.input_value("#number textarea").startswith("（一）让政务服务更加均衡")
    item.locator('[name="slug"]').fill("next-services")
    item.locator('[name="slug"]').press("Enter")
    wait(page, "写好了：第 3.1 节。")
    assert '  "3.1": next-services\n' in read(content)


def test_what_is_filled_in_stays_while_other_things_are_written(page: Any, content: Path) -> None:
    """Names of pages that were typed and not sent, and a form beside the text, outlast a decision about something else."""
    walk_to(page, "2023年工作取得了进展")
    page.keyboard.press("b")
    page.locator('details[data-key="b"] [name="value"]').fill("far-from-wishes")
    part = open_list(page, "outline")
    part.locator("#outline form").first.wait_for()
    names = part.locator('[name="slug"]')
    names.nth(2).fill("typed-and-not-sent")
    names.nth(0).fill("first-words")
    names.nth(0).press("Enter")
    wait(page, "写好了：第 0 节。")
    assert '  "0": first-words\n' in read(content)
    assert names.nth(2).input_value() == "typed-and-not-sent"
    assert page.input_value('details[data-key="b"] [name="value"]') == "far-from-wishes"
    page.get_by_role("button", name="撤销").first.click()
    wait(page, "撤销了。")
    assert [names.nth(place).input_value() for place in (0, 2)] == ["preamble", "typed-and-not-sent"]


def test_a_form_that_is_filled_in_is_not_closed_by_another(page: Any) -> None:
    """Staff are asked to write it or to give it up first."""
    terms = open_list(page, "terms")
    terms.get_by_role("button", name="新的：词语").click()
    form = page.locator("#entry form")
    form.locator('[name="definition"]').fill("写了一半")
    open_list(page, "charts").get_by_role("button", name="新的：图").click()
    wait(page, "先写上正在填的这一条")
    assert form.locator('[name="definition"]').input_value() == "写了一半"
    form.get_by_role("button", name="不写了").click()
    page.get_by_role("button", name="新的：图").click()
    assert form.locator('[name="title"]').count() == 1


def test_a_change_of_others_is_not_written_over(page: Any, content: Path) -> None:
    """An entry that somebody changed since its form was opened is not written; what was filled in can still be read."""
    charts = open_list(page, "charts")
    charts.get_by_role("button", name="改").first.click()
    form = page.locator("#entry form")
    form.locator('[name="note"]').fill("我写的。")
    replace_in(
        content / "charts.yaml", "title: 政务服务事项{service-items}，", "title: 别人写的{service-items}，"
    )
    form.get_by_role("button", name="写上").click()
    wait(page, "「online-items」刚刚在别处改过")
    assert "我写的" not in read(content, "charts.yaml")
    assert form.locator('[name="note"]').input_value() == "我写的。"
    charts.get_by_text("别人写的").wait_for()
    form.get_by_role("button", name="不写了").click()
    charts.get_by_role("button", name="改").first.click()
    assert form.locator('[name="title"]').input_value().startswith("别人写的")


def test_a_problem_without_a_plan_is_said_to_have_none(page: Any, content: Path) -> None:
    """The list of problems leads to their words, and says of each whether the report answers it."""
    part = open_list(page, "links")
    item = part.locator(".links__item", has=page.get_by_role("heading", name="case-files", exact=True))
    item.get_by_role("button", name="取消").focus()
    page.keyboard.press("Enter")
    wait(page, "写好了：case-files。")
    assert page.evaluate("document.activeElement.textContent") == "报告没有逐条对应的安排"
    assert "  - case-files\n" not in read(content)
    assert "（1 个没有安排）" in part.locator("summary").first.inner_text()
    item.get_by_role("button", name="报告没有逐条对应的安排").click()
    page.wait_for_function("() => document.getElementById('links-count').textContent === '0'")
    assert "  - case-files\n" in read(content)


def test_a_chart_is_made_of_numbers_that_are_chosen(page: Any, content: Path) -> None:
    """Two numbers are put in with a key, the title takes them by name, the picture is seen before it is written; then it is changed and taken out."""
    before = read_all(content)
    page.locator(".number--named").nth(2).click()
    page.keyboard.press("c")
    form = page.locator("#entry form")
    assert form.locator(".chips__item").count() == 1
    page.locator(".number--named").nth(3).click()
    page.keyboard.press("c")
    assert form.locator(".chips__item").count() == 2
    form.locator('[name="form"]').select_option("figures")
    form.locator('[name="id"]').fill("two-numbers")
    form.locator('[name="title"]').fill("并列的数：")
    form.locator('[name="title"]').press("End")
    form.locator('[name="insert"]').select_option(index=1)
    assert "{" in form.locator('[name="title"]').input_value()
    form.get_by_role("button", name="看一看").click()
    page.wait_for_selector("#entry svg")
    assert "并列的数：" in page.text_content("#entry svg")
    assert read_all(content) == before
    form.get_by_role("button", name="写上").click()
    wait(page, "写好了：two-numbers。")
    assert "  two-numbers:\n    form: figures\n" in read(content, "charts.yaml")
    assert "{" not in page.text_content("#charts .entries__item:last-of-type p")
    assert page.locator("#entry form").count() == 0
    open_list(page, "charts").get_by_role("button", name="改并列的数").click()
    form.locator('[name="note"]').fill("不能相加。")
    form.get_by_role("button", name="写上").click()
    page.wait_for_function("() => !document.querySelector('#entry form')")
    assert "    note: 不能相加。\n" in read(content, "charts.yaml")
    page.get_by_role("button", name="去掉并列的数").click()
    wait(page, "去掉了：two-numbers。")
    assert read_all(content) == before


def test_a_check_that_fails_is_not_written(page: Any, content: Path) -> None:
    """Three numbers are chosen; where the report's own do not bear it out, the page says so, and what was entered is still there."""
    before = read_all(content)
    open_list(page, "checks").get_by_role("button", name="新的：比率 = 部分 ÷ 整体").click()
    form = page.locator("#entry form")
    form.locator('[name="id"]').fill("closing-rate")
    form.locator('[name="name"]').fill("网上可办率 = 可办 ÷ 全部")
    form.locator('[name="rate"]').select_option("online-availability-rate")
    form.locator('[name="part"]').select_option("service-items")
    form.locator('[name="whole"]').select_option("online-items")
    form.get_by_role("button", name="写上").click()
    wait(page, "这样写会出错，没有写。")
    assert "E5" in page.inner_text("#problems")
    assert read_all(content) == before
    form.locator('[name="part"]').select_option("online-items")
    form.locator('[name="whole"]').select_option("service-items")
    form.get_by_role("button", name="写上").click()
    wait(page, "写好了：closing-rate。")
    assert "成立" in page.inner_text("#checks .entries__item:last-of-type")
    assert "  closing-rate:\n    kind: ratio\n" in read(content, "checks.yaml")


def test_a_term_is_taken_from_the_text(page: Any, content: Path) -> None:
    """The words that are selected are the term; what it means is written with its source."""
    walk_to(page, "2023年工作取得了进展")
    page.keyboard.press("Control+Home")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("w")
    form = page.locator("#entry form")
    assert form.locator('[name="id"]').input_value() == "工作"
    form.get_by_role("button", name="写上").click()
    wait(page, "写好了：工作。")
    assert "  工作:" in read(content, "terms.yaml")
    page.locator("#number textarea").focus()
    page.keyboard.press("Control+Home")
    for key in ["ArrowRight"] * 5 + ["Shift+ArrowRight"] * 2:
        page.keyboard.press(key)
    page.keyboard.press("w")
    assert form.locator('[name="id"]').input_value() == "工作"
    assert form.locator('[name="id"]').get_attribute("readonly") is not None


def test_a_number_is_put_on_the_home_page(page: Any, content: Path) -> None:
    """One key takes a number from there, the same key puts it there again."""
    page.locator(".number", has_text="58316件").first.click()
    page.keyboard.press("y")
    page.get_by_role("button", name="放到首页").wait_for()
    assert "  - hotline-requests\n" not in read(content)
    page.keyboard.press("y")
    page.get_by_role("button", name="不放在首页").wait_for()
    assert "  - online-availability-rate\n  - hotline-requests\n" in read(content)


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_of_all_kinds_can_work(page: Any, scheme: str) -> None:
    """Axe finds nothing with every list open, a paragraph chosen and the form of a chart beside; nothing sticks out on a telephone."""
    page.emulate_media(color_scheme=scheme)
    for summary in page.locator("details.log > summary").all():
        summary.click()
    page.locator("#charts").get_by_role("button", name="新的").click()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.locator("#entry").get_by_label("图形").focus()
    assert list_violations(page) == []
    assert list_violations(page, looks=True, off=("target-size",)) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert (
        page.evaluate(
            "document.querySelector('.side').scrollWidth - document.querySelector('.side').clientWidth"
        )
        <= 0
    )
