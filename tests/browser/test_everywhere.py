"""Does every page open anywhere: in a folder, at a server's root, under a path, with charts drawn or not?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

from built import BuiltSite

pytestmark = pytest.mark.browser

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

SECTION = "2023/disputes.html"
"""The page on which charts are drawn wherever the site stands; in a folder they are drawn on all."""
MOVED = "() => window.builtShift"
STILL = 0.01
"""A page that arrives in pieces on a busy machine may move by this much; scripts may not move it."""


@pytest.mark.parametrize(
    ("place", "options"),
    [("folder", WIDE), ("path_server", WIDE), ("root_server", PHONE)],
    ids=["folder-wide", "path-wide", "root-phone"],
)
def test_every_page_opens_without_fault(
    visit: Any, built_site: BuiltSite, place: str, options: dict[str, Any]
) -> None:
    """No error, no blocked load, no failed or foreign request on any page, nothing sticks out or moves."""
    visitor = visit(place, **options)
    wide, moved = {}, {}
    for path in built_site.walked_paths:
        page = visitor.open(path)
        if place == "folder" or (options is WIDE and path == SECTION):
            visitor.draw_charts()
        if page.evaluate(OVERFLOW) > 0:
            wide[path] = page.evaluate(OVERFLOW)
        if page.evaluate(MOVED) > STILL:
            moved[path] = page.evaluate(MOVED)
        assert visitor.faults == [], path
    assert wide == {}
    assert moved == {}


def test_links_keep_within_the_path(visit: Any, built_site: BuiltSite) -> None:
    """Served under /a/b/, a reader who follows links from home reaches every page without leaving that path."""
    visitor = visit("path_server", **PHONE)
    start = visitor.address("")
    waiting, seen = ["index.html"], set[str]()
    list_links = "() => [...document.links].map((link) => link.href.split(/[?#]/)[0])"
    while waiting:
        path = waiting.pop()
        seen.add(path)
        own = [href for href in visitor.open(path).evaluate(list_links) if href.startswith("http://127")]
        assert [href for href in own if not href.startswith(start)] == [], path
        found = {href.removeprefix(start) for href in own if href.endswith(".html")}
        waiting += sorted(found - seen - set(waiting))
    assert seen >= set(built_site.reading_paths) - {"404.html"}
    assert visitor.faults == []
