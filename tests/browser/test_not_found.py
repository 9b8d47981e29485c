"""Does a reader who is lost find back, at any depth, wherever the site stands?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE

from axe import list_violations

pytestmark = pytest.mark.browser

LOST = (
    "nothing.html",
    "2023/nothing.html",
    "no/such/folder/at/all.html",
    "2023/facts.html/",
    "%E6%B3%95/x.html",
)
FOUND = "(home) => document.querySelector('a').href === home"
"""The script has found the root: until then links lead beside the page that was asked for."""


@pytest.mark.parametrize("place", ["root_server", "path_server"])
@pytest.mark.parametrize("address", LOST)
def test_links_lead_home_from_any_depth(visit: Any, place: str, address: str) -> None:
    """The page is served in place of an unknown address, and its links lead into the site."""
    visitor = visit(place)
    page = visitor.open(address)
    assert page.locator("h1").inner_text() == "没有这个网页"
    start = visitor.address("")
    page.wait_for_function(FOUND, arg=f"{start}index.html")
    links = page.locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert links == [
        start + path for path in ("index.html", "2023/index.html", "2023/full.html", "search.html")
    ]
    page.locator("a", has_text="全文").click()
    page.wait_for_url(start + "2023/full.html")
    assert not [fault for fault in visitor.faults if "policy" in fault]


def test_links_lead_home_in_a_folder(visit: Any) -> None:
    """Opened from a folder, where nothing can be asked for, the page leads to its neighbours."""
    visitor = visit()
    page = visitor.open("404.html")
    page.locator("a", has_text="首页").click()
    page.wait_for_url("**/index.html")
    assert visitor.faults == []


def test_without_scripts_the_page_says_what_to_do(visit: Any) -> None:
    """Where no script finds the way, the page says so, in words that anybody can follow."""
    page = visit("path_server", java_script_enabled=False).open("no/such/page.html")
    assert "从后往前删去一段" in page.locator("noscript").inner_text()
    assert page.locator("a").count() == 4


@pytest.mark.needs("axe-core")
def test_the_page_is_accessible(visit: Any) -> None:
    """It passes axe on a phone, and its links are large enough to tap."""
    page = visit("root_server", **PHONE).open("nothing.html")
    assert list_violations(page) == []
    heights = page.locator("a").evaluate_all(
        "links => links.map((link) => link.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
