"""The chart forms and the indicators that each may draw. How a form is drawn is in `charts/forms`.

Only what a report itself relates is laid side by side as lengths: see `Likeness` and `analysis/comparable.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from . import measures
from .records import dataclass

BARS = "bars"
PART_OF_WHOLE = "part_of_whole"
BEFORE_AFTER = "before_after"
AMOUNTS = "amounts"
RATES = "rates"
SHARE = "share"
CELLS = "cells"
FIGURES = "figures"
TREND = "trend"

MOST_CELLS = 60
"""How many cells a reader still counts at a glance, in groups of five."""
MOST_FIGURES = 4
MOST_YEARS = 10
"""How many years a trend draws, the newest; all of them stand on the indicator's own pages."""
COUNTED = frozenset({measures.COUNT, measures.DURATION, measures.STANDARD, measures.STREAK})
"""Measures whose units stand one by one, so that each can be a cell."""


class Drawing(StrEnum):
    """What a chart looks like. Staff choose a form; from it and its numbers follows the drawing."""

    BARS = "bars"
    """A bar a row, from zero."""
    PART = "part"
    """A bar in a bar."""
    DOTS = "dots"
    """A dot a row, on a track from 0 to 100."""
    CELLS = "cells"
    """A cell a unit, a row each, or one row of which a part is filled."""
    SQUARES = "squares"
    """A hundred squares, as many filled as the rate says, the last one in part."""
    FIGURES = "figures"
    """The numbers themselves, set large."""


class Likeness(StrEnum):
    """What makes numbers of different indicators comparable."""

    RELATED = "related"
    """`checks.yaml` states that they are parts of one total, or of one another; or all are standards."""
    SCOPE = "scope"
    """They are of one scope."""


INTERACTIVE = frozenset({Drawing.BARS, Drawing.PART, Drawing.DOTS})
"""Drawings that Plotly can take the place of; in the others there is nothing to ask that is not written."""


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
    compares: bool = True
    """Whether its marks are compared by length, so that all must be of one unit."""
    likeness: Likeness | None = None
    """What several indicators must have in common beside unit and measure, before their lengths may be compared."""


CHART_FORMS: dict[str, ChartForm] = {
    SHARE: ChartForm(
        needs="一个占比（share）",
        fits=lambda known: list(known) == [measures.SHARE],
        is_of_one=True,
    ),
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
    CELLS: ChartForm(
        needs="一至三个数得清的数量，种类相同（count、duration、standard、streak）；两个以上，checks.yaml 要写明关系，标准不必",
        fits=lambda known: 1 <= len(known) <= 3 and len(set(known)) == 1 and set(known) <= COUNTED,
        likeness=Likeness.RELATED,
    ),
    AMOUNTS: ChartForm(
        needs="至少两个金额（money）",
        fits=lambda known: len(known) >= 2 and set(known) == {measures.MONEY},
    ),
    RATES: ChartForm(
        needs="至少两个范围相同的比率，都是占比（share），或者都是增减（change）",
        fits=lambda known: len(known) >= 2 and len(set(known)) == 1 and set(known) <= measures.RATES,
        likeness=Likeness.SCOPE,
    ),
    BARS: ChartForm(
        needs="至少两个种类相同的指标，checks.yaml 写明了它们的关系（sum、part_of_whole），标准不必写明",
        fits=lambda known: len(known) >= 2,
        likeness=Likeness.RELATED,
    ),
    FIGURES: ChartForm(
        needs="两至四个指标，单位、种类不必相同",
        fits=lambda known: 2 <= len(known) <= MOST_FIGURES,
        compares=False,
    ),
    TREND: ChartForm(
        needs="一个指标",
        fits=lambda known: len(known) == 1,
        is_of_one=True,
        is_over_years=True,
    ),
}
"""The word that staff write → the form."""
