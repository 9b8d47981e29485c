"""The drawing of problems and plans in a browser: its filter, its lines, its ends."""

from __future__ import annotations

from typing import Any

import pytest

from built import BuiltSite

PAGE = "2023/follow-up.html"
LINES = """() => [...document.querySelectorAll('.join:not(.join--open)')].map((line) => {
  const at = (side) => line.querySelector(`.join__side${side} .join__words`).getBoundingClientRect();
  return [at(':first-child'), at('--plans')].map((box) => [Math.round(box.left), Math.round(box.top)]);
})"""


@pytest.mark.parametrize("scripts", [True, False])
def test_filter_is_the_address(visit: Any, built_site: BuiltSite, scripts: bool) -> None:
    """By keyboard, with scripts and without: what is chosen stands in the address, a reload keeps it, no group stays empty."""
    page = visit(java_script_enabled=scripts).page
    page.goto((built_site.folder / PAGE).as_uri())
    every = page.locator(".join").count()
    is_open = page.locator(".join--open").count()
    assert 0 < is_open < every
    for name, count in (("open", is_open), ("joined", every - is_open), ("all", every)):
        page.locator(f".joins-ways__{name}").press("Enter")
        assert page.url.endswith(f"#_{name}")
        assert page.locator(".join:visible").count() == count
        page.reload()
        assert page.locator(".join:visible").count() == count
        assert (
            page.locator(".joins:visible").count()
            == page.locator(".joins:visible:has(.join:visible)").count()
        )
        if scripts:
            assert page.locator(".joins-ways [aria-current]").inner_text().endswith(f" {count}")


@pytest.mark.parametrize(("width", "is_across"), [(360, False), (768, True), (1440, True)])
def test_lines_lie_straight(visit: Any, width: int, is_across: bool) -> None:
    """Across, both ends begin at one height; on a phone the plan stands below its problem, at the same edge."""
    page = visit(viewport={"width": width, "height": 800}).open(PAGE)
    pairs = page.evaluate(LINES)
    assert pairs
    for problem, plan in pairs:
        if is_across:
            assert problem[1] == plan[1]
            assert problem[0] < plan[0]
        else:
            assert problem[0] == plan[0]
            assert problem[1] < plan[1]


def test_both_ends_lead_to_their_sentences(visit: Any, built_site: BuiltSite) -> None:
    """Either end opens the page of its section, where the same words are the target."""
    page = visit().open(PAGE)
    for side in (":first-child", "--plans"):
        page.goto((built_site.folder / PAGE).as_uri())
        end = page.locator(f".join:not(.join--open) .join__side{side} .join__words").first
        words = end.inner_text()
        end.press("Enter")
        page.wait_for_url("**#_p*")
        assert page.locator(":target").inner_text() == words


def test_paper_has_every_line(visit: Any, built_site: BuiltSite) -> None:
    """What the screen filters is printed whole, across, without the filter."""
    page = visit().page
    page.goto(f"{(built_site.folder / PAGE).as_uri()}#_open")
    every = page.locator(".join").count()
    page.emulate_media(media="print")
    assert page.locator(".join:visible").count() == every
    assert not page.locator(".joins-ways").is_visible()
