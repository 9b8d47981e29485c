"""The lanes of a chart on a page: honest lengths at any width."""

from __future__ import annotations

import pytest
from chart_samples import SAMPLES, build_record
from hypothesis import given
from strategies import interactive_records

from chuxiong_site.charts.footnote import HOLLOW
from chuxiong_site.charts.lanes import compute_lanes
from chuxiong_site.charts.layout import Bar, Dot
from chuxiong_site.charts.picture import compute_layout
from chuxiong_site.model import chart_forms
from chuxiong_site.model.chart import ChartRecord
from chuxiong_site.model.numeral import Qualifier


def read_share(length: str) -> float:
    """Return a length in per cent as a share."""
    assert length.endswith("%")
    return float(length.removesuffix("%")) / 100


@given(interactive_records())
def test_shares_are_those_of_the_file(record: ChartRecord) -> None:
    """Every mark begins and ends at the same share of its scale as in the picture file, to half a tenth per mille."""
    layout = compute_layout(record)
    lanes = compute_lanes(record)

    marks: list[Bar | Dot] = [*layout.bars, *layout.dots]
    assert [lane.row for lane in lanes.rows] == list(record.rows)
    for lane, mark in zip(lanes.rows, marks, strict=True):
        room = layout.scale.end - layout.scale.start
        left = mark.box.left if lane.width else mark.box.left + mark.box.width / 2
        assert read_share(lane.start) == pytest.approx((left - layout.scale.start) / room, abs=0.0002)
        if lane.width:
            assert read_share(lane.width) == pytest.approx(mark.box.width / room, abs=0.0002)


def test_bars_are_proportional() -> None:
    """The longest bar fills its lane; the others are as long as their values, in short numbers."""
    rows = [("甲", "30件", "30"), ("乙", "90件", "90"), ("丙", "0件", "0")]
    lanes = compute_lanes(build_record(chart_forms.BARS, rows)).rows

    assert [(lane.start, lane.width, lane.zero) for lane in lanes] == [
        ("0%", "33.33%", "0%"),
        ("0%", "100%", "0%"),
        ("0%", "0%", "0%"),
    ]


def test_ends_of_a_scale_of_rates() -> None:
    """Rates say where their scale begins and ends; bars begin at zero and say nothing."""
    assert compute_lanes(SAMPLES[chart_forms.RATES]).ends == ("0%", "100%")
    assert compute_lanes(SAMPLES[chart_forms.BARS]).ends == ()


def test_hollow_bars_are_explained() -> None:
    """A bar whose end is no exact number is hollow, and a line below says so."""
    rows = [("甲", "2000余件", "2000"), ("乙", "3000件", "3000")]
    about = build_record(chart_forms.BARS, rows, qualifiers={0: (Qualifier.APPROXIMATE, "余")})

    assert [lane.hollow for lane in compute_lanes(about).rows] == [True, False]
    assert compute_lanes(about).footnote == HOLLOW
    assert compute_lanes(build_record(chart_forms.BARS, rows)).footnote == ""
