"""Any text that `new` takes is a site at once: no outline, line, table or mark of it ends in an error.

A few dozen texts by default; CHUXIONG_GROWTH=1000 for a long run.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_texts import write_odd_text
from test_growth import split_pairs

from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
from chuxiong_site.build.start import start_project
from chuxiong_site.problems import describe_problems, is_warning

EXAMPLES = int(os.environ.get("CHUXIONG_GROWTH", "16"))


def check_odd_text(seed: int, folder: Path) -> list[str]:
    """Return what is wrong with the project that a text makes; nothing, or that it is no report."""
    source = folder / "2024.txt"
    source.write_bytes(write_odd_text(seed).encode())
    project, problems = start_project([source])
    if project is None:
        assert {problem.code for problem in problems} == {"E120"}, describe_problems(problems, "text")
        return []
    for name, data in project.files.items():
        path = folder / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    content = folder / "project" / "content"
    outcome = check_project(Options(content=content, out=folder / "_site", root=folder))
    wrong = [problem for problem in outcome.problems if not is_warning(problem.code)]
    return [describe_problems(wrong, "text")] if wrong else []


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1_000_000))
def test_odd_texts_build_at_once(
    seed: int, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A project made from a text of any kind has reminders only."""
    monkeypatch.setattr("chuxiong_site.build.site.create_splitter", lambda *_: split_pairs)
    assert check_odd_text(seed, tmp_path_factory.mktemp("odd")) == []
