"""Does twice as much text take about twice the work? Work is counted in calls, so that a busy machine changes nothing."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from growing import Shape, write_project
from test_growth import split_pairs

from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project

Calls = Mapping[tuple[str, int, str], int]
"""File, line and name of a function → how often it was called."""
FEW = 2000
"""Functions that are called less often than this cost nothing, whatever they grow by."""
TWICE = 2.5
"""What twice as much may come to: twice, and what a bisection does once more."""
SMALL: dict[str, Any] = {"facts": 10, "paragraphs": 2, "parts": (2, 2), "full": True}
GROWING: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "paragraphs": ({"preamble": 150, "parts": (0,)}, {"preamble": 300, "parts": (0,)}),
    "sections' paragraphs": ({"paragraphs": 40}, {"paragraphs": 80}),
}
"""What grows → the shape of the smaller and of the larger project."""


def count_calls(shape: Shape, folder: Path) -> Calls:
    """Return how often every function is called while a project is built and proved."""
    content = write_project(shape, folder)
    profile = cProfile.Profile()
    outcome = profile.runcall(check_project, Options(content=content, out=folder / "_site", root=folder))
    assert outcome.site is not None
    return {function: calls for function, (calls, *_) in pstats.Stats(profile).stats.items()}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", GROWING)
def test_twice_the_text_is_twice_the_work(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No function is called much more than twice as often for a report that is twice as long."""
    monkeypatch.setattr("chuxiong_site.build.site.create_splitter", lambda *_: split_pairs)
    small, large = (Shape(seed=0, **{**SMALL, **shape}) for shape in GROWING[name])
    count_calls(
        replace(large, seed=1), tmp_path / "first"
    )  # what is computed once in a process counts for none
    once = count_calls(replace(small, seed=2), tmp_path / "small")
    twice = count_calls(replace(large, seed=3), tmp_path / "large")
    grown = {
        f"{file}:{line} {function}": (once.get((file, line, function), 0), calls)
        for (file, line, function), calls in twice.items()
        if calls > max(FEW, TWICE * once.get((file, line, function), 0))
    }
    assert grown == {}
