"""Where does a section stand, in the words of its heading?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chuxiong_site.model.headings import describe_heading, describe_marker
from chuxiong_site.model.report import DisplayText
from chuxiong_site.model.site import read_artifact
from report_samples import Line, build_report
from sample_projects import check_content, copy_fixture, replace_in, reseal


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
    assert [describe_marker(report, section) for section in report.sections] == [
        "标题",
        "序",
        "二",
        "二（七）",
    ]
    assert describe_heading(report, report.sections[2]) == "二、还差什么"


def test_a_miscounted_section_is_called_as_it_is_printed(tmp_path: Path) -> None:
    """Where the official text prints （八） for the second section, charts, tables, search, notes and data all say （八）."""
    content = copy_fixture("small", tmp_path)
    for ending in ("md", "txt"):
        replace_in(content / "reports" / f"2023.{ending}", "(二)乡村", "(八)乡村")
    replace_in(content / "reports" / "2023.md", "  其他情况: []\n", '  其他情况: []\nmisnumbered: ["1.2"]\n')
    reseal(content / "reports" / "2023.md")
    outcome = check_content(content)
    assert outcome.problems == ()
    assert outcome.site is not None
    text = {
        path: read_artifact(outcome.site, path).decode("utf-8")
        for path in outcome.site
        if path.startswith(("2023/", "data/2023"))
        and path.endswith((".html", ".js", ".json", ".csv", ".svg"))
    }
    assert [path for path in text if "一（二）" in text[path] or "第一部分（二）" in text[path]] == []
    assert "数据来源：" in text["2023/villages.html"]
    said = {path for path in text if "一（八）" in text[path] or "第一部分（八）" in text[path]}
    assert {
        "2023/villages.html",
        "2023/facts.html",
        "data/2023/search-data.js",
        "data/2023/charts/money.csv",
        "data/2023/charts/money.svg",
    } <= said
