"""The script that draws Plotly over the pictures, in a browser, under the site's content policy, with every bundle that is here."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chart_samples import SAMPLES
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import expect

from chuxiong_site.charts import compute_chart_view
from chuxiong_site.content.read_packages import read_chart_library
from chuxiong_site.model import chart_forms
from chuxiong_site.model.site import ChartLibrary, make_artifact
from chuxiong_site.rendering.frame.assets import render_script

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NOWHERE = ROOT / "tests"
"""A folder without npm's packages: what it gets is the full bundle."""
LIBRARIES = {library.edition: library for library in map(read_chart_library, (ROOT, NOWHERE))}
FORMS = (chart_forms.PART_OF_WHOLE, chart_forms.RATES)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'"
)
PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="{policy}">
{address}<link rel="stylesheet" href="tokens.css">
<link rel="stylesheet" href="chart.css"><script src="charts.js" defer></script></head>
<body>{styles}<main>{charts}</main></body></html>"""
OBSERVE = """
window.blocked = []; window.shifts = [];
document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.violatedDirective));
new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push(entry.value)))
  .observe({type: 'layout-shift', buffered: true});
"""
WIDE = {"viewport": {"width": 1280, "height": 2000}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DRAWN = ".chart__box--drawn"
SEEN = ":not([style*='fill-opacity: 0;'])"
"""Keeps out the areas that only pointers meet."""


def read_templates() -> dict[str, bytes]:
    """Return the scripts by their names among the templates."""
    folder = ROOT / "templates"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("*/*.js")}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve a folder without a word."""

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module", params=sorted(LIBRARIES))
def library(request: pytest.FixtureRequest) -> ChartLibrary:
    """Return each bundle that is here."""
    return LIBRARIES[request.param]


