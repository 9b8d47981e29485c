"""How each chart form is drawn: one file each, in one table. What it may draw is said in `model/chart_forms.py`."""

from __future__ import annotations

from ...model import chart_forms
from .amounts import AMOUNTS
from .bars import BARS
from .before_after import BEFORE_AFTER
from .cells import CELLS
from .figures import FIGURES
from .form import Form
from .part_of_whole import PART_OF_WHOLE
from .rates import RATES
from .share import SHARE
from .trend import TREND

FORMS: dict[str, Form] = {
    chart_forms.BARS: BARS,
    chart_forms.PART_OF_WHOLE: PART_OF_WHOLE,
    chart_forms.BEFORE_AFTER: BEFORE_AFTER,
    chart_forms.AMOUNTS: AMOUNTS,
    chart_forms.RATES: RATES,
    chart_forms.SHARE: SHARE,
    chart_forms.CELLS: CELLS,
    chart_forms.FIGURES: FIGURES,
    chart_forms.TREND: TREND,
}

__all__ = ["FORMS", "Form"]
