"""Random chart records: any form, hostile labels, values of every size with the words readers see."""

from __future__ import annotations

from decimal import Decimal

from chart_samples import build_record
from hypothesis import strategies as st

from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.chart_forms import CHART_FORMS
from chuxiong_site.model.numeral import Qualifier

LABELS = st.text(
    alphabet="行政许可事项（州）、，。县市《规划》AZaz09.% <>&\"'`{}", min_size=1, max_size=70
).filter(lambda text: text.strip() == text)
UNITS = ("件", "件（次）", "个工作日", "项", "元")
NUMBERS = st.decimals(min_value=0, max_value=10**11, places=2, allow_nan=False, allow_infinity=False)
RATES = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False, allow_infinity=False)
SMALL = st.integers(1, 60).map(Decimal)
QUALIFIERS = st.sampled_from(
    [None, (Qualifier.APPROXIMATE, "约"), (Qualifier.AT_LEAST, "不少于"), (Qualifier.AVERAGE, "平均")]
)
TWO_ROWS = {chart_forms.PART_OF_WHOLE, chart_forms.BEFORE_AFTER}


def interactive_records() -> st.SearchStrategy[ChartRecord]:
    """Return records that a script may draw anew."""
    return records().filter(lambda record: record.is_interactive)


@st.composite
def records(draw: st.DrawFn) -> ChartRecord:
    """Draw a record that analysis would let pass."""
    form = draw(st.sampled_from(list(CHART_FORMS)))
    unit = "%" if form in {chart_forms.RATES, chart_forms.SHARE} else draw(st.sampled_from(UNITS))
    count = 2 if form in TWO_ROWS else 1 if form == chart_forms.SHARE else draw(st.integers(1, 6))
    numbers = RATES if unit == "%" else draw(st.sampled_from([NUMBERS, SMALL]))
    values = [draw(numbers) for _ in range(count)]
    if form == chart_forms.PART_OF_WHOLE:
        values = sorted(values, reverse=True)
    labels = [draw(LABELS) for _ in range(count)]
    if form == chart_forms.BEFORE_AFTER:
        labels = ["变化前", "变化后"]
    if form == chart_forms.TREND:
        labels = [f"{2020 + index}年" for index in range(count)]
    chosen = {index: draw(QUALIFIERS) for index in range(count)}
    return build_record(
        form,
        [(label, f"{value}{unit}", str(value)) for label, value in zip(labels, values, strict=True)],
        unit=unit,
        emphasised=draw(st.none() | st.integers(0, count - 1)),
        title=draw(LABELS),
        subject=draw(LABELS) if form in {chart_forms.BEFORE_AFTER, chart_forms.TREND} else "",
        qualifiers={index: word for index, word in chosen.items() if word is not None},
    )
