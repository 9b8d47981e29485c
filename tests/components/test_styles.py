"""Do the style sheets keep to the tokens: no colour of their own, no property that nobody defines?"""

from __future__ import annotations

import re

import pytest

from built import ROOT
from chuxiong_site.content.read_files import read_templates

TEMPLATES, _ = read_templates(ROOT / "templates")
TOKENS = "styles/tokens.css"
SHEETS = [name for name in TEMPLATES if name.endswith(".css")]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DEFINITION = re.compile(r"(--[\w-]+)\s*:")
USE = re.compile(r"var\((--[\w-]+)")
FALLBACK = re.compile(r"var\(--[\w-]+,[^)]*\)")
VALUE = re.compile(r":([^;{}]*)[;}]")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\("
    r"|(?<![-\w])(?:black|white|red|green|blue|gray|grey|yellow|orange|brown|silver|navy|maroon)(?![-\w])",
    re.IGNORECASE,
)
REDEFINED_FOR_PAPER = "styles/print.css"
"""On paper the palette is black on white: the one other place where palette colours are given."""


def read_sheet(name: str) -> str:
    """Return a style sheet without its comments."""
    return COMMENT.sub("", TEMPLATES[name].decode("utf-8"))


def list_colours(css: str) -> list[str]:
    """Return the colours that declarations name; a fallback inside `var()` is the token's own value."""
    return [found for value in VALUE.findall(FALLBACK.sub("", css)) for found in COLOUR.findall(value)]


def test_colours_are_found() -> None:
    """What is looked for is found, and selectors, roles and system colours are not taken for colours."""
    assert list_colours("a { color: #A3271D; } b { border: 1px solid white }") == ["#A3271D", "white"]
    assert list_colours("#add { color: var(--x, #fff); fill: LinkText; white-space: nowrap; }") == []
    assert list_colours(".red::before { background: rgba(0, 0, 0, 0.5); }") == ["rgba("]


@pytest.mark.parametrize("name", [name for name in SHEETS if name != TOKENS])
def test_no_colour_outside_the_tokens(name: str) -> None:
    """Only tokens.css names colours; paper gets black and white by redefining the palette."""
    css = read_sheet(name)
    if name == REDEFINED_FOR_PAPER:
        css = re.sub(r"--[\w-]+\s*:[^;]*;", "", css)
    assert list_colours(css) == []


def test_every_property_is_defined() -> None:
    """No style sheet uses a custom property that tokens.css does not define."""
    defined = set(DEFINITION.findall(read_sheet(TOKENS)))
    used = {(name, used) for name in SHEETS for used in USE.findall(read_sheet(name))}
    assert len(used) > 50
    assert sorted((name, use) for name, use in used if use not in defined) == []


def test_schemes_redefine_the_same_palette() -> None:
    """Dark and high contrast give every colour of the palette anew, and nothing else."""
    first, *others = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", read_sheet(TOKENS))
    palette = [name for name in DEFINITION.findall(first) if COLOUR.search(_value_of(first, name))]
    assert len(palette) > 5
    assert len(others) >= 3
    for other in others:
        assert DEFINITION.findall(other) == palette


def _value_of(block: str, name: str) -> str:
    match = re.search(rf"{name}\s*:([^;]*);", block)
    assert match is not None
    return match[1]
