"""Positions in a chart's picture file: bars, dots and texts in px. Pages show the same scale in lanes."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from ..model.records import dataclass
from .scale import Scale
from .wrapping import compute_text_width

WIDTH = 340.0
"""How wide the file is drawn; shown on a phone of 360 px, its smallest words are still 12 px."""
LABEL_SIZE = 14.0
VALUE_SIZE = 15.0
TICK_SIZE = 13.0
LEADING = 1.3
"""Line height in em; Plotly's own."""


class Tone(StrEnum):
    """The part a colour plays; the site's style gives each a colour in light and dark."""

    PAGE = "page"
    TEXT = "text"
    MUTED = "muted"
    RULE = "rule"
    PLAIN = "chart-1"
    EMPHASIS = "chart-2"


class Kind(StrEnum):
    """The role of a text."""

    LABEL = "label"
    VALUE = "value"
    FIGURE = "figure"
    """A value that is set large because it is the picture."""
    SUM = "sum"
    FOOTNOTE = "footnote"


class Anchor(StrEnum):
    """Which side of a text its `x` is; the names are those of SVG."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in px."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half its height down."""
        return self.top + self.height / 2

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar from zero to the value of a row."""

    row: int
    box: Box
    tone: Tone
    hollow: bool = False
    """Only its outline: the value is no exact end, or the bar is the whole of a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A dot at the value of a row, on a track over the whole scale."""

    row: int
    x: float
    y: float
    radius: float
    tone: Tone

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(
            left=self.x - self.radius, top=self.y - self.radius, width=2 * self.radius, height=2 * self.radius
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Cells in lines, each worth one; the first of them filled, the last of these perhaps in part."""

    row: int
    """The row whose value is filled."""
    left: float
    top: float
    side: float
    """Width and height of a cell in px."""
    columns: int
    total: int
    filled: Decimal
    tone: Tone
    hollow: bool = False
    """Whether the filled ones are outlined only: the value is no exact number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines of text; joined they are the label or the value itself."""

    row: int | None
    kind: Kind
    lines: tuple[str, ...]
    x: float
    top: float
    size: float
    anchor: Anchor = Anchor.START
    tone: Tone = Tone.TEXT

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    @property
    def box(self) -> Box:
        """The room that the text takes."""
        width = max(compute_text_width(line.strip(), self.size) for line in self.lines)
        left = self.x if self.anchor is Anchor.START else self.x - width
        return Box(left=left, top=self.top, width=width, height=compute_height(self.lines, self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A chart's whole geometry."""

    width: float
    height: float
    plot_bottom: float
    """Where the marks end; ticks and the footnote stand below."""
    scale: Scale
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    units: tuple[Units, ...] = ()
    texts: tuple[TextBlock, ...]
    baselines: tuple[tuple[float, float], ...] = ()
    """Top and bottom of the pieces of the zero line; none runs through a word."""
    with_ticks: bool = True


def compute_height(lines: tuple[str, ...], size: float) -> float:
    """Return the height of lines in px."""
    return len(lines) * size * LEADING
