"""A report's files are made of itself, the catalogue, and the numbers that stand beside its own; of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from chuxiong_site.analysis.alone import select_report
from chuxiong_site.build.inputs import read_inputs
from chuxiong_site.model.findings import Findings
from chuxiong_site.rendering.frame.surroundings import describe_surroundings
from chuxiong_site.rendering.kit import create_kit
from chuxiong_site.rendering.report_files import render_report
from sample_projects import analyse_content, copy_fixture, create_options, replace_in, reseal


def render_each(content: Path) -> dict[str, Mapping[str, bytes]]:
    """Return the files of every report of a content folder, each made alone."""
    findings, _ = analyse_content(content)
    inputs, _ = read_inputs(create_options(content))
    kit, surroundings = create_kit(findings.project, inputs), describe_surroundings(findings)
    return {
        entry.report.id: render_report(select_report(findings, entry), surroundings, kit).files
        for entry in findings.reports
    }


def test_another_reports_words_change_no_file(tmp_path: Path) -> None:
    """With other words in the newer report, the older one's files are the same bytes; the newer one's are not."""
    content = copy_fixture("two_years", tmp_path)
    before = render_each(content)
    for ending in ("md", "txt"):
        replace_in(content / "reports" / f"2024.{ending}", "继续植树", "继续植树造林")
    reseal(content / "reports" / "2024.md")
    after = render_each(content)

    assert after["2023"] == before["2023"]
    assert after["2024"] != before["2024"]


def test_a_report_alone_has_no_other_in_it(tmp_path: Path) -> None:
    """Of the other reports only those are at hand whose numbers stand beside its own: none beside the oldest."""
    findings, _ = analyse_content(copy_fixture("two_years", tmp_path))
    newer, older = (select_report(findings, entry) for entry in findings.reports)

    assert _list_ids(newer) == (["2024"], ["2023"])
    assert _list_ids(older) == (["2023"], [])
    assert older.project.reports == (older.reports[0].report,)


def _list_ids(findings: Findings) -> tuple[list[str], list[str]]:
    return (
        [entry.report.id for entry in findings.reports],
        [entry.report.id for entry in findings.neighbours],
    )
