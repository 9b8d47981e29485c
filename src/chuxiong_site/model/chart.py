"""A chart as one record, from which picture, table, sentence and Plotly figure are all made."""

from __future__ import annotations

from decimal import Decimal

from .catalogue import ChartSpec
from .chart_forms import INTERACTIVE, Drawing
from .findings import Fact
from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A piece of a title or note: words as staff wrote them, or a fact's value in place of its placeholder."""

    text: str
    fact: Fact | None = None
    """The fact whose value `text` is; `None` for plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One bar, dot or end of a chart."""

    fact: Fact
    report_id: str
    """The report that states the fact; a trend has rows of several."""
    label: str
    """What the row stands for: the indicator's name, 压缩前/压缩后, or the year."""
    shown: str
    """The value as readers see it, with its 不少于/平均/拟: 不少于5人."""
    value: Decimal
    exact: bool
    """Whether the text means just this number: not 余, 近, 不少于."""
    emphasised: bool
    source: str
    """Where the fact stands: 第一部分（七）."""
    href: str
    """Relative to the site root: the sentence of the fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSum:
    """How a drawn rate comes out of the numbers that the report prints, or why nobody can tell."""

    formula: str
    """41159件 ÷ 41903件; empty where the report lacks a number."""
    computed: str
    """98.2244%, worked out by this site; empty likewise."""
    outcome: str
    """复算相符, 复算不符, 不能复算."""
    reason: str
    """A sentence."""
    href: str
    """Relative to the site root: the check."""

    @property
    def text(self) -> str:
        """The sum in a line: 41159件 ÷ 41903件 = 98.2244%，复算相符。"""
        if not self.computed:
            return f"{self.outcome}：{self.reason}"
        return f"{self.formula} = {self.computed}，{self.outcome}。"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRecord:
    """All data of a chart."""

    id: str
    form: str
    """The word of staff."""
    drawing: Drawing
    """What it is drawn as."""
    report_id: str
    section: str
    subject: str
    """What the rows share when one indicator is drawn (before and after, years): its name; else empty."""
    title_parts: tuple[TextPart, ...]
    note_parts: tuple[TextPart, ...]
    unit: str
    scope: str
    """The scopes of its facts, joined by 、 where they differ."""
    source: str
    """第一部分（七）, joined by 、 where rows come from several sections."""
    document: str
    """The report as one names it away from its page: publisher, title, day of publication."""
    rows: tuple[ChartRow, ...]
    sums: tuple[ChartSum, ...] = ()
    """Of a drawn rate: each way in which it was recomputed."""

    @property
    def is_interactive(self) -> bool:
        """Whether a script may draw it anew, to be asked more than it says."""
        return self.drawing in INTERACTIVE

    @property
    def title(self) -> str:
        """The finding as one line of text."""
        return "".join(part.text for part in self.title_parts)

    @property
    def note(self) -> str:
        """The reminder for readers as one line of text; empty when there is none."""
        return "".join(part.text for part in self.note_parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutChart:
    """A chart that a report cannot have, because it lacks facts that the chart needs."""

    report_id: str
    spec: ChartSpec
    missing: tuple[str, ...]
    """Ids of the indicators that the report lacks, in the order of the chart."""
