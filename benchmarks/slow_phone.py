"""Measure each page on a simulated slow phone and a slow desktop: first paint, chart, layout shift, bytes, requests.

    python benchmarks/slow_phone.py [SITE] [--chromium PROGRAM] [--rounds N] [--json FILE]

The processor is slowed four times, the line is 1.6 Mbit/s with 150 ms of delay, files come compressed as from a
static host, the cache is empty. Needs the packages of the tests.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
DEVICES = {"手机": PHONE, "桌面": DESKTOP}
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
SLOWER = 4
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
PAGES = (
    "index.html",
    "2023/index.html",
    "2023/disputes.html",
    "2023/preamble.html",
    "2023/full.html",
    "2023/facts.html",
    "2023/checks.html",
    "2023/follow-up.html",
    "2023/places.html",
    "indicators.html",
    "explore.html",
    "keywords.html",
    "terms.html",
    "search.html",
    "about.html",
)
START = 'class="chart__start'
"""On the pages whose charts may become interactive."""
CHOICES = "explore.html"
OBSERVE = """
window.seen = { shift: 0, long: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.seen.shift += e.value; }))
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((e) => {
  window.seen.long = Math.max(window.seen.long, e.duration);
})).observe({ type: 'longtask', buffered: true });
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
DRAWN = "() => document.querySelector('.chart__box--drawn, .explore__box--drawn') ? performance.now() : null"
"""When Plotly has taken the picture's place; milliseconds since navigation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one opening of a page cost."""

    paint: float
    shift: float
    longest: float
    requests: int
    received: int
    """Bytes on the line, headers too."""


class _Compressed(SimpleHTTPRequestHandler):
    """Sends every file as gzip."""

    def do_GET(self) -> None:
        data = gzip.compress(Path(self.translate_path(self.path)).read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder on this machine only, for as long as this lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def open_slowly(browser: Browser, options: dict[str, Any]) -> Iterator[tuple[Page, list[float]]]:
    """Give a page of a new profile on a slow machine, and the sizes of what it receives."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    yield page, sizes
    context.close()


def visit(browser: Browser, address: str, options: dict[str, Any]) -> Visit:
    """Open a page once and wait until nothing more comes."""
    with open_slowly(browser, options) as (page, sizes):
        page.goto(address, wait_until="networkidle")
        page.wait_for_function(PAINTED)
        seen = page.evaluate("window.seen")
        return Visit(
            paint=page.evaluate(PAINT),
            shift=seen["shift"],
            longest=seen["long"],
            requests=len(sizes),
            received=int(sum(sizes)),
        )


def time_chart(browser: Browser, address: str, options: dict[str, Any]) -> tuple[float, float, float]:
    """Return the seconds from asking for a chart to having it, the shift, and the longest task in milliseconds."""
    with open_slowly(browser, options) as (page, _):
        page.goto(address, wait_until="load")
        button = page.locator(".chart__start").first
        button.scroll_into_view_if_needed()
        before = page.evaluate("performance.now()")
        button.click()
        return _wait_for_drawing(page, before)


def time_choice(browser: Browser, address: str, options: dict[str, Any]) -> tuple[float, float, float]:
    """Return the same for the page of chosen pictures: from the first choice to the drawing."""
    with open_slowly(browser, options) as (page, _):
        page.goto(address, wait_until="load")
        choice = page.locator(".explore-list--shown input:not(:checked)").first
        choice.scroll_into_view_if_needed()
        before = page.evaluate("performance.now()")
        choice.click()
        return _wait_for_drawing(page, before)


def _wait_for_drawing(page: Page, before: float) -> tuple[float, float, float]:
    after = page.wait_for_function(DRAWN, timeout=60000).json_value()
    seen = page.evaluate("window.seen")
    return (after - before) / 1000, seen["shift"], seen["long"]


def time_medians(measure: Callable[[], tuple[float, float, float]], rounds: int) -> dict[str, float]:
    """Return the medians of some rounds: seconds, shift, milliseconds of the longest task."""
    columns = zip(*(measure() for _ in range(rounds)), strict=True)
    return dict(zip(("wall", "shift", "longest"), map(statistics.median, columns), strict=True))


def visit_medians(browser: Browser, address: str, settings: dict[str, Any], rounds: int) -> dict[str, float]:
    """Return what opening a page costs: medians of times, the largest shift, requests and KB of the first visit."""
    visits = [visit(browser, address, settings) for _ in range(rounds)]
    return {
        "paint": statistics.median(v.paint for v in visits) / 1000,
        "shift": max(v.shift for v in visits),
        "longest": statistics.median(v.longest for v in visits),
        "requests": visits[0].requests,
        "received": visits[0].received / 1000,
    }


def find_chart_page(site: Path) -> str:
    """Return the first page of a section with a chart that may become interactive."""
    pages = (path for path in sorted(site.glob("*/*.html")) if START in path.read_text("utf-8"))
    return next(path.relative_to(site).as_posix() for path in pages)


def measure_device(
    browser: Browser, site: Path, start: str, device: str, rounds: int
) -> Iterator[dict[str, Any]]:
    """Yield a row for every kind of page that the site has, then for its charts."""
    settings = DEVICES[device]
    for path in filter(lambda path: (site / path).is_file(), PAGES):
        yield {"name": f"{device}，{path}", **visit_medians(browser, start + path, settings, rounds)}
    chart = partial(time_chart, browser, start + find_chart_page(site), settings)
    yield {"name": f"{device}，点「互动图」", **time_medians(chart, rounds)}
    choice = partial(time_choice, browser, start + CHOICES, settings)
    yield {"name": f"{device}，自选作图选一个数字", **time_medians(choice, rounds)}


def describe_row(row: dict[str, Any]) -> str:
    """Return a row as it is printed."""
    longest = f"位移 {row['shift']:.3f}\t最长任务 {row['longest']:.0f} 毫秒"
    if "wall" in row:
        return f"{row['name']}\t{row['wall']:.1f} 秒\t{longest}"
    return (
        f"{row['name']}\t首次显示 {row['paint']:.2f} 秒\t{longest}"
        f"\t{row['requests']} 个请求\t{row['received']:.1f} KB"
    )


def measure_site(site: Path, chromium: str | None, rounds: int) -> Iterator[dict[str, Any]]:
    """Measure every kind of page, then the charts, on each device; say each row when it is known."""
    with sync_playwright() as playwright, serve(site) as start:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        for device in DEVICES:
            for row in measure_device(browser, site, start, device, rounds):
                say(describe_row(row))
                yield row
        browser.close()


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "_site")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = list(measure_site(options.site, options.chromium, options.rounds))
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
