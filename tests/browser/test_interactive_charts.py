"""Charts in a browser: when they become interactive, that nothing moves, and that their values are the report's.

Both bundles are tried in `tests/charts/test_charts_script.py`; here it is the one that the site ships.
"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, SHIFT, WIDE, Visitor

from built import BuiltSite
from chuxiong_site.charts import compute_chart_records, picture_id

pytestmark = pytest.mark.browser

SECTION = "2023/disputes.html"
BOXES = """() => [...document.querySelectorAll('.chart, .chart__box, .official p, .annex h2')]
  .map((element) => { const box = element.getBoundingClientRect();
    return [box.x, box.y + scrollY, box.width, box.height].map((n) => Math.round(n * 10) / 10); })"""
LIBRARIES = "() => document.querySelectorAll('script[src*=plotly]').length"
PLOTS = """() => Object.fromEntries([...document.querySelectorAll('figure.chart:has(.chart__data)')].map((figure) => {
  const plot = figure.querySelector('.chart__plot');
  const words = [...figure.querySelectorAll('.chart__picture .chart__value')]
    .filter((value) => value.checkVisibility({ visibilityProperty: true })).map((value) => value.textContent);
  return [figure.id, { x: plot.data[0].x, text: plot.data[0].text, words, marks: plot.querySelectorAll(
    '.points path:not([style*="fill-opacity: 0;"])').length }];
}))"""
SHOWN = "(name) => [...document.querySelectorAll(name)].map((e) => getComputedStyle(e).visibility + getComputedStyle(e).display)"


@pytest.fixture
def wide(visit: Any) -> Visitor:
    """Visit with a wide screen and a mouse."""
    visitor: Visitor = visit(**WIDE)
    return visitor


def chart_pages(site: BuiltSite) -> list[str]:
    """Return the pages whose charts can become interactive."""
    return [path for path, html in site.pages.items() if 'class="chart__data"' in html]


def test_charts_are_drawn_and_nothing_moves(wide: Visitor, built_site: BuiltSite) -> None:
    """On a wide screen every chart is drawn when it comes into view or is asked for, and the layout shift is exactly 0."""
    for path in chart_pages(built_site):
        page = wide.open(path)
        before, shift = page.evaluate(BOXES), page.evaluate(SHIFT)
        wide.draw_charts()
        assert page.evaluate(BOXES) == before, path
        assert page.evaluate(SHIFT) == shift, path
    assert wide.faults == []


def test_drawn_values_are_the_reports(wide: Visitor, built_site: BuiltSite) -> None:
    """What Plotly holds and what stands beside its marks are the values of the record: numbers, words, one mark a row."""
    records = {picture_id(record): record for record in compute_chart_records(built_site.findings)}
    seen = set()
    for path in chart_pages(built_site):
        page = wide.open(path)
        wide.draw_charts()
        for id, plot in page.evaluate(PLOTS).items():  # noqa: A001
            rows = records[id].rows
            seen.add(id)
            assert plot["x"] == [float(row.value) for row in rows], id
            assert plot["text"] == [row.shown for row in rows], id
            assert plot["words"] == plot["text"], id
            assert plot["marks"] == len(rows), id
    assert seen == {id for id, record in records.items() if record.is_interactive}  # noqa: A001


def test_table_stays_beside_the_drawn_chart(wide: Visitor) -> None:
    """The picture's marks step aside, its words, table and sentence stay."""
    page = wide.open(SECTION)
    wide.draw_charts()
    assert not page.locator(".chart__bar").first.is_visible()
    assert page.locator(".chart__value").first.is_visible()
    assert page.locator(".chart__plot").first.is_visible()
    assert page.locator(".chart__sentence").first.is_visible()
    page.locator(".chart__summary").first.click()
    assert page.locator(".chart__table").first.is_visible()


def test_hover_adds_sentence_check_and_link(wide: Visitor) -> None:
    """Pointing at a mark shows the words around its number, the check, scope, source and the way; no blocked style."""
    page = wide.open(SECTION)
    wide.draw_charts()
    figure = page.locator("figure[data-chart=disputes]")
    figure.scroll_into_view_if_needed()
    box = figure.locator(".points path").nth(1).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    text = figure.locator(".hoverlayer text").first
    text.wait_for()
    for words in ("原句：「…化解23202件…」", "范围：", "来源：第一部分（七）", "点这里，到原句"):
        assert words in text.text_content()
    assert wide.faults == []


