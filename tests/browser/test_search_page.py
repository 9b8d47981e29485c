"""Can a reader search from any page, by keyboard alone, and arrive at the very sentence?"""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from urllib.parse import quote

import pytest
from visitor import PHONE, WIDE, Visitor

from axe import list_violations, show
from built import BuiltSite

pytestmark = pytest.mark.browser

PLACES = ("folder", "root_server", "path_server")
SENTENCE = "#_s1\\.7-4"
COUNT = "[data-search-count]"
READY = "() => window.chuxiongSearchData && window.chuxiongSearch.find"
OFFICIAL = (
    "Array.from(document.querySelectorAll('[data-official-text]')).map((e) => e.textContent).join('\\n')"
)


def focused(page: Any) -> str:
    """Return the words of the element that has the focus, or the id of a field."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


@pytest.mark.parametrize("place", PLACES)
def test_box_leads_to_result_leads_to_sentence(visit: Any, place: str) -> None:
    """From a section page: type, open the first result, and stand at the sentence with the words marked."""
    visitor: Visitor = visit(place, **WIDE)
    page = visitor.open("2023/leadership.html")
    page.fill("#_find", "化解率")
    page.press("#_find", "Enter")
    page.wait_for_url("**/search.html?q=*")
    assert page.locator(COUNT).inner_text() == "找到 2 个数字、2 句。"

    page.locator(".search__group--sentences a").first.click()
    page.wait_for_url("**/2023/disputes.html?q=*#_s1.7-4")
    assert page.locator(f"{SENTENCE} mark.found").all_inner_texts() == ["化解率"]
    assert page.evaluate("document.querySelector(':target').id") == "_s1.7-4"
    assert visitor.faults == []


def test_marks_leave_the_official_text_as_it_is(visit: Any) -> None:
    """Marks over plain words and linked figures change no character, and go on request."""
    visitor: Visitor = visit(**PHONE)
    plain = visitor.open("2023/disputes.html").evaluate(OFFICIAL)
    page = visitor.open(f"2023/disputes.html?q={quote('化解率达97.65%')}#_s1.7-4")
    assert "".join(page.locator("mark.found").all_inner_texts()) == "化解率达97.65%"
    assert page.locator("mark.found").count() == 2
    assert page.evaluate(OFFICIAL) == plain

    page.get_by_role("button", name="去掉标记").click()
    assert page.locator("mark, .found-note").count() == 0
    assert page.evaluate(OFFICIAL) == plain
    assert page.evaluate("location.search + location.hash") == "#_s1.7-4"
    assert visitor.faults == []


def test_escape_takes_the_marks_away(visit: Any) -> None:
    """On a page opened from a result, Escape removes the marks."""
    page = visit(**WIDE).open(f"2023/disputes.html?q={quote('矛盾纠纷 化解率')}#_s1.7-4")
    assert page.locator("mark.found").all_inner_texts() == ["矛盾纠纷", "化解率"]
    page.keyboard.press("Escape")
    assert page.locator("mark.found").count() == 0


def test_results_show_whole_sentences(visit: Any, built_site: BuiltSite) -> None:
    """Every sentence among the results stands there whole, its place beside it, its words marked."""
    page = visit(**WIDE).open(f"search.html?q={quote('执法')}")
    sentences = [
        report_findings.report.display.of(span)
        for report_findings in built_site.findings.reports
        for section in report_findings.report.sections
        for span in section.sentences
    ]
    shown = page.locator(".search__group--sentences .hit__text").all_text_contents()
    assert sorted(shown) == sorted(text for text in sentences if "执法" in text)
    assert set(page.locator(".search__group--sentences mark").all_text_contents()) == {"执法"}
    assert all(page.locator(".search__group--sentences .hit__place").all_inner_texts())


def test_a_number_comes_with_name_scope_and_sentence(visit: Any, built_site: BuiltSite) -> None:
    """A value in plain digits shows the printed value, its name and scope, and its sentence."""
    page = visit(**WIDE).open("search.html?q=864500")
    hit = page.locator(".hit--number")
    fact = built_site.report_findings.fact("service-cases")
    assert fact is not None
    assert hit.locator(".hit__value").inner_text() == "86.45万件"
    assert hit.locator(".hit__name").inner_text() == fact.indicator.name
    assert hit.locator(".hit__scope").inner_text() == f"范围：{fact.indicator.scope}"
    assert hit.locator(".hit__sentence").inner_text() == built_site.report_findings.report.display.of(
        fact.sentence
    )
    assert hit.locator("mark").inner_text() == "86.45万件"


def test_focus_stays_while_results_are_drawn_anew(visit: Any) -> None:
    """Who is at a result when the list is drawn again stays at it."""
    page = visit(**WIDE).open("search.html?q=%E5%AE%A1%E8%AE%A1")
    page.locator(".hit").nth(1).wait_for()
    page.locator("#_search").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    before = focused(page)
    page.evaluate("window.dispatchEvent(new PopStateEvent('popstate'))")

    assert before
    assert focused(page) == before


def test_search_by_keyboard_alone(visit: Any) -> None:
    """/ goes to the box, arrows go through the results and back, Enter opens one, Escape clears."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open("search.html")
    page.keyboard.press("/")
    assert focused(page) == "_search"
    page.keyboard.type("审计")
    page.wait_for_url("**?q=*%E8%AE%A1")
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("2023年度报告 一（四）突出民生资金")
    page.keyboard.press("ArrowDown")
    assert focused(page).startswith("2023年度报告 一（四）126个实施的审计项目")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "_search"

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert (focused(page), page.input_value("#_search")) == ("_search", "")
    page.locator(".hit").first.wait_for(state="detached")
    assert page.locator("[data-search-help]").is_visible()

    page.keyboard.type("化解率/")
    assert page.input_value("#_search") == "化解率/"
    page.keyboard.press("Backspace")
    page.locator(".hit").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2023/disputes.html?q=*#_s1.7-4")
    assert visitor.faults == []


