"""The picture's own colours are the site's light theme."""

from __future__ import annotations

import re
from pathlib import Path

from chuxiong_site.charts.colours import LIGHT

TOKENS = Path(__file__).parents[2] / "templates" / "styles" / "tokens.css"


def test_colours_are_the_light_tokens() -> None:
    """A picture taken out of its page wears what the page wears in light."""
    light = TOKENS.read_text(encoding="utf-8").partition("@media")[0]
    values = dict(re.findall(r"--([\w-]+):\s*([^;]+);", light))
    roles = {
        tone: re.sub(r"var\(--([\w-]+)\)", lambda match: values[match[1]], values[tone.value])
        for tone in LIGHT
    }

    assert {tone: colour.lower() for tone, colour in LIGHT.items()} == roles
