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
from chuxiong_site.content import read_chart_library
from chuxiong_site.model import chart_forms
from chuxiong_site.model.site import ChartLibrary, make_artifact

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
    scripts = ("scripts/copying.js", "charts/charts.js", "charts/picture_files.js")
    (folder / "charts.js").write_bytes(b"".join((ROOT / "templates" / name).read_bytes() for name in scripts))
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
    """Return a page on a wide screen, drawn by itself or, where its library waits to be asked for, by its buttons."""
    page = open_page(new_context, {**WIDE, **options})
    page.goto(address)
    if page.locator("meta[data-on-request]").count():
        for button in page.locator(".chart__start").all():
            button.click()
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


def test_full_bundle_comes_only_when_asked_for(
    new_context: Callable[..., Any], address: str, library: ChartLibrary
) -> None:
    """On a wide screen the small bundle comes by itself; the full one only by a button that says its size."""
    page = open_page(new_context, WIDE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_timeout(300)
    buttons = page.locator(".chart__start:not([hidden])")

    assert [url for url in asked if "plotly" in url] == (
        [] if library.is_full else [address.replace("page.html", library.path)]
    )
    assert buttons.all_text_contents() == (["互动图（1.5 MB）"] * len(FORMS) if library.is_full else [])
    if library.is_full:
        buttons.first.click()
        expect(page.locator(DRAWN)).to_have_count(1, timeout=30000)
        assert buttons.all_text_contents() == ["互动图"] * (len(FORMS) - 1)


def test_plotly_takes_the_place_of_the_picture(new_context: Callable[..., Any], address: str) -> None:
    """Marks begin and end on the same px as the picture's, in every type size, and the words stay in sight."""
    page = open_drawn(new_context, address)
    for size in ("", "largest"):
        page.evaluate("(size) => { document.documentElement.dataset.type = size; }", size)
        page.wait_for_timeout(100)
        marks = _measure(page, ".chart__picture .chart__bar, .chart__picture .chart__dot")
        drawn = _measure(page, ".chart__plot .point path, .chart__plot path.point")
        assert len(marks) == len(drawn) == 6
        for (_, box), (_, drawn_box) in zip(marks, drawn, strict=True):
            assert drawn_box == pytest.approx(box, abs=1)
    assert page.locator(".chart__value:visible").count() == 6
    assert not page.locator(".chart__bar:visible, .chart__dot:visible").count()


def test_phone_waits_for_the_button(new_context: Callable[..., Any], address: str) -> None:
    """On a phone nothing is loaded until the reader asks, and then only that chart is drawn."""
    page = open_page(new_context, PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_timeout(300)

    assert not any("plotly" in url for url in asked)
    page.locator(".chart__start").first.click()
    expect(page.locator(DRAWN)).to_have_count(1, timeout=30000)
    assert page.evaluate("document.activeElement.classList.contains('chart__plot')")
    assert page.evaluate("document.querySelectorAll('.chart__start:not([hidden])').length") == len(FORMS) - 1
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
