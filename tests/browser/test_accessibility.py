"""Is every kind of page accessible in every mode: colours, type size, zoom, forced colours, less motion, by thumb?"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from visitor import WIDE, Visitor

from axe import list_violations, show
from built import BuiltSite

pytestmark = pytest.mark.browser

SECTIONS = ("2023/services.html", "2023/problems-digital.html", "2023/preamble.html")
"""Stand for all section pages: many numbers and charts, none, no heading of its own."""
SHELL_FREE = frozenset({"404.html"})
"""Carries its own style and no navigation."""
OFFLINE = "data/2023-offline.html"
MODES: dict[str, dict[str, Any]] = {
    "desk": {"width": 1280},
    "phone": {"width": 320},
    "zoomed": {"width": 640},
    "largest": {"width": 320, "type_size": "largest"},
    "dark": {"width": 1280, "theme": "dark"},
    "contrast": {"width": 320, "theme": "contrast"},
}
"""How the page is shown; 640 px are a window of 1280 px at 200 % zoom."""
WHOLE = frozenset({"desk", "phone"})
"""Where all rules are asked; the other modes change colours and sizes only."""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CONTROLS = (
    "nav a, button, summary, select, input, .doors a, .ways a, .downloads a, .footer__links a, .footer .external, "
    ".headline__source a, .follow-up__source a, .quotation__source, .chart__meta a"
)
"""Controls, links of a list of links, and links that stand alone at the end of a piece."""
ALL_TARGETS = "a[href], button, summary, select, input"
"""Everything that can be tapped."""
IN_SENTENCES = "p[data-official-text], .prose p, .lead, .part-heading, .follow-up__none, svg, pre"
"""Where links are words of a sentence, and as high as its lines."""
SMALL_TARGETS = """([wanted, exempt, least]) => [...document.querySelectorAll(wanted)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true })
    && !element.closest('.visually-hidden, .skip') && !(exempt && element.closest(exempt)))
  .map((element) => [element.closest('label') || element, element])
  .filter(([target]) => Math.round(target.getBoundingClientRect().height) < least)
  .map(([target, element]) => `${target.tagName}.${target.className} 「${target.textContent.trim().slice(0, 12)}」 `
    + Math.round(target.getBoundingClientRect().height))"""
CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
  const style = getComputedStyle(element);
  return element.checkVisibility() && !element.closest('svg, .visually-hidden, .table-frame, pre, .chart__plot')
    && style.overflowX !== 'visible' && style.overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1;
}).map((element) => `${element.tagName}.${element.className}`)"""
RING = """() => { const element = document.activeElement; const style = getComputedStyle(element);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const drawn = style.outlineColor !== 'rgba(0, 0, 0, 0)' || style.boxShadow !== 'none';
  return [`${element.tagName}.${element.className}`, ring && drawn]; }"""
UNMARKED = """() => [...document.querySelectorAll('a.fact')].filter((fact) => {
  const style = getComputedStyle(fact);
  return !style.textDecorationLine.includes('underline');
}).length"""
MOVING = """() => [...document.querySelectorAll('*')].filter((element) => {
  const style = getComputedStyle(element);
  return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
}).map((element) => element.tagName)"""


def list_kinds(site: BuiltSite) -> list[str]:
    """Return the first page of every kind, and three section pages that stand for all; the offline file repeats them."""
    kinds: dict[str, str] = {}
    for path, html in site.pages.items():
        if not path.startswith("data/"):
            kinds.setdefault(html.partition('<body class="')[2].partition('"')[0], path)
    return list(dict.fromkeys([*kinds.values(), *SECTIONS]))


@pytest.fixture(scope="module")
def reader(stay: Any) -> Visitor:
    """Visit with scripts; nothing moves, so that colours are never half-way."""
    visitor: Visitor = stay(**WIDE, reduced_motion="reduce")
    return visitor


@pytest.mark.needs("axe-core")
def test_axe_finds_what_is_wrong(reader: Visitor, tmp_path: Path) -> None:
    """A picture without words, pale words and a field without a name are found."""
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="zh-CN"><title>页</title><main><h1>页</h1><img src="data:,">'
        '<p style="color:#ccc;background:#fff">看不清的字</p><input></main>',
        encoding="utf-8",
    )
    reader.page.goto((tmp_path / "page.html").as_uri())
    rules = {found.split(":")[0] for found in list_violations(reader.page)}
    assert {"image-alt", "color-contrast", "label"} <= rules


def test_sections_stand_for_the_rest(built_site: BuiltSite) -> None:
    """The three section pages that are looked at exist, and every other kind of page is looked at too."""
    assert set(SECTIONS) <= set(built_site.section_paths)
    assert {"index.html", "2023/full.html", "2023/facts.html", "404.html"} <= set(list_kinds(built_site))


