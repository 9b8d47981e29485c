"""Chosen pictures in a browser: what is drawn before and after a choice, what is said, kept in the address and saved."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from visitor import PHONE, SHIFT, WIDE, Visitor

from built import BuiltSite
from chuxiong_site.proof.documents.utterance import fold

pytestmark = pytest.mark.browser

EXPLORE = "explore.html"
DRAWN = ".explore__box--drawn"
LIBRARIES = "() => document.querySelectorAll('script[src*=plotly]').length"
CHOSEN = """() => [...document.querySelectorAll('.explore-list tbody tr')].filter((row) => row.querySelector('input').checked)
  .map((row) => { const data = row.querySelector('data');
    return { id: `${data.dataset.report}/${data.dataset.fact}`, value: Number(data.value), shown: data.textContent,
      name: row.cells[0].textContent.trim(), scope: row.cells[3].textContent.trim() }; })"""
WORDS = "(name) => [...document.querySelectorAll('.explore__picture .explore__' + name)].map((text) => text.textContent)"
DATA = "() => document.querySelector('.chart__plot').data.filter((trace) => trace.hoverinfo !== 'none').map((t) => ({ x: t.x, y: t.y, text: t.text }))"
YEARS = "?show=2023/service-cases,2022/service-cases,2022/service-cases.2021"


@pytest.fixture
def wide(visit: Any) -> Visitor:
    """Visit with a wide screen and a mouse."""
    visitor: Visitor = visit(**WIDE)
    return visitor


def open_view(visitor: Visitor, address: str) -> Any:
    """Open the page and wait for its picture: that is drawn once the page has been painted."""
    page = visitor.open(address)
    page.locator(".explore__picture .explore__value").first.wait_for()
    return page


def choose(page: Any, count: int = 1) -> None:
    """Choose facts of the list in sight that are not chosen, and wait for the drawing."""
    for _ in range(count):
        page.locator(".explore-list--shown input:not(:checked)").first.check()
    page.locator(DRAWN).wait_for()


def test_an_example_is_there_before_any_choice(wide: Visitor) -> None:
    """The picture shows the example's names and values as printed; nothing is fetched, nothing moves."""
    page = open_view(wide, EXPLORE)
    rows = page.evaluate(CHOSEN)
    assert page.evaluate(WORDS, "value") == [row["shown"] for row in rows]
    assert "".join(page.evaluate(WORDS, "label")) == "".join(row["name"] for row in rows)
    assert page.evaluate(LIBRARIES) == 0
    assert page.evaluate(SHIFT) < 0.002
    assert page.locator(".explore__warning").text_content() == ""
    assert wide.faults == []


def test_a_choice_is_drawn_with_the_facts_own_values(wide: Visitor) -> None:
    """Choosing fetches the library once; what Plotly holds and what the picture says are the chosen rows."""
    page = open_view(wide, EXPLORE)
    choose(page, 2)
    page.wait_for_function("() => document.querySelector('.chart__plot').data[0].x.length > 3")
    rows = page.evaluate(CHOSEN)
    [trace] = page.evaluate(DATA)
    assert trace["x"] == [row["value"] for row in rows]
    assert trace["text"] == page.evaluate(WORDS, "value") == [row["shown"] for row in rows]
    assert page.evaluate(LIBRARIES) == 1
    assert wide.faults == []


def test_marks_lie_where_the_picture_has_them(wide: Visitor) -> None:
    """Plotly's bars begin and end on the same px as the picture's."""
    page = open_view(wide, EXPLORE)
    choose(page)
    boxes = """(name) => [...document.querySelectorAll(name)].map((mark) => {
      const box = mark.getBoundingClientRect(); return [box.left, box.right, (box.top + box.bottom) / 2]; })"""
    marks = page.evaluate(boxes, ".explore__picture .explore__mark")
    drawn = page.evaluate(boxes, ".chart__plot .point path:not([style*='fill-opacity: 0;'])")
    assert len(marks) == len(drawn) > 2
    for mark, path in zip(marks, drawn, strict=True):
        assert path == pytest.approx(mark, abs=1.5)


def test_several_years_are_joined_where_none_is_missing(wide: Visitor) -> None:
    """A view with years of one indicator has a dot a year on one scale from zero, joined; a gap stays open and is said."""
    page = open_view(wide, EXPLORE + YEARS)
    assert page.evaluate(WORDS, "year") == ["2021", "2022", "2023"]
    assert page.locator(".explore__joint").count() == 2
    page.locator("[data-draw]").click()
    page.locator(DRAWN).wait_for()
    [trace] = page.evaluate(DATA)
    assert trace["x"] == [2021, 2022, 2023]
    assert trace["y"] == [746000, 801200, 864500]
    assert page.evaluate("() => document.querySelector('.chart__plot').layout.yaxis.range[0]") == 0
    page.locator("tr:has([data-report='2022'][data-fact='service-cases']) input").uncheck()
    assert page.locator(".explore__joint").count() == 0
    assert "没有连线的地方" in page.locator(".explore__warning").text_content()


def test_the_address_is_the_view(wide: Visitor) -> None:
    """What is chosen stands in the address; opened anew, that address shows the same picture without fetching anything."""
    page = open_view(wide, EXPLORE)
    choose(page)
    rows, address = page.evaluate(CHOSEN), page.url
    assert all(row["id"] in address for row in rows)
    page.goto(address)
    page.locator(".explore__picture .explore__value").first.wait_for()
    assert page.evaluate(CHOSEN) == rows
    assert page.evaluate(LIBRARIES) == 0


