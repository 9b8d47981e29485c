"""Who opens the built pages in the tests, and what does such a visitor hold against a page?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

WIDE: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
"""A desktop with a mouse."""
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
LISTEN = """
window.builtShift = 0;
document.addEventListener('securitypolicyviolation', (event) => {
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
new PerformanceObserver((list) => {
  list.getEntries().forEach((entry) => { window.builtShift += entry.value; });
}).observe({ type: 'layout-shift', buffered: true });
"""
"""Counts layout shifts and says blocked loads aloud, from the first moment of every page."""
DRAWN = """() => {
  const charts = document.querySelectorAll('figure.chart .chart__data').length;
  return document.querySelectorAll('.chart__box--drawn').length === charts;
}"""

LAY_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
}"""
"""Lays out what a page keeps for later, so that it can be measured."""

SHIFT = """() => new Promise((done) =>
  requestAnimationFrame(() => setTimeout(() => done(window.builtShift), 60)))"""
"""How much the page has moved by itself, once the present frame is painted."""

OUTSIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) { return []; }
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > room + 0.5)
    .slice(0, 3).map((element) => `${element.tagName}.${element.className}`);
}"""
"""What stands out of the window on the right, three elements at most."""


@dataclass(slots=True)
class Visitor:
    """A browser context with everything that went wrong in it: errors, blocked loads, foreign requests."""

    page: Any
    address: Callable[[str], str]
    """Path in the site → address where it is served."""
    measures: bool = False
    """Whether all of a page is laid out at once: what is below the window has no size before."""
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Any:
        """Open a page of the site and return it loaded."""
        self.page.goto(self.address(path), wait_until="load")
        if self.measures:
            self.page.evaluate(LAY_OUT)
        return self.page

    def draw_charts(self) -> None:
        """Ask for the first chart, bring every one into view, and wait until all are drawn."""
        button = self.page.query_selector(".chart__start:not([hidden])")
        if button:
            button.click()
        for figure in self.page.query_selector_all("figure.chart:has(.chart__data)"):
            figure.scroll_into_view_if_needed()
        self.page.wait_for_function(DRAWN, timeout=15000)


def create_visitor(
    browser: Any, address: Callable[[str], str], is_foreign: Callable[[str], bool], **options: Any
) -> Visitor:
    """Open a context that listens to everything; who would leave this machine is a fault, and the browser lets nobody."""
    context = browser.new_context(**options)
    context.set_default_timeout(10000)
    context.add_init_script(LISTEN)
    visitor = Visitor(page=context.new_page(), address=address)

    def note(request: Any) -> None:
        if is_foreign(request.url):
            visitor.faults.append(f"foreign: {request.url}")

    def hear(message: Any) -> None:
        if message.type in {"error", "warning"}:
            visitor.faults.append(f"{message.type}: {message.text} {message.location.get('url')}")

    def note_failure(request: Any) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):  # a page that is left drops what it still loads
            visitor.faults.append(f"failed: {request.url} {request.failure}")

    context.on("request", note)
    visitor.page.on("console", hear)
    visitor.page.on("pageerror", lambda error: visitor.faults.append(f"script: {error}"))
    visitor.page.on("requestfailed", note_failure)
    return visitor
