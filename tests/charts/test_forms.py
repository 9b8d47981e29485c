"""The geometry of all forms: honest lengths, nothing outside, nothing on top of anything."""

from __future__ import annotations

from itertools import combinations

import pytest
from chart_samples import SAMPLES, build_record
from hypothesis import given
from strategies import records

from chuxiong_site.charts.forms import FORMS
from chuxiong_site.charts.layout import Bar, Box, Dot, Kind, Layout, Tone, Units
from chuxiong_site.charts.units import SIDE, compute_size
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.chart_forms import CHART_FORMS, Drawing
from chuxiong_site.model.numeral import Qualifier


def lay(record: ChartRecord) -> Layout:
    """Return the layout of a record."""
    return FORMS[record.form].layouts[record.drawing](record)


def list_marks(layout: Layout) -> list[Bar | Dot]:
    """Return every bar and dot."""
    return [*layout.bars, *layout.dots]


def list_drawn(layout: Layout) -> list[Box]:
    """Return the room of every mark and of all cells of a row together."""
    return [*(mark.box for mark in list_marks(layout)), *map(find_box, layout.units)]


def find_box(units: Units) -> Box:
    """Return the room of cells."""
    width, height = compute_size(units.columns, units.total)
    scale = units.side / float(SIDE)
    return Box(left=units.left, top=units.top, width=float(width) * scale, height=float(height) * scale)


def list_boxes(layout: Layout) -> list[Box]:
    """Return the room of everything drawn and of every text."""
    return [*list_drawn(layout), *(text.box for text in layout.texts)]


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
    for box in list_drawn(layout):
        assert box.bottom <= layout.plot_bottom + 0.01


@given(records())
def test_words_do_not_overlap(record: ChartRecord) -> None:
    """No text lies on another or on a mark."""
    layout = lay(record)
    for one, other in combinations(layout.texts, 2):
        assert not one.box.overlaps(other.box), (one, other)
    for text in layout.texts:
        assert not any(text.box.overlaps(box) for box in list_drawn(layout)), text


@given(records())
def test_every_row_has_its_words(record: ChartRecord) -> None:
    """Each row has its label in full and its value as readers see it, and one mark where lengths are compared."""
    layout = lay(record)
    value = Kind.FIGURE if record.drawing in {Drawing.FIGURES, Drawing.SQUARES} else Kind.VALUE
    for index, row in enumerate(record.rows):
        texts = {text.kind: text.text for text in layout.texts if text.row == index}
        assert {Kind.LABEL: row.label, value: row.shown} == texts
        marks = [mark.row for mark in list_marks(layout) if mark.row == index]
        assert [index] * record.is_interactive == marks


@given(records())
def test_emphasis_is_the_accent(record: ChartRecord) -> None:
    """Just the emphasised rows wear the accent."""
    layout = lay(record)
    accent = {mark.row for mark in [*list_marks(layout), *layout.units] if mark.tone is Tone.EMPHASIS}
    words = {text.row for text in layout.texts if text.tone is Tone.EMPHASIS}
    emphasised = {index for index, row in enumerate(record.rows) if row.emphasised}

    assert accent <= emphasised
    assert words == (
        {*accent} if record.drawing in {Drawing.PART, Drawing.BARS, Drawing.DOTS} else emphasised
    )


@given(records())
def test_hollow_bars_are_explained(record: ChartRecord) -> None:
    """A bar or a cell whose number is a bound or about right is hollow, and a line says why."""
    layout = lay(record)
    halves = record.form in {chart_forms.PART_OF_WHOLE, chart_forms.BEFORE_AFTER}
    if record.drawing in {Drawing.DOTS, Drawing.FIGURES} or (halves and record.drawing is not Drawing.BARS):
        return
    marks: list[Bar | Units] = [*layout.bars, *layout.units]
    hollow = [mark.row for mark in marks if mark.hollow]
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


def test_small_change_is_drawn_in_cells() -> None:
    """Twenty days that became five are twenty cells, five of them filled; the row of the five wears the accent."""
    layout = lay(SAMPLES[chart_forms.BEFORE_AFTER])
    (cells,) = layout.units

    assert (cells.row, cells.total, int(cells.filled), cells.tone) == (1, 20, 5, Tone.EMPHASIS)
    assert not layout.bars


@pytest.mark.parametrize(
    ("form", "values", "unit", "drawing"),
    [
        (chart_forms.BEFORE_AFTER, ("20", "5"), "天", Drawing.CELLS),
        (chart_forms.BEFORE_AFTER, ("60", "60"), "天", Drawing.CELLS),
        (chart_forms.BEFORE_AFTER, ("61", "5"), "天", Drawing.BARS),
        (chart_forms.BEFORE_AFTER, ("5", "20"), "天", Drawing.BARS),
        (chart_forms.BEFORE_AFTER, ("20", "0"), "天", Drawing.BARS),
        (chart_forms.BEFORE_AFTER, ("2.5", "1"), "天", Drawing.BARS),
        (chart_forms.PART_OF_WHOLE, ("31", "27"), "件", Drawing.CELLS),
        (chart_forms.PART_OF_WHOLE, ("310", "27"), "件", Drawing.PART),
        (chart_forms.CELLS, ("16",), "个", Drawing.CELLS),
        (chart_forms.CELLS, ("16", "160"), "个", Drawing.FIGURES),
        (chart_forms.SHARE, ("98.22",), "%", Drawing.SQUARES),
        (chart_forms.SHARE, ("100",), "%", Drawing.SQUARES),
        (chart_forms.SHARE, ("120",), "%", Drawing.FIGURES),
        (chart_forms.SHARE, ("2.1",), "‰", Drawing.FIGURES),
    ],
)
def test_drawing_follows_from_the_numbers(
    form: str, values: tuple[str, ...], unit: str, drawing: Drawing
) -> None:
    """What can be counted is drawn in cells, what cannot be drawn honestly is set as figures."""
    rows = [(f"第{index}", f"{value}{unit}", value) for index, value in enumerate(values)]

    assert build_record(form, rows, unit=unit).drawing is drawing


def test_number_about_right_is_no_part_of_cells() -> None:
    """Of 20余天 nobody knows how many cells there are, so a change from it is drawn as bars."""
    rows = [("压缩前", "20余天", "20"), ("压缩后", "5天", "5")]
    about = {0: (Qualifier.APPROXIMATE, "余")}

    assert build_record(chart_forms.BEFORE_AFTER, rows, unit="天", qualifiers=about).drawing is Drawing.BARS