def test_nothing_is_fetched_before_a_reader_asks(wide: Visitor, built_site: BuiltSite) -> None:
    """However far a reader scrolls on a wide screen, no page fetches the library by itself."""
    for path in chart_pages(built_site):
        page = wide.open(path)
        page.locator("figure.chart").last.scroll_into_view_if_needed()
        page.evaluate(SHIFT)
        assert page.evaluate(LIBRARIES) == 0, path
        assert page.locator(".chart__start").first.is_visible(), path


def test_paper_shows_pictures(wide: Visitor) -> None:
    """Printed, a drawn chart is its picture again; navigation is not on paper."""
    page = wide.open(SECTION)
    wide.draw_charts()
    page.emulate_media(media="print")
    for part in (".chart__picture", ".chart__bar", ".chart__value"):
        assert not [shown for shown in page.evaluate(SHOWN, part) if "none" in shown or "hidden" in shown]
    assert all(shown.endswith("none") for shown in page.evaluate(SHOWN, ".chart__plot"))
    assert not page.locator(".masthead__nav").is_visible()
    assert page.locator("[data-official-text]").first.is_visible()


def test_dark_scheme_dresses_drawn_charts(wide: Visitor) -> None:
    """When the reader's system turns dark, a drawn chart takes the page's dark colours, without faults."""
    page = wide.open(SECTION)
    wide.draw_charts()
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.chart__plot .points path')).stroke"
        " === getComputedStyle(document.querySelector('.chart__bar')).stroke"
        " && getComputedStyle(document.querySelector('.chart__bar')).stroke === 'rgb(143, 136, 124)'"
    )
    assert wide.faults == []


def test_phone_draws_in_place(visit: Any) -> None:
    """On a phone a chart stays a picture until its button is pressed; then it is drawn in place."""
    phone = visit(**PHONE)
    page = phone.open(SECTION)
    figures = page.locator("figure.chart")
    figures.last.scroll_into_view_if_needed()
    page.evaluate(SHIFT)
    assert page.evaluate(LIBRARIES) == 0
    box = figures.first.locator(".chart__box").bounding_box()
    figures.first.locator(".chart__start").tap()
    figures.first.locator(".chart__box--drawn").wait_for()
    drawn = figures.first.locator(".chart__box").bounding_box()
    assert (drawn["width"], drawn["height"]) == (box["width"], box["height"])
    assert phone.faults == []


def test_failed_library_leaves_the_picture(visit: Any) -> None:
    """When Plotly does not arrive, the picture stays and the reader is told so."""
    visitor = visit(**PHONE)
    visitor.page.route("**/assets/plotly*", lambda route: route.abort())
    page = visitor.open(SECTION)
    figure = page.locator("figure.chart").first
    figure.locator(".chart__start").tap()
    page.wait_for_function("() => document.querySelector('.chart__status').textContent !== ''")
    assert figure.locator(".chart__picture").is_visible()
    assert figure.locator(".chart__start").is_enabled()
    assert "图片和数据表照常可用" in figure.locator(".chart__status").text_content()


def test_failed_drawing_leaves_the_picture(visit: Any) -> None:
    """When Plotly arrives and cannot draw, nothing of its attempt stays in the picture's place."""
    visitor = visit(**PHONE)
    broken = "window.Plotly = { register() {}, newPlot() { throw new Error('no'); } };"
    visitor.page.route(
        "**/assets/plotly*", lambda route: route.fulfill(body=broken, content_type="text/javascript")
    )
    page = visitor.open(SECTION)
    figure = page.locator("figure.chart").first
    figure.locator(".chart__start").tap()
    page.wait_for_function("() => document.querySelector('.chart__status').textContent !== ''")
    assert figure.locator(".chart__plot").count() == 0
    assert figure.locator(".chart__picture").is_visible()


def test_without_script_all_is_there(visit: Any, built_site: BuiltSite) -> None:
    """Without JavaScript every picture, sentence and table is there, and no button that does nothing."""
    reader = visit(**WIDE, java_script_enabled=False)
    for path in chart_pages(built_site):
        page = reader.open(path)
        count = page.locator("figure.chart").count()
        assert page.locator(".chart__picture:visible").count() == count, path
        assert page.locator(".chart__sentence").count() == count, path
        assert page.locator(".chart__start:visible").count() == 0, path
        for summary in page.locator(".chart__details > .chart__summary").all():
            summary.click()
        assert page.locator(".chart__table:visible").count() == count, path
