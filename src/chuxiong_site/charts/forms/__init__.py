"""The chart forms, one file each, in one table."""

from __future__ import annotations

from ...model.catalogue import ChartForm
from .amounts import AMOUNTS
from .bars import BARS
from .before_after import BEFORE_AFTER
from .form import Form
from .part_of_whole import PART_OF_WHOLE
from .rates import RATES
from .trend import TREND

FORMS: dict[ChartForm, Form] = {
    ChartForm.BARS: BARS,
    ChartForm.PART_OF_WHOLE: PART_OF_WHOLE,
    ChartForm.BEFORE_AFTER: BEFORE_AFTER,
    ChartForm.AMOUNTS: AMOUNTS,
    ChartForm.RATES: RATES,
    ChartForm.TREND: TREND,
}

__all__ = ["FORMS", "Form"]
