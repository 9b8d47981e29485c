"""What a project sets of its own look, as custom properties after those of `styles/tokens.css`."""

from __future__ import annotations

from ...analysis.palette import Palette, compute_palette
from ...model.catalogue import Appearance

FONTS = {"serif": "var(--font-title)", "sans": "var(--font-text)"}


def render_theme(theme: Appearance) -> str:
    """Return the style sheet of a theme: the same schemes as the tokens have, so that each gets its own accent."""
    blocks = [f":root {{\n  --font-official: {FONTS[theme.font]};\n}}"] if theme.font != "sans" else []
    if theme.accent:
        blocks += _list_schemes(compute_palette(theme.accent))
    return "\n".join(blocks)


def _list_schemes(palette: Palette) -> list[str]:
    dark = f"  --lacquer: {palette.dark};\n  --chart-2: var(--lacquer);"
    contrast = f"  --lacquer: {palette.contrast};\n  --chart-2: var(--lacquer);"
    no_choice = ':root:not([data-theme="light"]):not([data-theme="contrast"])'
    return [
        f":root {{\n  --lacquer: {palette.light};\n  --chart-2: {palette.mark};\n}}",
        f"@media (prefers-color-scheme: dark) {{\n{no_choice} {{\n{dark}\n}}\n}}",
        f':root[data-theme="dark"] {{\n{dark}\n}}',
        f':root[data-theme="contrast"] {{\n{contrast}\n}}',
        f"@media (prefers-contrast: more) {{\n:root:not([data-theme]) {{\n{contrast}\n}}\n}}",
    ]