def test_another_unit_is_another_picture(wide: Visitor) -> None:
    """Choosing another group empties the picture of the first: no unlike units are drawn together."""
    page = open_view(wide, EXPLORE)
    page.locator("[data-group]").select_option(index=1)
    assert page.locator(".explore-list:visible").count() == 1
    groups = page.evaluate(
        "() => [...document.querySelectorAll('.explore-list')].filter((t) => t.querySelector('input:checked')).length"
    )
    assert groups == 1
    assert (
        page.locator(".explore-list:visible caption").text_content()
        in page.locator(".explore__meta").text_content()
    )


def test_different_scopes_are_warned_of(wide: Visitor) -> None:
    """Where scopes differ the picture says that its numbers cannot be added; where they do not, it names the scope."""
    page = open_view(wide, EXPLORE)
    scope = page.evaluate(CHOSEN)[0]["scope"]
    assert f"范围：{scope}" in page.locator(".explore__meta").text_content()
    page.locator(f".explore-list--shown tr:not(:has(td:text-is('{scope}'))) input").first.check()
    assert "范围不同，不能相加。" in page.locator(".explore__warning").text_content()


def test_lists_are_narrowed_by_words_and_section(wide: Visitor) -> None:
    """Words and a section leave the rows that have them; what is chosen stays drawn."""
    page = open_view(wide, EXPLORE)
    rows = page.evaluate(CHOSEN)
    page.locator("[data-words]").fill(rows[0]["name"])
    shown = page.locator(".explore-list--shown tbody tr:visible")
    assert all(rows[0]["name"] in words for words in shown.all_text_contents())
    assert page.evaluate(WORDS, "value") == [row["shown"] for row in rows]


def test_a_view_is_saved_as_table_and_picture(visit: Any, built_site: BuiltSite) -> None:
    """CSV has the chosen rows; SVG and PNG are whole without a page: title, values, unit, source and notice are inside."""
    page = visit(**WIDE, accept_downloads=True).open(EXPLORE)
    rows = page.evaluate(CHOSEN)
    files = {}
    for ending in ("csv", "svg", "png"):
        with page.expect_download() as download:
            page.locator(f"[data-save={ending}]").click()
        files[ending] = Path(download.value.path()).read_bytes()
    table = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    assert [(row["名称"], row["数值"], float(row["值"])) for row in table] == [
        (row["name"], row["shown"], row["value"]) for row in rows
    ]
    svg = files["svg"].decode()
    report = built_site.report_findings.report
    for words in (
        *(row["shown"] for row in rows),
        "单位：",
        report.disclosure.publisher,
        built_site.findings.project.site.notice,
    ):
        assert words in fold(svg.replace("</text>", "")) or words in "".join(svg.split("</text>")), words
    assert "class=" not in svg.replace('class="explore', "")
    assert "var(" not in svg
    assert files["png"].startswith(b"\x89PNG")


def test_a_mark_leads_to_its_sentence(wide: Visitor) -> None:
    """A click on a drawn mark goes to the sentence of its number."""
    page = open_view(wide, EXPLORE)
    choose(page)
    rows = page.evaluate(CHOSEN)
    box = page.locator(".chart__plot .point path").nth(0).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(f"**#{rows[0]['id'].partition('/')[2]}")


def test_a_phone_chooses_with_a_finger(visit: Any) -> None:
    """On a phone boxes are as large as a finger, a tap draws, and the picture is one tap away."""
    phone = visit(**PHONE)
    page = phone.open(EXPLORE)
    label = page.locator(".explore-list--shown label").nth(2)
    label.scroll_into_view_if_needed()
    assert label.bounding_box()["height"] >= 24
    label.tap()
    page.locator(DRAWN).wait_for(state="attached")
    page.locator(".explore-up a").tap()
    assert page.locator(".explore__title").is_visible()
    assert phone.faults == []


def test_saving_data_waits_for_the_button(visit: Any) -> None:
    """Who asks to save data gets the picture, and the library only by its button, which says its size."""
    visitor = visit(**WIDE)
    visitor.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
    )
    page = visitor.open(EXPLORE)
    page.locator(".explore-list--shown input:not(:checked)").first.check()
    page.evaluate(SHIFT)
    assert page.evaluate(LIBRARIES) == 0
    assert "MB" in page.locator("[data-draw]").text_content()
    page.locator("[data-draw]").click()
    page.locator(DRAWN).wait_for()


def test_a_failed_library_leaves_the_picture(visit: Any) -> None:
    """When Plotly does not arrive, the picture follows the choice and the reader is told."""
    visitor = visit(**WIDE)
    visitor.page.route("**/assets/plotly*", lambda route: route.abort())
    page = visitor.open(EXPLORE)
    count = len(page.evaluate(CHOSEN))
    page.locator(".explore-list--shown input:not(:checked)").first.check()
    page.wait_for_function(
        "() => document.querySelector('.explore [role=status]').textContent.includes('没有载入')"
    )
    assert page.locator(".explore__picture .explore__mark:visible").count() == count + 1


def test_without_script_the_lists_are_whole(visit: Any, built_site: BuiltSite) -> None:
    """Without JavaScript every group is there with its links, and nothing that does nothing."""
    page = visit(**WIDE, java_script_enabled=False).open(EXPLORE)
    html = built_site.pages[EXPLORE]
    assert page.locator(".explore-list:visible").count() == html.count("<caption>")
    assert page.locator("input[type=checkbox]:visible, .explore:visible, .explore-form:visible").count() == 0
