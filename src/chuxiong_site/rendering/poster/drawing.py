"""Elements of a sheet: SVG with attributes only, so that every viewer and printer shows the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ...charts.colours import list_fonts

SERIF = "'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', STSong, SimSun, serif"
SANS = list_fonts()
LEADING = 1.4
BASELINE = 0.88
"""Where the baseline of a line lies below its top, in font sizes."""


def draw(name: str, *content: str, **attributes: object) -> Markup:
    """Return an element; `class_` and `font_size` are written class and font-size, lengths with two digits at most."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_say(value))}"' for key, value in attributes.items()
    )
    inside = "".join(map(escape, content))
    return Markup(f"<{name}{pairs}>{inside}</{name}>" if content else f"<{name}{pairs}/>")


def draw_lines(
    name: str, lines: Sequence[str], x: float, top: float, size: float, *, fill: str, **more: object
) -> Markup:
    """Return lines of one text, the first with its upper edge at `top`; joined they are the text."""
    spans = (
        draw("tspan", line, x=x, y=top + size * (BASELINE + index * LEADING))
        for index, line in enumerate(lines)
    )
    return draw("text", Markup("").join(spans), class_=name, font_size=size, fill=fill, **more)


def join(parts: Iterable[Markup]) -> Markup:
    """Return elements one behind the other."""
    return Markup("").join(parts)


def px(number: float) -> str:
    """Return px with two digits at most; the same text on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _say(value: object) -> str:
    return px(value) if isinstance(value, float) else str(value)
