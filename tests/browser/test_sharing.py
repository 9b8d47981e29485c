"""Can a reader send a report on? By its address on the clipboard, and by the device's own list where it has one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chuxiong_site.build.site import render_project
from chuxiong_site.model.site import make_artifact
from sample_projects import copy_fixture, create_options

pytestmark = pytest.mark.browser

PAGE = "2023/index.html"
STAND_IN = """() => {
  navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
}"""
SENDING = "navigator.share = (what) => { window.sent = what; return Promise.reject(new DOMException('', 'AbortError')); };"


@pytest.fixture(scope="module")
def report_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Render the small project with an address; return where its report's front page can be opened."""
    folder = tmp_path_factory.mktemp("sharing")
    outcome = render_project(create_options(copy_fixture("small", folder), base_url="https://example.org/r"))
    assert outcome.site is not None
    for path, artifact in outcome.site.items():
        if path == PAGE or path.startswith("assets/"):
            target = Path(folder, "site", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(make_artifact(artifact))
    return Path(folder, "site", PAGE).as_uri()


def test_address_is_copied_and_said(visit: Any, report_page: str) -> None:
    """The button copies the address that stands beside it, and says so to those who hear as to those who see."""
    page = visit().page
    page.goto(report_page)
    page.evaluate(STAND_IN)
    page.get_by_role("button", name="复制链接").press("Enter")

    assert page.evaluate("window.copied") == page.locator(".share__address a").inner_text()
    assert page.locator(".share__status[role=status]").inner_text() == "链接已复制。"


def test_device_sends_where_it_can(visit: Any, report_page: str) -> None:
    """Title and address go to the device's list; who closes it has done nothing wrong. Without a list there is no button."""
    visitor = visit()
    visitor.page.add_init_script(SENDING)
    page = visitor.page
    page.goto(report_page)
    page.get_by_role("button", name="分享").click()
    sent = page.evaluate("window.sent")
    assert sent == {"title": page.title(), "url": page.locator(".share__address a").inner_text()}

    other = visit()
    other.page.add_init_script("Object.defineProperty(navigator, 'share', { value: undefined });")
    other.page.goto(report_page)
    assert other.page.locator(".share__send").is_hidden()


def test_nothing_to_press_without_scripts(visit: Any, report_page: str) -> None:
    """Without scripts the address and its code stand there, and no button."""
    page = visit(java_script_enabled=False).page
    page.goto(report_page)
    assert page.locator(".share__address a").is_visible()
    assert page.locator(".share__tools button:visible").count() == 0
