"""Does a site of two years fit every screen, with long sentences and values from … to …?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import TimeoutError as NeverHappenedError
from visitor import OUTSIDE, Visitor, create_visitor

from chuxiong_site.build.site import build_site
from sample_projects import copy_fixture, create_options, replace_in, reseal

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 480, 720, 768, 1024, 1440)
LONG = "在全县各乡镇、各部门、各学校和社会各界的共同努力下,在上级林业主管部门的指导和帮助下,"
CROWDED = """() => [...document.querySelectorAll('td')]
  .filter((cell) => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1)
  .map((cell) => cell.textContent.trim().slice(0, 20))"""
"""Cells whose words run into the next one."""


def find_overflow(page: Any) -> list[str]:
    """Return what stands out of the window once charts, which follow its size a moment later, have done so."""
    with suppress(NeverHappenedError):
        page.wait_for_function(f"() => ({OUTSIDE})().length === 0", timeout=10_000)
    found: list[str] = page.evaluate(OUTSIDE)
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build two years with longer sentences, and an indicator with two ends."""
    folder = tmp_path_factory.mktemp("two-wide")
    content = copy_fixture("two_years", folder)
    for year, people in (("2023", "520人"), ("2024", "610人")):
        report = content / "reports" / f"{year}.md"
        for path in (report, report.with_suffix(".txt")):
            replace_in(path, f"\n{year}年,", f"\n{year}年,{LONG}")
        tag = f"由[100人]{{fact=volunteers as=before}}增加到[{people}]{{fact=volunteers as=after}}"
        replace_in(report, f"有[{people}]{{fact=volunteers}}", tag)
        replace_in(report, "  - volunteers\n", "  - volunteers.after\n")
        replace_in(report.with_suffix(".txt"), f"有{people}", f"由100人增加到{people}")
        reseal(report)
    outcome = build_site(create_options(content))
    assert outcome.published, [problem.code for problem in outcome.problems]
    return folder / "_site"


@pytest.fixture
def visitor(browser: Any, site: Path) -> Iterator[Visitor]:
    """Visit the two years in their folder."""
    visitor = create_visitor(
        browser, lambda path: (site / path).as_uri(), lambda url: not url.startswith("file:")
    )
    yield visitor
    visitor.page.context.close()


def test_no_page_of_two_years_scrolls_sideways(visitor: Visitor, site: Path) -> None:
    """At none of seven widths does a page scroll sideways, or a cell of a table run into the next."""
    wrong = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        page = visitor.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [(path, width, element) for element in find_overflow(page)]
            wrong += [(path, width, words) for words in page.evaluate(CROWDED)]
    assert wrong == []


def test_values_on_a_phone_say_their_year(visitor: Visitor) -> None:
    """In the catalogue on a phone, where no column has a head, each year's value stands in a line with its year."""
    page = visitor.open("indicators.html")
    page.set_viewport_size({"width": 360, "height": 900})
    cells = page.locator("#_indicator-trees-planted td.number")
    shown = cells.evaluate_all(
        "(cells) => cells.map((cell) => [getComputedStyle(cell, '::before').content, cell.textContent.trim()])"
    )
    assert shown == [['"2024"', "5000棵"], ['"2023"', "4000棵"]]


def test_other_years_stand_apart(visitor: Visitor) -> None:
    """On the home page the other years stand under a heading of their own, as links large enough for thumbs."""
    page = visitor.open("index.html")
    page.set_viewport_size({"width": 360, "height": 900})
    link = page.get_by_role("link", name="2023年度报告")
    assert link.bounding_box()["height"] >= 44
    heading = page.get_by_role("heading", name="其他年度").bounding_box()
    above = page.locator(".overview").bounding_box()
    assert heading["y"] - (above["y"] + above["height"]) >= 30
