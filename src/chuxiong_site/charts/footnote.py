"""The space below a chart's marks: tick labels, and a line that explains hollow marks."""

from __future__ import annotations

from .layout import TICK_SIZE, WIDTH, Kind, TextBlock, Tone, compute_height
from .wrapping import wrap_text

TICKS_HEIGHT = 24.0
HOLLOW = "空心条：原文写的是约数或界限，末端不是准确的数。"
HOLLOW_CELLS = "空心格：原文写的是约数或界限，不是准确的数。"


def compute_footnote(words: str, top: float, left: float) -> tuple[TextBlock, ...]:
    """Return the line about hollow marks, if there is anything to say."""
    if not words:
        return ()
    lines = wrap_text(words, WIDTH - 2 * left, TICK_SIZE)
    return (
        TextBlock(
            row=None, kind=Kind.FOOTNOTE, lines=lines, x=left, top=top, size=TICK_SIZE, tone=Tone.MUTED
        ),
    )


def compute_bottom(texts: tuple[TextBlock, ...], top: float) -> float:
    """Return where a chart ends whose footnote, if any, begins at `top`."""
    return top + sum(compute_height(text.lines, text.size) for text in texts)