@pytest.mark.needs("axe-core")
def test_every_page_in_every_mode(reader: Visitor, built_site: BuiltSite) -> None:
    """Axe finds nothing, nothing sticks out and nothing is cut off, on any kind of page in any mode."""
    wrong = {}
    for path in list_kinds(built_site):
        page = reader.open(path)
        for mode, shown in MODES.items():
            show(page, **shown)
            found = [*list_violations(page, looks=mode not in WHOLE), *page.evaluate(CLIPPED)]
            if page.evaluate(OVERFLOW) > 0:
                found.append("sticks out sideways")
            if found:
                wrong[path, mode] = found
    assert wrong == {}


def test_targets_are_for_thumbs(stay_in_each_font: Any, built_site: BuiltSite) -> None:
    """On a phone every control and every link of a list of links is at least 44 px high."""
    phone = stay_in_each_font(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    wrong = {
        path: found
        for path in list_kinds(built_site)
        if path not in SHELL_FREE and (found := phone.open(path).evaluate(SMALL_TARGETS, [CONTROLS, "", 44]))
    }
    assert wrong == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_grow_with_the_largest_type(
    stay_in_each_font: Any, built_site: BuiltSite, width: int
) -> None:
    """In the largest type whatever can be tapped is at least 60 px high, but for words inside sentences; unfolded too."""
    elder = stay_in_each_font(viewport={"width": width, "height": 740}, has_touch=True)
    wrong = {}
    for path in [*list_kinds(built_site), f"search.html?q={quote('矛盾纠纷')}", OFFLINE]:
        page = elder.open(path)
        show(page, type_size="largest", width=width)
        page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        if path not in SHELL_FREE and (
            found := page.evaluate(SMALL_TARGETS, [ALL_TARGETS, IN_SENTENCES, 60])
        ):
            wrong[path] = found[:6]
    assert wrong == {}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_focus_can_be_seen(reader: Visitor, theme: str) -> None:
    """Whatever the keyboard comes to has a ring around it."""
    page = reader.open("2023/services.html")
    show(page, theme=theme)
    stops = []
    for _ in range(25):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(RING))
    assert len({name for name, _ in stops}) >= 3
    assert [name for name, ring in stops if not ring] == []


def test_forced_colours_keep_the_marks(visit: Any) -> None:
    """Where the system gives its own colours, facts stay underlined and pictures keep their shapes apart from the ground."""
    visitor = visit(**WIDE, forced_colors="active", java_script_enabled=False)
    page = visitor.open("2023/services.html")
    assert page.evaluate(UNMARKED) == 0
    fills = page.evaluate(
        "() => [...document.querySelectorAll('.chart__bar')].map((bar) => getComputedStyle(bar).fill)"
    )
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert fills
    assert ground not in fills


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_words_and_marks_apart_from_the_ground(visit: Any, scheme: str) -> None:
    """Words that a search marks are no ghosts, and a picture is seen, whatever theme the reader has chosen before."""
    visitor = visit(**WIDE, forced_colors="active", color_scheme=scheme)
    page = visitor.open("search.html?q=%E7%BA%A0%E7%BA%B7")
    page.locator(".hit mark").first.wait_for()
    ink, ground = page.evaluate(
        "() => { const style = getComputedStyle(document.querySelector('.hit mark'));"
        " return [style.color, style.backgroundColor]; }"
    )
    assert ink != ground
    assert "rgba(0, 0, 0, 0)" not in (ink, ground)

    page = visitor.open("2023/disputes.html")
    for theme in ("light", "dark", "contrast"):
        show(page, theme=theme)
        ink = page.evaluate("() => getComputedStyle(document.body).color")
        fills = page.evaluate(
            "() => [...document.querySelectorAll('.chart__units')].map((units) => getComputedStyle(units).fill)"
        )
        assert fills
        assert set(fills) <= {ink, "none"}, theme


def test_less_motion_is_none(reader: Visitor, visit: Any, built_site: BuiltSite) -> None:
    """Who asks for less motion gets none: no transition, no animation, no smooth scrolling; for others jumps glide once they act."""
    moving = {
        path: found for path in list_kinds(built_site)[:6] if (found := reader.open(path).evaluate(MOVING))
    }
    assert moving == {}
    page = visit(**WIDE, reduced_motion="no-preference").open("index.html")
    assert page.evaluate(MOVING) == []
    page.keyboard.press("Tab")
    assert page.evaluate(MOVING) == ["HTML"]