def test_slash_is_typed_where_readers_choose(visit: Any) -> None:
    """In another control of the page, / stays a key like any other."""
    page = visit(**WIDE).open("2023/facts.html")
    page.locator("[data-filter]").first.focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert focused(page) == "_find"


def test_box_suggests_words_and_figures(visit: Any) -> None:
    """What finds is loaded only once a reader goes into the box; then it offers figures and words as links."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open("2023/leadership.html")
    assert page.evaluate("typeof chuxiongSearch.find") == "undefined"
    page.focus("#_find")
    page.wait_for_function(READY)
    page.keyboard.type("审计")
    assert page.locator(".search-box__list a").all_inner_texts()[:2] == [
        "实施的审计项目\n126个",
        "审计促进增收节支\n2.84亿元",
    ]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2023/oversight.html?q=*")
    assert page.locator("mark.found").all_inner_texts() == ["126个"]
    assert visitor.faults == []


def test_escape_closes_the_suggestions(visit: Any) -> None:
    """Escape empties the box and closes what it suggests; leaving the box closes it too."""
    page = visit(**WIDE).open("index.html")
    page.focus("#_find")
    page.wait_for_function(READY)
    page.keyboard.type("审计")
    assert page.locator(".search-box__list").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".search-box__list").is_hidden()
    assert page.input_value("#_find") == ""
    page.keyboard.type("审计")
    page.locator("h1").click()
    assert page.locator(".search-box__list").is_hidden()


@pytest.mark.parametrize("place", ["folder", "root_server"])
def test_search_goes_into_the_address(visit: Any, place: str) -> None:
    """What is typed stands in the address, and going back brings the earlier search again."""
    visitor: Visitor = visit(place, **WIDE)
    page = visitor.open("search.html?q=97.65%25")
    assert page.input_value("#_search") == "97.65%"
    page.fill("#_search", "审计")
    page.press("#_search", "Enter")
    page.wait_for_url(f"**/search.html?q={quote('审计')}")
    assert "审计" in page.title()
    page.go_back()
    page.locator(".hit__value").wait_for()
    assert visitor.faults == []


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "%E5%8",
        "%ff%fe",
        "%3Cscript%3Edocument.title='x'%3C/script%3E",
        "a=b&q=&q=c",
        "%F0%9F%98%80",
        "%2B",
        "#",
    ],
)
def test_malformed_addresses_do_no_harm(visit: Any, query: str) -> None:
    """Broken escapes, markup and emoji in the address make no error and run nothing, on any page."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open(f"search.html?q={query}")
    assert page.locator("[data-search-count]").count() == 1
    assert page.title() != "x"
    visitor.open(f"2023/disputes.html?q={query}#_s1.7-4")
    visitor.open(f"2023/disputes.html?q={query}#%E5%8")
    assert visitor.faults == []


