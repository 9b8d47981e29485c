"""The drawing of problems and plans in a browser: its filter, its lines, its ends."""

from __future__ import annotations

from typing import Any

import pytest

from built import BuiltSite

pytestmark = pytest.mark.browser

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


GAPS = """() => {
  const words = (part, which) => {
    const ends = [...part.querySelectorAll('.join__end .join__words')]
      .filter((end) => !end.closest('details'));
    const range = document.createRange();
    range.selectNodeContents(ends[which < 0 ? ends.length - 1 : which]);
    return range.getBoundingClientRect();
  };
  return [...document.querySelectorAll('.join + .join:not(.join--open)')].map((pair) => {
    const [problem, plan] = [...pair.querySelectorAll('.join__side')];
    return [
      words(plan, 0).top - words(problem, -1).bottom,
      words(problem, 0).top - words(pair.previousElementSibling, -1).bottom,
    ];
  });
}"""
"""Of every pair but the first of its group: the room between its problem and its plan, and above its problem."""


def test_a_plan_stands_nearer_to_its_problem_than_the_next_problem(visit: Any) -> None:
    """On a phone the room within a pair is less than half of what is above it."""
    gaps = visit(viewport={"width": 360, "height": 800}).open(PAGE).evaluate(GAPS)
    assert gaps
    assert all(0 < within * 2 < above for within, above in gaps), gaps


@pytest.mark.parametrize(
    ("width", "media"), [(360, "screen"), (768, "screen"), (1440, "screen"), (768, "print")]
)
def test_sides_are_named(visit: Any, width: int, media: str) -> None:
    """On a phone each side says what it is, at the height of its first line; with room and on paper a heading does, once."""
    page = visit(viewport={"width": width, "height": 800}).open(PAGE)
    page.emulate_media(media=media)
    heads = page.locator(".joins-names span:visible")
    sides = page.locator(".join").first.locator(".join__side")
    assert sides.locator(".join__name").all_inner_texts() == ["问题", "安排"]
    if width > 360:
        assert heads.all_inner_texts() == ["问题", "安排"]
        for order in range(2):
            head, side = heads.nth(order).bounding_box(), sides.nth(order).bounding_box()
            assert abs(head["x"] - side["x"]) < 1
        return
    assert heads.count() == 0
    for side in sides.all():
        name, words = (side.locator(own).first.bounding_box() for own in (".join__name", ".join__words"))
        assert name["x"] + name["width"] <= words["x"]
        assert abs(name["y"] - words["y"]) < 1


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
