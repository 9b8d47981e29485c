"""What can a reader learn by opening a number in the text?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
RATE = 'a.fact[data-fact="dispute-resolution-rate"]'
NOTE = ".fact-note"


@pytest.fixture
def page(visit: Any) -> Any:
    """Open a section with many facts on a wide screen."""
    return visit(**WIDE).open(PAGE)


def test_note_says_what_the_number_is(page: Any) -> None:
    """A click opens a note with name, value as printed, the sum and its result, kind, unit and scope, in this order."""
    page.locator(RATE).click()

    words = page.locator(NOTE).inner_text().replace("\n", " ")

    places = [
        words.find(expected)
        for expected in (
            "矛盾纠纷化解率",
            "97.65%",
            "23202件 ÷ 23760件 = 97.6515…%",
            "复算相符",
            "占比；单位：%；范围：报告未明示。",
        )
    ]
    assert -1 not in places
    assert places == sorted(places)


def test_note_says_what_is_not_published(page: Any) -> None:
    """A rate that cannot be recomputed says so, and what the report does not give."""
    page.locator('a.fact[data-fact="mediation-success-rate"]').click()

    assert "不能复算：报告未公布调解成功的案件数（分子）。" in page.locator(NOTE).inner_text()


def test_number_that_a_sum_takes_names_it(page: Any) -> None:
    """A number that a rate is recomputed with leads to that sum, and is not itself said to be verified."""
    page.locator("#disputes-found").click()

    words = page.locator(NOTE).inner_text().replace("\n", " ")

    assert "用来复算矛盾纠纷化解率： 23202件 ÷ 23760件 = 97.6515…%" in words
    assert "相符" not in words


def test_note_leads_on(page: Any) -> None:
    """The note leads to the chart, the table of all facts, and the very words in the official page."""
    page.locator(RATE).click()

    links = page.locator(f"{NOTE} a").evaluate_all(
        "links => Object.fromEntries(links.map(a => [a.textContent, a.href]))"
    )

    assert links["看图"].endswith("2023/disputes.html#_chart-2023-dispute-rates")
    assert links["在表里看"].endswith("2023/facts.html#_row-dispute-resolution-rate")
    assert links["官方原文"].startswith("https://example.org/")
    assert links["官方原文"].endswith("#:~:text=%E5%8C%96%E8%A7%A3%E7%8E%87%E8%BE%BE97.65%25")


def test_steps_go_through_all_numbers(page: Any) -> None:
    """Next and previous visit every number of the page, also the two that share one 100%, and come round again."""
    page.locator(RATE).click()
    names = []
    for _ in range(14):
        page.get_by_role("button", name="下一个数字").click()
        names.append(page.locator("#_fact-note-name").inner_text())

    assert len(set(names)) == 14
    assert names[-1] == "矛盾纠纷化解率"
    page.get_by_role("button", name="上一个数字").click()
    assert page.locator("#_fact-note-name").inner_text() == names[-2]


def test_keyboard_opens_and_closes(page: Any) -> None:
    """Enter opens the note and focus moves into it; Escape closes it and focus returns to the number."""
    page.locator(RATE).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.fact-note')")

    page.keyboard.press("Escape")

    assert page.locator(NOTE).is_hidden()
    assert page.evaluate("document.activeElement.dataset.fact") == "dispute-resolution-rate"


def test_citation_is_copied(visit: Any) -> None:
    """Copying gives the sentence, its place, the report's reference after GB/T 7714 and the day."""
    visitor = visit(**WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(PAGE)
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; }"
    )
    page.locator(RATE).click()
    page.get_by_role("button", name="复制引用").click()

    copied = page.evaluate("window.copied")

    assert copied.startswith("矛盾纠纷化解率：97.65%（一（七）：“")
    assert "青禾州2023年度依法行政情况报告[EB/OL]. (2024-02-05)[20" in copied
    assert "引用日期" not in copied
    assert page.locator(".fact-note__status").inner_text() == "引用已复制（GB/T 7714）。"


def test_sentence_is_copied_plainly(page: Any) -> None:
    """The plain copy is the sentence, the report, its place in it, and the number's address; from a folder the official."""
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; }"
    )
    page.locator(RATE).click()
    page.get_by_role("button", name="更多").click()
    page.get_by_role("button", name="复制句子").click()

    copied = page.evaluate("window.copied")

    assert "化解率达97.65%。（青禾州2023年度依法行政情况报告 一（七））https://example.org/" in copied
    assert "file:" not in copied


def test_note_leaves_the_number_in_sight_on_a_phone(visit: Any) -> None:
    """On a phone the note is a sheet at the foot, and the number stays visible above it."""
    page = visit(**PHONE).open(PAGE)
    page.locator(RATE).click()
    page.wait_for_timeout(400)

    bottom = page.locator(RATE).evaluate("a => a.getBoundingClientRect().bottom")

    assert bottom <= page.locator(NOTE).evaluate("n => n.getBoundingClientRect().top")


def test_marks_can_be_hidden(page: Any) -> None:
    """不显示文中标记 takes the underlines away, is remembered, and leaves the words alone."""
    before = page.locator(".official").inner_text()
    page.locator(".display summary").click()
    page.get_by_label("不显示文中标记").check()
    page.reload()

    colour = page.locator(RATE).evaluate("a => getComputedStyle(a).textDecorationColor")

    assert colour == "rgba(0, 0, 0, 0)"
    assert page.locator(".official").inner_text() == before


def test_the_reports_citation_is_copied(visit: Any) -> None:
    """The report's page copies its reference with today as the day of access; without scripts there is no button."""
    page = visit(**WIDE).open("2023/index.html")
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; }"
    )
    page.get_by_role("button", name="复制引用").click()

    today = page.evaluate("new Intl.DateTimeFormat('sv').format()")
    shown = page.locator(".citation").inner_text()
    assert page.evaluate("window.copied") == shown.replace("引用日期", today)
    assert page.locator(".cite__status").inner_text() == "引用已复制（GB/T 7714）。"

    plain = visit(**WIDE, java_script_enabled=False).open("2023/index.html")
    assert plain.locator(".cite__copy").is_hidden()


def test_address_of_a_number_on_a_server_is_its_own(visit: Any) -> None:
    """On the web the copied link is that of the number on this site, without what was searched for."""
    page = visit("root_server", **WIDE).open(f"{PAGE}?q=1")
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; }"
    )
    page.locator(RATE).click()
    page.get_by_role("button", name="复制链接").click()

    copied = page.evaluate("window.copied")

    assert copied.startswith("http://127.0.0.1:")
    assert copied.endswith("/2023/disputes.html#dispute-resolution-rate")


def test_a_number_that_states_two_facts_names_both(page: Any) -> None:
    """The one 100% of two rates says of each that it is the other too."""
    page.locator("#court-appearance-rate").click()
    assert "行政案件胜诉率" in page.locator(NOTE).inner_text()

    page.get_by_role("button", name="下一个数字").click()

    assert page.locator("#_fact-note-name").inner_text() == "行政案件胜诉率"
    assert "行政机关负责人出庭应诉率" in page.locator(NOTE).inner_text()


def test_quotation_marks_inside_a_quotation_are_single(page: Any) -> None:
    """A sentence with “ ” is cited with ‘ ’ inside."""
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; }"
    )
    quoting = page.locator(".sentence:has(a.fact)", has_text="“").first
    quoting.locator("a.fact").first.click()
    page.get_by_role("button", name="复制引用").click()

    copied = page.evaluate("window.copied")

    assert copied.count("“") == copied.count("”") == 1
    assert "‘" in copied