def test_every_example_finds_something(visit: Any) -> None:
    """Each example on the page, followed as it stands, has a result."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open("search.html")
    for address in page.locator("[data-search-help] a").evaluate_all("links => links.map((a) => a.href)"):
        page.goto(address)
        assert page.locator("[data-result]").count() > 0, address
        assert page.locator("[data-search-help]").is_hidden()
    assert visitor.faults == []


def test_nothing_found_says_so_and_helps(visit: Any) -> None:
    """Without a result the count says so, and the examples come back."""
    page = visit(**WIDE).open(f"search.html?q={quote('龘龘龘')}")
    assert page.locator(COUNT).inner_text() == "没有找到「龘龘龘」。"
    assert page.locator("[data-search-help]").is_visible()


def test_sentences_that_are_only_near_are_said_to_be(visit: Any) -> None:
    """What stands nowhere is said to; sentences with some of its words, and these words, are offered as no more than that."""
    page = visit(**WIDE).open(f"search.html?q={quote('审计龘龘龘')}")
    assert page.locator(COUNT).inner_text() == "没有找到「审计龘龘龘」。找到 1 句相近的。"
    assert page.locator("[data-search-way]").inner_text() == "各份报告里都没有写「龘龘龘」。"
    assert page.locator("[data-search-near] a").all_inner_texts() == ["审计"]
    assert page.locator(".search__group h2").all_inner_texts() == ["只写到其中几个词的句子 1"]
    assert page.locator(".search__group mark").all_inner_texts() == ["审计"]


def test_a_number_that_is_not_printed_says_so(visit: Any) -> None:
    """Its answer stands above the nearest facts, which lead to their sentences; a year names the reports there are."""
    page = visit(**WIDE).open("search.html?q=2020")
    assert page.locator(COUNT).inner_text() == "各份报告里都没有写 2020。本站只有2023年度报告、2022年度报告。"
    assert page.locator(".search__group--nearest h2").inner_text() == "最接近的数字 3"
    links = page.locator(".search__group--nearest .hit__link").evaluate_all(
        "all => all.map((a) => a.getAttribute('href'))"
    )
    assert len(links) == 3
    assert all(re.match(r"2023/[a-z-]+\.html\?q=[^#]+#_s", link) for link in links)
    page.fill("#_search", "2件")
    page.locator("[data-search-way]", has_text="只是别的数的一部分").wait_for()


def test_a_long_passage_that_stands_nowhere_says_what_to_do(visit: Any) -> None:
    """A passage too long to be split asks the reader for one of its sentences."""
    page = visit(**WIDE).open(f"search.html?q={quote('矛盾纠纷不见了' * 30)}")
    assert (
        page.locator("[data-search-way]").inner_text() == "没有哪一处与这段话逐字相同。请截取其中一句再找。"
    )


def test_split_questions_say_what_was_left_out(visit: Any) -> None:
    """Above the results of a question stands how they were found and what was left out."""
    page = visit(**WIDE).open(f"search.html?q={quote('青禾州的矛盾纠纷化解率是多少')}")
    way = page.locator("[data-search-way]").inner_text()
    assert "下面的句子同时含有「矛盾纠纷」「化解率」。" in way
    assert "略去了「青禾州」「的」「是」「多少」。" in way
    assert page.locator(".hit__value").all_inner_texts() == ["97.65%", "96.08%"]


@pytest.mark.parametrize("query", ["", "执法", "97.65%", "864500", "2020", "矛盾纠纷化解率是多少"])
def test_nothing_is_wider_than_a_phone(visit: Any, query: str) -> None:
    """At 360 px nothing sticks out, and everything to tap is at least 44 px high."""
    page = visit(**PHONE).open(f"search.html?q={quote(query)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = page.locator("main a:visible, main button:visible").evaluate_all(
        "links => links.map((a) => a.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 44


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("query", ["化解率", "864500", "2020", "去年开了多少场演练", "龘龘龘"])
def test_results_are_accessible(visit: Any, query: str) -> None:
    """Results pass axe in light, dark and large type, at the width of a desk and of a small phone."""
    page = visit(**WIDE).open(f"search.html?q={quote(query)}")
    for theme, size, width in (("light", "", 1280), ("dark", "", 1280), ("light", "largest", 320)):
        show(page, theme=theme, type_size=size, width=width)
        assert list_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.needs("axe-core")
def test_marked_sentences_are_accessible(visit: Any) -> None:
    """A page with marks and their note passes axe."""
    page = visit(**WIDE).open(f"2023/disputes.html?q={quote('97.65%')}#_s1.7-4")
    assert page.locator(".found-note").is_visible()
    assert list_violations(page) == []


def test_without_script_no_field_is_offered(visit: Any) -> None:
    """Without a script no page shows a box to write in or an example to tap; the head still leads to the search page."""
    visitor = visit(java_script_enabled=False, **WIDE)
    page = visitor.open("2023/leadership.html")
    assert not page.locator("#_find").is_visible()
    page.click(".masthead__nav a[href$='search.html']")
    page.wait_for_url("**/search.html")
    assert not page.locator(".search__form").is_visible()
    assert not page.locator("[data-search-help]").is_visible()


def test_without_script_the_search_page_says_what_to_do(visit: Any, built_site: BuiltSite) -> None:
    """It names the full text, how to find in it on a desk and on a phone, and the lists; every link leads to a page."""
    page = visit(java_script_enabled=False, **WIDE).open("search.html")
    message = page.locator(".search__noscript")
    words = message.inner_text()
    assert "页内查找" in words
    assert "Ctrl+F" in words
    assert "在网页中查找" in words
    targets = [link.get_attribute("href") for link in message.locator("a").all()]
    assert targets[0] == "2023/full.html"
    assert len(targets) > 3
    assert set(targets) <= set(built_site.pages)
    message.locator("a").first.click()
    page.wait_for_url("**/2023/full.html")


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("行政复仪", "没有「行政复仪」，按「行政复议」找。"),
        ("行政議復", "按报告的字形「行政议复」找。没有「行政议复」，按「行政复议」找。"),
        ("矛纠纷", "没有「矛纠纷」，按「矛盾纠纷」找。"),
        ("演习", "没有「演习」，按「演练」找。"),
        ("矛纠", "没有「矛纠」，按「矛盾纠纷」找。"),
    ],
)
def test_what_is_read_otherwise_is_said(visit: Any, query: str, read: str) -> None:
    """Above the results stands what was read instead of what was typed, and a link that looks for just that."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open(f"search.html?q={quote(query)}")
    assert page.locator("[data-search-read]").inner_text().startswith(read)
    assert page.locator(".hit").count() > 0
    page.get_by_role("link", name="只找原来的字").click()
    page.wait_for_url("**&exact=1")
    assert page.locator("[data-search-read]").inner_text() == ""
    assert page.input_value("#_search") == query
    assert f"「{query}」" in page.locator(".search__count").inner_text()
    page.fill("#_search", "矛盾纠份")
    page.locator("[data-search-read]", has_text="按「矛盾纠纷」找").wait_for()
    assert visitor.faults == []


