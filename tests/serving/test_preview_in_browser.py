"""What does a browser show of the preview: the banner, the reload, where a number is written?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chuxiong_site.build.options import Options
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.http import PreviewServer
from chuxiong_site.serving.state import Preview
from previews import rebuild_preview, serve_soundly
from sample_projects import replace_in

pytestmark = pytest.mark.browser


@pytest.fixture
def server(preview: Preview, folders: Folders) -> Iterator[PreviewServer]:
    """Serve the small project from a thread."""
    with serve_soundly(preview, folders) as made:
        yield made


@pytest.fixture
def page(new_context: Callable[..., Any]) -> Any:
    """Open a page that remembers what its content policy blocked and what its scripts complained of."""
    page = new_context().new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on(
        "console",
        lambda message: page.faults.append(message.text) if message.type == "error" else None,
    )
    return page


def test_the_banner(server: PreviewServer, preview: Preview, options: Options, page: Any) -> None:
    """A mistake appears over the page with place, excerpt and fix, and is gone once mended; the page then reloads."""
    page.goto(f"{server.url}2023/facts.html")
    alert = page.get_by_role("alert")
    assert alert.count() == 0
    replace_in(options.content / "indicators.yaml", "name: 下乡服务\n", "nmae: 下乡服务\n")
    rebuild_preview(preview, options)
    alert.wait_for()
    words = alert.inner_text()
    assert "错误 E212" in words
    assert "indicators.yaml:" in words
    assert "nmae" in alert.locator("mark").first.inner_text()
    assert "建议：" in words
    assert "下乡服务" in page.locator("main").inner_text()
    replace_in(options.content / "indicators.yaml", "nmae: 下乡服务\n", "name: 下乡的服务\n")
    rebuild_preview(preview, options)
    page.get_by_text("下乡的服务").first.wait_for()
    assert alert.count() == 0
    assert page.faults == []


def test_where_a_number_is_written(server: PreviewServer, page: Any) -> None:
    """With the switch on, a click on a number says file, line and column; with it off the number is a link again."""
    page.goto(f"{server.url}2023/facts.html")
    switch = page.get_by_role("button", name="点数字看出处")
    switch.click()
    page.locator("[data-fact~=online-items]").first.click()
    place = page.get_by_role("link", name="reports/2023.md:")
    place.wait_for()
    assert place.get_attribute("href").startswith("vscode://file/")
    assert page.url == f"{server.url}2023/facts.html"
    switch.click()
    assert place.count() == 0 or not place.is_visible()
    assert page.faults == []


def test_every_kind_of_page(server: PreviewServer, preview: Preview, page: Any) -> None:
    """The preview's script runs on every page of the site under the page's own policy, without one complaint."""
    assert preview.findings is not None
    for path in ("index.html", "search.html", "404.html", "2023/full.html", "data/2023-offline.html"):
        page.goto(server.url + path)
        page.get_by_role("button", name="点数字看出处").wait_for()
    assert page.faults == []
