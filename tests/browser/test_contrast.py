"""Can every word be read in light, dark and high contrast? Contrast as WCAG 2 computes it, at least 4.5."""

from __future__ import annotations

from typing import Any

import pytest
from visitor import WIDE, Visitor

pytestmark = pytest.mark.browser

LEAST = 4.5
ROLES = ("text", "muted", "accent", "warning", "focus")
GROUNDS = ("page", "page-deep")
PAGES = (
    "index.html",
    "2023/disputes.html",
    "2023/facts.html",
    "2023/full.html",
    "2023/checks.html",
    "2023/follow-up.html",
    "about.html",
    "404.html",
)
SCHEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "more": {"color_scheme": "light", "contrast": "more"},
    "dark-more": {"color_scheme": "dark", "contrast": "more"},
}
COLOURS = """(names) => { const probe = document.createElement('i'); document.body.append(probe);
  const read = (name) => { probe.style.color = ''; probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color; };
  const found = Object.fromEntries(names.map((name) => [name, read(name)])); probe.remove(); return found; }"""
WORDS = """() => {
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number);
    return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1]; };
  const over = (top, ground) => [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3])).concat(1);
  const ground = (element) => { const chain = [];
    for (let e = element; e; e = e.parentElement) { chain.unshift(parse(getComputedStyle(e).backgroundColor)); }
    return chain.reduce((below, top) => over(top, below), [255, 255, 255, 1]); };
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Map();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest('script, option, title, desc')) { continue; }
    const style = getComputedStyle(element);
    const below = ground(element.closest('svg') ? element.closest('svg').parentElement : element);
    const ink = over(parse(element.closest('svg') ? style.fill : style.color), below);
    const [a, b] = [light(ink), light(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const name = `${element.tagName}.${element.getAttribute('class') || ''} 「${node.data.trim().slice(0, 8)}」`;
    if (ratio < 4.5) { found.set(name, Math.round(ratio * 100) / 100); }
  }
  return [...found].slice(0, 8);
}"""


def compute_contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as the browser writes them: rgb(1, 2, 3)."""
    lights = sorted((_compute_light(one), _compute_light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _compute_light(colour: str) -> float:
    shares = [int(number) / 255 for number in colour.strip("rgb()").split(",")]
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture(scope="module")
def visitor(stay: Any) -> Visitor:
    """Visit without scripts, so that the charts are the pictures of the page."""
    opened: Visitor = stay(**WIDE, java_script_enabled=False)
    return opened


def test_contrast_is_computed_as_defined() -> None:
    """Black on white is 21, a colour on itself 1, and the usual border case grey #767676 is just above 4.5."""
    assert compute_contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert compute_contrast("rgb(9, 9, 9)", "rgb(9, 9, 9)") == 1
    assert 4.5 < compute_contrast("rgb(118, 118, 118)", "rgb(255, 255, 255)") < 4.6


@pytest.mark.parametrize("scheme", SCHEMES)
def test_roles_are_readable(visitor: Visitor, scheme: str) -> None:
    """Every colour that words have stands out from both grounds."""
    page = visitor.open("index.html")
    page.emulate_media(**{"contrast": "no-preference", **SCHEMES[scheme]})
    colours = page.evaluate(COLOURS, [*ROLES, *GROUNDS])
    weak = {
        (role, ground): round(compute_contrast(colours[role], colours[ground]), 2)
        for role in ROLES
        for ground in GROUNDS
        if compute_contrast(colours[role], colours[ground]) < LEAST
    }
    assert weak == {}


def test_schemes_differ(visitor: Visitor) -> None:
    """Dark is dark and light is light: the ground follows the reader's system."""
    page = visitor.open("index.html")
    grounds = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, contrast="no-preference")
        grounds[scheme] = _compute_light(page.evaluate(COLOURS, ["page"])["page"])
    assert grounds["light"] > 0.8
    assert grounds["dark"] < 0.05


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_word_is_readable(visitor: Visitor, scheme: str) -> None:
    """On the page as it is painted, pictures included, every word has contrast enough."""
    visitor.page.emulate_media(**{"contrast": "no-preference", **SCHEMES[scheme]})
    weak = {path: found for path in PAGES if (found := visitor.open(path).evaluate(WORDS))}
    assert weak == {}