def test_words_that_the_report_lacks_are_said(visit: Any) -> None:
    """A question about another matter is told so, whether or not some of its words stand in the report."""
    page = visit(**WIDE).open(f"search.html?q={quote('矛盾纠纷和公积金')}")
    assert page.locator(COUNT).inner_text().startswith("各份报告里都没有写「公积金」。找到")
    page.goto(page.url.split("?")[0] + f"?q={quote('公积金是多少')}")
    assert page.locator(COUNT).inner_text() == "没有找到「公积金是多少」。"
    assert page.locator("[data-search-way]").inner_text() == "各份报告里都没有写「公积金」。"


def test_a_pages_own_name_leads_to_it(visit: Any) -> None:
    """What a page is called, or what it is for, offers the page before all else; what is not made is not offered."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open(f"search.html?q={quote('核对')}")
    link = page.locator("main .search__group").first.locator("a").first
    assert link.inner_text() == "2023年度报告 核对"
    link.click()
    page.wait_for_url("**/2023/checks.html")
    page = visitor.open(f"search.html?q={quote('下载')}")
    assert page.locator(".search__group--pages a").all_inner_texts() == [
        "2023年度报告 目录",
        "2022年度报告 目录",
    ]
    page = visitor.open("search.html?q=2022")
    assert page.locator(".search__group--pages a").all_inner_texts() == ["2022年度报告 目录"]
    assert visitor.faults == []


def test_a_kind_of_numbers_leads_to_its_table(visit: Any) -> None:
    """The first result of a kind is the table of facts with nothing else in it."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open(f"search.html?q={quote('大概数')}")
    link = page.locator("main .search__group").first.locator("a").first
    assert link.inner_text() == "2023年度报告 数字：约数"
    link.click()
    page.wait_for_url("**/2023/facts.html?qualifier=**")
    rows = page.locator("[data-row]:visible")
    assert rows.count() > 0
    assert set(rows.evaluate_all("rows => rows.map((row) => row.dataset.qualifier)")) == {"约数"}
    assert visitor.faults == []


