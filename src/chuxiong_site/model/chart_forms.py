"""The chart forms and the indicators that each may draw. How a form is drawn is in `charts/forms`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import measures

BARS = "bars"
PART_OF_WHOLE = "part_of_whole"
BEFORE_AFTER = "before_after"
AMOUNTS = "amounts"
RATES = "rates"
TREND = "trend"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartForm:
    """A form as staff choose it."""

    needs: str
    """Which indicators it draws, for messages."""
    fits: Callable[[Sequence[str]], bool]
    """Whether indicators of these measures, in their order, can be drawn."""
    drawn: int | None = None
    """How many of the indicators are drawn; the others only fill placeholders."""
    roles: tuple[str | None, ...] = (None,)
    """The facts that each indicator must have."""
    is_of_one: bool = False
    """Whether all rows are of one indicator."""
    is_over_years: bool = False
    """Whether its rows are of several reports: it stands with the newest, once two state the indicator."""


CHART_FORMS: dict[str, ChartForm] = {
    BARS: ChartForm(needs="至少两个指标", fits=lambda known: len(known) >= 2),
    PART_OF_WHOLE: ChartForm(
        needs="两个指标：先全体，后部分（可再加它们的比率）",
        fits=lambda known: len(known) in {2, 3},
        drawn=2,
    ),
    BEFORE_AFTER: ChartForm(
        needs="一个有前有后的指标",
        fits=lambda known: len(known) == 1,
        roles=("before", "after"),
        is_of_one=True,
    ),
    AMOUNTS: ChartForm(
        needs="至少两个金额（money）",
        fits=lambda known: len(known) >= 2 and set(known) == {measures.MONEY},
    ),
    RATES: ChartForm(
        needs="至少两个占比（share）或增减（change）",
        fits=lambda known: len(known) >= 2 and set(known) <= measures.RATES,
    ),
    TREND: ChartForm(
        needs="一个指标",
        fits=lambda known: len(known) == 1,
        is_of_one=True,
        is_over_years=True,
    ),
}
"""The word that staff write → the form."""
