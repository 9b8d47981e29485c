"""The site's accent in every scheme: one colour from staff, others computed so that words in it can always be read.

Contrast is as WCAG 2 defines it. A colour that is too weak is mixed with black or white, no more than it needs:
its hue stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.project import Project
from ..model.records import dataclass
from ..problems import Problem

WORDS = 4.5
"""Least contrast of words with every ground they stand on; marks would need 3."""
APART = 1.8
"""Least contrast of the two colours of a chart with each other, for grey print."""
STEPS = 256
"""Of mixing with black or white."""

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The grounds of a scheme, as `styles/tokens.css` gives them, and its accent where staff name none."""

    grounds: tuple[str, ...]
    towards: str
    """What a weak colour is mixed with."""
    accent: str
    least: float = WORDS


WASHED_LIGHT, WASHED_DARK = ("#f2e8d4", "#ebdfc7"), ("#3e3220", "#453925")
"""The grounds of found words: the wash of ochre over page and quiet ground."""
LIGHT = Scheme(grounds=("#fbfaf6", "#f2efe6", *WASHED_LIGHT), towards="#000000", accent="#a3271d")
DARK = Scheme(grounds=("#191613", "#221e1a", *WASHED_DARK), towards="#ffffff", accent="#e8877c")
CONTRAST = Scheme(grounds=("#ffffff", "#ffee58"), towards="#000000", accent="#8a0000", least=7.0)
STONE = "#8a8378"
"""The other colour of charts on the light ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The accent as `#a3271d` in light, dark and high contrast, and the emphasised marks of charts in light."""

    light: str
    dark: str
    contrast: str
    mark: str


DEFAULT = Palette(light=LIGHT.accent, dark=DARK.accent, contrast=CONTRAST.accent, mark=LIGHT.accent)


def compute_palette(accent: str) -> Palette:
    """Return the colours made from an accent; the site's own where it is empty."""
    if not accent:
        return DEFAULT
    light = find_readable(accent, LIGHT)
    return Palette(
        light=light,
        dark=find_readable(accent, DARK),
        contrast=find_readable(accent, CONTRAST),
        mark=next(
            mixed for mixed in _list_mixed(light, "#000000") if compute_contrast(mixed, STONE) >= APART
        ),
    )


def find_readable(accent: str, scheme: Scheme) -> str:
    """Return the accent, or the nearest mixture of it that can be read on every ground of a scheme."""
    return next(
        mixed
        for mixed in _list_mixed(accent.lower(), scheme.towards)
        if compute_least_contrast(mixed, scheme) >= scheme.least
    )


def compute_least_contrast(colour: str, scheme: Scheme) -> float:
    """Return the contrast of a colour with that ground of a scheme which it stands out from least."""
    return min(compute_contrast(colour, ground) for ground in scheme.grounds)


def compute_contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    weak, strong = sorted((_compute_light(one), _compute_light(other)))
    return (strong + 0.05) / (weak + 0.05)


def check_accent(project: Project) -> Iterator[Problem]:
    """Yield a reminder where the accent that staff name is too weak for words, with the one that is used."""
    accent = project.site.theme.accent.lower()
    used = compute_palette(accent).light
    if accent and used != accent:
        yield Problem(
            code="W531",
            place=project.place("site.yaml", "theme", "accent"),
            found=f"{accent} 与浅色页面的对比度是 {compute_least_contrast(accent, LIGHT):.2f}",
            expected=f"不小于 {WORDS}；最接近的是 {used}，网页已经用它",
            hint=f'写成 accent: "{used}"，就没有这条提醒。',
        )


def _list_mixed(colour: str, towards: str) -> Iterator[str]:
    """Yield a colour and its mixtures with another, from none of it to nothing else."""
    start, end = _read(colour), _read(towards)
    for step in range(STEPS + 1):
        mixed = (a + (b - a) * step // STEPS for a, b in zip(start, end, strict=True))
        yield "#" + "".join(f"{part:02x}" for part in mixed)


def _read(colour: str) -> Rgb:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _compute_light(colour: str) -> float:
    shares = (part / 255 for part in _read(colour))
    red, green, blue = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