def test_numbers_of_a_sentence_are_listed(visit: Any) -> None:
    """Below a sentence stand its numbers with their names; each leads to its place in the text."""
    page = visit(**WIDE).open(f"search.html?q={quote('突出民生资金')}")
    line = page.locator(".search__group--sentences .hit").first
    line.locator("summary").click()
    names = line.locator("details a").all_inner_texts()
    assert len(names) == int(re.sub(r"\D", "", line.locator("summary").inner_text()))
    assert re.sub(r"\s+", " ", names[0]) == "实施的审计项目 126个"
    line.locator("details a").first.click()
    page.wait_for_url("**/2023/oversight.html?q=*")
    assert page.locator("mark.found").all_inner_texts() == ["126个"]


def test_results_of_one_kind_or_one_report(visit: Any) -> None:
    """Kind and report are links with an address of their own, which brings the same results again."""
    visitor: Visitor = visit(**WIDE)
    page = visitor.open(f"search.html?q={quote('化解率')}")
    page.get_by_role("link", name="数字 2").click()
    page.wait_for_url("**kind=numbers")
    assert page.locator(".search__group h2").all_inner_texts() == ["数字 2"]
    page.get_by_role("link", name="2022年度报告", exact=True).click()
    page.wait_for_url("**report=2022")
    assert page.locator(".hit__value").all_inner_texts() == ["96.08%"]
    assert page.locator("[data-search-tools] [aria-current]").all_inner_texts() == ["数字 2", "2022年度报告"]
    page.reload()
    assert page.locator(".hit__value").all_inner_texts() == ["96.08%"]
    assert visitor.faults == []


def test_results_are_taken_away_as_a_table(visit: Any) -> None:
    """The table has a row for each result: what it is, where it stands, and its address."""
    page = visit(**WIDE).open(f"search.html?q={quote('化解率')}")
    with page.expect_download() as taken:
        page.get_by_role("button", name="存为表格").click()
    text = taken.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert taken.value.suggested_filename == "搜索-化解率.csv"
    assert rows[0] == ["类别", "报告", "位置", "名称", "数字", "范围", "句子", "网址"]
    assert [row[:3] + row[4:5] for row in rows[1:3]] == [
        ["数字", "2023年度报告", "一（七）", "97.65%"],
        ["数字", "2022年度报告", "一（二）", "96.08%"],
    ]
    assert len(rows) == 5
    assert page.locator("[data-search-status]").inner_text() == "结果已存为表格，共 4 行。"
    page.goto(rows[1][7])
    assert page.locator("mark.found").all_inner_texts() == ["97.65%"]


def test_one_result_is_copied(visit: Any) -> None:
    """A copy has the words of the result, its place and its address, and says that it was made."""
    page = visit("root_server", **WIDE).open(f"search.html?q={quote('化解率')}")
    page.evaluate(
        "() => { chuxiongCopying.copy = (text, said, status) => { window.taken = text; status.textContent = said; }; }"
    )
    page.locator(".hit--number").first.get_by_role("button", name="复制").click()
    taken = page.evaluate("window.taken")
    assert taken.startswith("97.65% 矛盾纠纷化解率 范围：")
    assert re.search(r"（2023年度报告 一（七））http://.+/2023/disputes\.html\?q=.+#_s1\.7-4$", taken)
    assert page.locator("[data-search-status]").inner_text() == "已复制这一条。"


def test_results_are_printed_without_what_is_tapped(visit: Any) -> None:
    """On paper stand what was asked, what was read, and the results; no button, no choice."""
    page = visit(**WIDE).open(f"search.html?q={quote('行政复仪')}")
    page.emulate_media(media="print")
    assert page.locator("#_search").is_visible()
    assert page.locator("[data-search-read]").is_visible()
    assert page.locator(".hit").first.is_visible()
    assert page.locator("main button:visible, main summary:visible").count() == 0
