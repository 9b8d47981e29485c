"""The colours of charts outside any style sheet: the site's light theme, with the project's accent."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.palette import compute_palette
from .layout import Tone

Colours = Mapping[Tone, str]
LIGHT: Colours = {
    Tone.PAGE: "#FBFAF6",
    Tone.TEXT: "#1E1B16",
    Tone.MUTED: "#5C564C",
    Tone.RULE: "#D8D2C4",
    Tone.PLAIN: "#8A8378",
    Tone.EMPHASIS: "#A3271D",
}
"""Marks stand out from the page by 3:1 at least, words by 4.5:1, and the two chart colours differ in grey print."""


def choose_colours(accent: str) -> Colours:
    """Return the colours for an accent, which may be empty."""
    return {**LIGHT, Tone.EMPHASIS: compute_palette(accent).mark.upper()}


FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Microsoft YaHei",
    "sans-serif",
)


def list_fonts() -> str:
    """Return the font list as attributes and Plotly write it."""
    return ", ".join(f"'{name}'" if " " in name else name for name in FONTS)
