"""Where does a section stand, in the words of its heading?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from chuxiong_site.model.report import DisplayText
from chuxiong_site.rendering.page import describe_heading, describe_marker
from report_samples import Line, build_report


@pytest.mark.parametrize("indent", ["", "　　", "  "])
@pytest.mark.parametrize("normalised", [True, False])
def test_markers_of_any_form(indent: str, normalised: bool) -> None:
    """A marker is found behind an indent too, and in brackets of either width, and is shown in one form."""
    report = build_report(
        (
            Line(number="T", text="某州年度报告", heading=True),
            Line(number="0", text="序言。"),
            Line(number="2", text=f"{indent}二、还差什么", heading=True),
            Line(number="2.7", text=f"{indent}(七)人手不够。", heading=True),
        )
    )
    if not normalised:
        as_captured = DisplayText(text=report.body, offsets=tuple(range(len(report.body) + 1)))
        report = replace(report, display=as_captured)
    assert [describe_marker(report, section) for section in report.sections] == ["题", "序", "二", "二（七）"]
    assert describe_heading(report, report.sections[2]) == "二、还差什么"
