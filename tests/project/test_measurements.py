"""Do measurements count what they say, on edits that keep a site whole, and name what became slower?"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from built import ROOT
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
from chuxiong_site.problems import is_warning

NAMES = ("costs", "edits", "make_reports", "results", "saves", "whole_builds", "everything")
ENVIRONMENT = dict(os.environ)


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Return the modules of the measurements by their names."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name)


def list_errors(content: Path) -> list[object]:
    """Return what hinders publishing."""
    outcome = check_project(Options(content=content, out=content.parent / "_site", root=content.parent))
    return [problem for problem in outcome.problems if not is_warning(problem.code)]


def test_edits_keep_reports_consistent(benchmarks: dict[str, ModuleType], tmp_path: Path) -> None:
    """A new word, a sentence said again and a new name pass every check; each edit of a word is another one."""
    content = tmp_path / "content"
    make, edits = benchmarks["make_reports"], benchmarks["edits"]
    make.write_project(make.Size(reports=2, paragraphs=0), content)
    oldest, newest = edits.list_years(content)
    before = edits.find_preamble(content, oldest)
    words = [edits.add_word(content, newest, order) for order in (0, 1, 10)]
    edits.repeat_sentence(content, oldest)
    edits.rename_indicator(content, "受理的甲")
    assert list_errors(content) == []
    assert len(set(words)) == 3
    assert all(word in edits.find_preamble(content, newest) for word in words)
    added = edits.find_preamble(content, oldest).removeprefix(before)
    assert added
    assert before.endswith(added)


def test_cost_counts_children(benchmarks: dict[str, ModuleType], tmp_path: Path) -> None:
    """The memory of a process and of those it started is one sum; a command that fails is no figure."""
    run = benchmarks["costs"].run_watched
    hold = "held = bytearray(b'x') * 60_000_000; time.sleep(0.5)"
    start = f"child = subprocess.Popen([sys.executable, '-c', {'import time; ' + hold!r}])"
    code = f"import subprocess, sys, time; {start}; {hold}; sys.exit(child.wait())"
    cost = run((sys.executable, "-c", code), tmp_path, ENVIRONMENT)
    if sys.platform == "linux":
        assert cost.peak > 120
        assert cost.cpu > 0
    with pytest.raises(subprocess.CalledProcessError):
        run((sys.executable, "-c", "raise SystemExit(2)"), tmp_path, ENVIRONMENT)


def test_medians_of_what_is_known(benchmarks: dict[str, ModuleType]) -> None:
    """A column is the median of its rounds, and nothing where a round does not know it."""
    costs = benchmarks["costs"]
    known = [costs.Cost(wall=wall, cpu=wall * 2, peak=peak) for wall, peak in ((1, 5), (9, None), (3, 7))]
    assert costs.take_medians(known) == costs.Cost(wall=3, cpu=6, peak=None)
    assert costs.take_medians(known).cores == 2


def test_what_became_slower_is_named(benchmarks: dict[str, ModuleType]) -> None:
    """A figure more than a tenth above the earlier one is named with both; less, faster and new ones are not."""
    before = [{"name": "甲", "wall": 1.0, "cpu": 2.0, "peak": None}, {"name": "乙", "wall": 1.0}]
    now = [
        {"name": "甲", "wall": 1.09, "cpu": 2.5, "peak": 90, "cores": 9},
        {"name": "乙", "wall": 0.5},
        {"name": "丙", "wall": 7.0},
    ]
    assert list(benchmarks["results"].list_slower(now, before)) == ["1.25 倍　甲　cpu 2 → 2.5"]


def test_measurements_are_kept_and_compared(
    benchmarks: dict[str, ModuleType], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Parts and the preview are measured, kept with the machine, and called slower than an impossible earlier time."""
    kept = tmp_path / "kept.json"
    main = benchmarks["everything"].main
    few = ["--reports", "2", "--parts", "2", "--rounds", "1"]
    assert main(["--only", "parts", "preview", *few, "--json", str(kept)]) == 0
    found = json.loads(kept.read_text(encoding="utf-8"))
    assert [row["name"] for row in found["rows"]] == [
        "2 份，分成 2 份：最久的一份",
        "2 份，分成 2 份：合成",
        "2 份，分成 2 份：最久的一份加合成",
        "2 份：预览，保存报告到新网页",
        "2 份：预览，保存指标名称到新网页",
    ]
    assert {"commit", "cores", "load", "measured", "packages", "python", "system"} == set(found["machine"])
    found["rows"] = [{**row, "wall": 1e-9} for row in found["rows"]]
    kept.write_text(json.dumps(found), encoding="utf-8")
    assert main(["--only", "parts", *few, "--against", str(kept)]) == 1
    assert "2 份，分成 2 份：合成　wall" in capsys.readouterr().out
