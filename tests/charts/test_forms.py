"""The geometry of all forms: honest lengths, nothing outside, nothing on top of anything."""

from __future__ import annotations

from itertools import combinations

import pytest
from chart_samples import SAMPLES
from hypothesis import given
from strategies import records

from chuxiong_site.charts.forms import FORMS
from chuxiong_site.charts.layout import Bar, Box, Dot, Kind, Layout, Tone
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.chart_forms import CHART_FORMS


def lay(record: ChartRecord) -> Layout:
    """Return the layout of a record."""
    return FORMS[record.form].compute_layout(record)


def list_marks(layout: Layout) -> list[Bar | Dot]:
    """Return every bar and dot."""
    return [*layout.bars, *layout.dots]


def list_boxes(layout: Layout) -> list[Box]:
    """Return the room of every mark and text."""
    return [*(mark.box for mark in list_marks(layout)), *(text.box for text in layout.texts)]


def test_every_form_is_registered() -> None:
    """Each form that staff can name can be drawn, and has a sample."""
    assert set(CHART_FORMS) == set(FORMS) == set(SAMPLES)


@given(records())
def test_bars_are_proportional(record: ChartRecord) -> None:
    """Bars begin at zero and are as long as their values, within half a px."""
    layout = lay(record)
    longest = max(float(row.value) for row in record.rows)
    for bar in layout.bars:
        length = (
            float(record.rows[bar.row].value)
            / float(layout.scale.high)
            * (layout.scale.end - layout.scale.zero)
        )
        assert abs(bar.box.left - layout.scale.zero) <= 0.5
        assert abs(bar.box.width - length) <= 0.5
        assert longest <= float(layout.scale.high)


@given(records())
def test_dots_stand_on_the_whole_percent_scale(record: ChartRecord) -> None:
    """A dot is as far along its track as its rate is along 0 to 100."""
    layout = lay(record)
    room = layout.scale.end - layout.scale.start
    for dot in layout.dots:
        assert abs(dot.x - layout.scale.start - room * float(record.rows[dot.row].value) / 100) <= 0.5


@given(records())
def test_nothing_lies_outside(record: ChartRecord) -> None:
    """Marks and words stay inside the picture; marks stay above the ticks."""
    layout = lay(record)
    for box in list_boxes(layout):
        assert box.left >= -0.01
        assert box.top >= -0.01
        assert box.right <= layout.width + 0.01
        assert box.bottom <= layout.height + 0.01
    for mark in list_marks(layout):
        assert mark.box.bottom <= layout.plot_bottom


@given(records())
def test_words_do_not_overlap(record: ChartRecord) -> None:
    """No text lies on another or on a mark."""
    layout = lay(record)
    for one, other in combinations(layout.texts, 2):
        assert not one.box.overlaps(other.box), (one, other)
    for text in layout.texts:
        assert not any(text.box.overlaps(mark.box) for mark in list_marks(layout)), text


@given(records())
def test_every_row_has_its_words(record: ChartRecord) -> None:
    """Each row has one mark, its label in full and its value as readers see it."""
    layout = lay(record)
    for index, row in enumerate(record.rows):
        texts = {text.kind: text.text for text in layout.texts if text.row == index}
        assert {Kind.LABEL: row.label, Kind.VALUE: row.shown} == texts
        assert [index] == [mark.row for mark in list_marks(layout) if mark.row == index]


@given(records())
def test_emphasis_is_the_accent(record: ChartRecord) -> None:
    """Just the emphasised rows wear the accent."""
    layout = lay(record)
    accent = [mark.row for mark in list_marks(layout) if mark.tone is Tone.EMPHASIS]

    assert [index for index, row in enumerate(record.rows) if row.emphasised] == accent


@given(records())
def test_hollow_bars_are_explained(record: ChartRecord) -> None:
    """A stacked bar whose number is a bound or about right is hollow, and a line says why."""
    layout = lay(record)
    if record.form in {chart_forms.RATES, chart_forms.PART_OF_WHOLE}:
        return
    hollow = [bar.row for bar in layout.bars if bar.hollow]
    notes = [text for text in layout.texts if text.kind is Kind.FOOTNOTE]
    assert [index for index, row in enumerate(record.rows) if not row.exact] == hollow
    assert len(notes) == (1 if hollow else 0)


def test_part_lies_inside_its_whole() -> None:
    """The part's bar is inside the outline of the whole."""
    whole, part = lay(SAMPLES[chart_forms.PART_OF_WHOLE]).bars

    assert whole.hollow
    assert whole.box.top < part.box.top
    assert part.box.bottom < whole.box.bottom
    assert part.box.right < whole.box.right


@pytest.mark.parametrize("form", [chart_forms.BARS, chart_forms.RATES, chart_forms.AMOUNTS])
def test_rows_keep_their_order(form: str) -> None:
    """Rows go from top to bottom as staff listed them."""
    layout = lay(SAMPLES[form])
    tops = [mark.box.top for mark in list_marks(layout)]

    assert sorted(tops) == tops