@pytest.fixture(scope="module")
def address(library: ChartLibrary, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page with two charts from this machine."""
    folder = tmp_path_factory.mktemp("charts")
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined
    )
    macro: Any = environment.get_template("components/chart/chart.html").module
    charts = "".join(macro.chart(compute_chart_view(SAMPLES[form], to_root="")) for form in FORMS)
    told: Any = environment.get_template("components/chart/library.html").module
    parts = {"address": told.address(library, ""), "styles": told.style_places(library)}
    (folder / "page.html").write_text(PAGE.format(policy=POLICY, charts=charts, **parts), encoding="utf-8")
    for source in ("styles/tokens.css", "components/chart/chart.css"):
        (folder / Path(source).name).write_bytes((ROOT / "templates" / source).read_bytes())
    copying = (ROOT / "templates" / "scripts" / "copying.js").read_bytes()
    (folder / "charts.js").write_bytes(copying + render_script(read_templates(), "plotly", "charts"))
    (folder / "assets").mkdir()
    (folder / library.path).write_bytes(make_artifact(library.bundle))
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/page.html"
        server.shutdown()


def open_page(new_context: Callable[..., Any], options: dict[str, Any]) -> Any:
    """Return a page that watches for blocked styles and for shifts."""
    page = new_context(**options).new_page()
    page.add_init_script(OBSERVE)
    return page


def open_drawn(new_context: Callable[..., Any], address: str, **options: Any) -> Any:
    """Return a page on a wide screen that was asked for one chart, with all of them drawn: they are in view."""
    page = open_page(new_context, {**WIDE, **options})
    page.goto(address)
    page.locator(".chart__start").first.click()
    expect(page.locator(DRAWN)).to_have_count(len(FORMS), timeout=30000)
    return page


def test_wide_screen_draws_with_one_library(
    new_context: Callable[..., Any], address: str, library: ChartLibrary
) -> None:
    """Charts in view become interactive with one library, nothing moves, and the policy has nothing to block."""
    page = open_drawn(new_context, address)
    page.mouse.move(*_find_middle(page, ".chart__box"))
    page.wait_for_timeout(200)

    assert page.evaluate("document.querySelectorAll('script[src*=plotly]').length") == 1
    assert page.evaluate("document.querySelector('script[src*=plotly]').getAttribute('src')") == library.path
    assert page.evaluate("shifts") == []
    assert page.evaluate("blocked") == []


def test_library_comes_only_when_asked_for(
    new_context: Callable[..., Any], address: str, library: ChartLibrary
) -> None:
    """On a wide screen too the library waits for a button that says its size; asked once, charts in view are drawn."""
    page = open_page(new_context, WIDE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_timeout(300)
    buttons = page.locator(".chart__start:not([hidden])")

    assert not any("plotly" in url for url in asked)
    assert buttons.all_text_contents() == [f"互动图（{library.size}）"] * len(FORMS)
    buttons.first.click()
    expect(page.locator(DRAWN)).to_have_count(len(FORMS), timeout=30000)
    assert buttons.count() == 0


def test_charts_are_drawn_one_a_task(new_context: Callable[..., Any], address: str) -> None:
    """Between two charts the browser gets its turn: a timer of the page runs after the first and before the next."""
    page = open_page(new_context, WIDE)
    page.goto(address)
    page.evaluate(
        """() => { window.turns = [];
          new MutationObserver((list) => list.forEach((change) => {
            if (change.target.matches('.chart__box--drawn')) {
              turns.push('drawn'); setTimeout(() => turns.push('turn'));
            }
          })).observe(document.querySelector('main'), { subtree: true, attributeFilter: ['class'] }); }"""
    )
    page.locator(".chart__start").first.click()
    expect(page.locator(DRAWN)).to_have_count(len(FORMS), timeout=30000)
    page.wait_for_timeout(100)
    assert page.evaluate("turns.filter((turn, index) => turn !== turns[index - 1])") == [
        "drawn",
        "turn",
    ] * len(FORMS)


def test_a_finger_meets_every_mark(new_context: Callable[..., Any], address: str) -> None:
    """What answers to a pointer is at least 24 px in both directions, and lies where the mark is."""
    page = open_drawn(new_context, address)
    marks = _measure_boxes(page, ".chart__picture .chart__bar, .chart__picture .chart__dot")
    areas = _measure_boxes(page, ".chart__plot .point path[style*='fill-opacity: 0;']")
    assert len(areas) == len(marks) == 6
    for (left, top, right, bottom), (x, y, right_end, bottom_end) in zip(marks, areas, strict=True):
        assert right_end - x >= 23.5
        assert bottom_end - y >= 23.5
        assert x - 1 <= (left + right) / 2 <= right_end + 1
        assert y - 1 <= (top + bottom) / 2 <= bottom_end + 1


def test_a_mark_leads_to_its_number(new_context: Callable[..., Any], address: str) -> None:
    """A click on a mark follows the link of the row's table; Enter on a row that keys have come to, its own."""
    page = open_drawn(new_context, address)
    page.evaluate(
        """() => { window.followed = [];
          document.addEventListener('click', (event) => {
            const link = event.target.closest('.chart__table a, a.chart__row');
            if (link) { event.preventDefault(); followed.push((link.querySelector('.chart__value') || link).textContent); }
          }); }"""
    )
    values = page.locator(".chart").first.locator(".chart__table a").all_text_contents()
    left, top, right, bottom = _measure_boxes(page, ".chart__picture .chart__bar")[1]
    page.mouse.click((left + right) / 2, (top + bottom) / 2)
    page.locator("a.chart__row").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.evaluate("followed") == [values[1], values[0]]


def test_plotly_takes_the_place_of_the_picture(new_context: Callable[..., Any], address: str) -> None:
    """Marks begin and end on the same px as the picture's, in every type size, and the words stay in sight."""
    page = open_drawn(new_context, address)
    for size in ("", "largest"):
        page.evaluate("(size) => { document.documentElement.dataset.type = size; }", size)
        page.wait_for_timeout(100)
        marks = _measure(page, ".chart__picture .chart__bar, .chart__picture .chart__dot")
        drawn = _measure(page, f".chart__plot .point path{SEEN}, .chart__plot path.point")
        assert len(marks) == len(drawn) == 6
        for (_, box), (_, drawn_box) in zip(marks, drawn, strict=True):
            assert drawn_box == pytest.approx(box, abs=1)
    assert page.locator(".chart__value:visible").count() == 6
    assert not page.locator(".chart__bar:visible, .chart__dot:visible").count()


def test_phone_waits_for_the_button(new_context: Callable[..., Any], address: str) -> None:
    """On a phone nothing is loaded until the reader asks; then that chart gets the focus, and nothing moves."""
    page = open_page(new_context, PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_timeout(300)

    assert not any("plotly" in url for url in asked)
    page.locator(".chart__start").first.click()
    expect(page.locator(DRAWN).first).to_be_visible(timeout=30000)
    assert page.evaluate("document.activeElement.closest('.chart') === document.querySelector('.chart')")
    assert page.evaluate("document.activeElement.classList.contains('chart__plot')")
    assert page.evaluate("shifts") == []


def test_picture_stays_when_the_library_does_not_come(new_context: Callable[..., Any], address: str) -> None:
    """Without the library pictures and tables stay, and buttons offer another try."""
    page = open_page(new_context, WIDE)
    page.route("**/assets/plotly*", lambda route: route.abort())
    page.goto(address)
    expect(page.locator(".chart__start").first).to_be_visible()

    assert page.locator(DRAWN).count() == 0
    assert page.locator(".chart__plot").count() == 0
    assert page.locator(".chart__picture").first.is_visible()
    page.locator(".chart__start").first.click()
    expect(page.locator(".chart__status").first).to_have_text("互动图没有载入，图片和数据表照常可用。")


def test_dark_theme_reaches_the_figure(new_context: Callable[..., Any], address: str) -> None:
    """When the page turns dark the drawn marks take the dark colours of their roles."""
    page = open_drawn(new_context, address)
    mark = page.locator(".chart__plot .point path").nth(1)
    light = mark.evaluate("(element) => getComputedStyle(element).fill")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(mark).not_to_have_css("fill", light)

    dark = page.locator(".chart__bar").nth(1).evaluate("(element) => getComputedStyle(element).fill")
    expect(mark).to_have_css("fill", dark)


def test_paper_gets_pictures_and_tables(new_context: Callable[..., Any], address: str) -> None:
    """For print the pictures come back and the tables open; afterwards the tables are as before."""
    page = open_drawn(new_context, address)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert page.locator(".chart__picture").first.is_visible()
    assert not page.locator(".chart__plot").first.is_visible()
    assert page.locator(".chart__table").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.querySelectorAll('details[open]').length") == 0


def test_download_carries_the_name_of_the_chart(new_context: Callable[..., Any], address: str) -> None:
    """The modebar has one button, in Chinese, and it saves a picture without troubling the policy."""
    page = open_drawn(new_context, address, accept_downloads=True)
    button = page.locator(".chart__box").first.locator(".modebar-btn")

    assert button.count() == 1
    assert button.get_attribute("data-title") == "下载 PNG"
    with page.expect_download() as download:
        button.click(force=True)
    assert download.value.suggested_filename == "2023-sample.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    assert page.evaluate("blocked") == []


def _measure_boxes(page: Any, selector: str) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of elements."""
    boxes: list[tuple[float, float, float, float]] = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].map((element) => {
            const box = element.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom];
        })""",
        selector,
    )
    return boxes


def _find_middle(page: Any, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _measure(page: Any, selector: str) -> list[tuple[str, list[float]]]:
    """Return text, left, right and middle of elements."""
    found = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].map((element) => {
            const box = element.getBoundingClientRect();
            return [element.textContent, [box.left, box.right, (box.top + box.bottom) / 2]];
        })""",
        selector,
    )
    return [(text, box) for text, box in found]
