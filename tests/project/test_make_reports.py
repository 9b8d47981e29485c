"""Are the reports that measurements are made on consistent, and the same each time?"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from built import ROOT
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
from chuxiong_site.problems import is_warning


@pytest.fixture
def write_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return two content folders of three reports, written with the same arguments."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    make_reports = importlib.import_module("make_reports")
    folders = (tmp_path / "one" / "content", tmp_path / "two" / "content")
    for folder in folders:
        make_reports.main([str(folder), "--reports", "3", "--paragraphs", "24"])
    sys.modules.pop("make_reports")
    return folders


def test_invented_reports_are_consistent(write_twice: tuple[Path, Path]) -> None:
    """They pass every check, and every check of theirs holds."""
    content, _ = write_twice
    outcome = check_project(Options(content=content, out=content.parent / "_site", root=content.parent))
    assert [problem for problem in outcome.problems if not is_warning(problem.code)] == []
    assert outcome.site is not None
    assert outcome.findings is not None
    outcomes = {check.outcome for entry in outcome.findings.reports for check in entry.checks}
    assert outcomes == {"holds"}
    assert [len(entry.report.pages) for entry in outcome.findings.reports] == [17, 17, 17]


def test_invented_reports_are_the_same_each_time(write_twice: tuple[Path, Path]) -> None:
    """The same arguments write the same bytes."""
    one, two = ({path.name: path.read_bytes() for path in folder.rglob("*.*")} for folder in write_twice)
    assert one == two
    assert "2021.md" in one


def test_no_more_reports_are_invented_than_have_years(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """More reports than there are years that are read as one are refused with the reason, and nothing is written."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    make_reports = importlib.import_module("make_reports")
    most = make_reports.MOST
    with pytest.raises(SystemExit):
        make_reports.main([str(tmp_path / "more"), "--reports", str(most + 1)])
    assert f"1 到 {most}" in capsys.readouterr().err
    assert not (tmp_path / "more").exists()
    sys.modules.pop("make_reports")
