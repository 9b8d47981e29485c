"""Do all regular expressions of the program mean the same on every Python that can run it?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import compiled_patterns
import pytest

from built import ROOT
from chuxiong_site.analysis.numerals.fragments import compile_pattern
from chuxiong_site.analysis.numerals.rules import RULES
from sample_projects import copy_fixture


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:ab?c)?+",
        "(?:[一二]|千(?!米)){0,23}+",
        "x(?:(?=a)[a-z])*+",
        "(?:a|bc)++",
        "(?>(a)|b)",
        "(?>(?P<name>a))",
        "((?:ab)*+)",
    ],
)
def test_what_pythons_match_differently_is_recognised(pattern: str) -> None:
    """Possessive repeats of more than one character, and captures inside atomic groups, at any depth."""
    assert compiled_patterns.find_faults(pattern)


@pytest.mark.parametrize(
    "pattern", ["[0-9]++", "a{2,3}+b", '[^"]*+', "(?>(?:[一二]|千(?!米)){0,23})", "((?>a|b))", ".?+"]
)
def test_what_pythons_match_alike_is_accepted(pattern: str) -> None:
    """Possessive repeats of one character, and atomic groups that capture nothing."""
    assert compiled_patterns.find_faults(pattern) == []


def test_every_pattern_of_the_program_is_matched_alike(tmp_path: Path) -> None:
    """Everything that is compiled while all modules are imported and a project is checked."""
    content = copy_fixture("small", tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    lines = subprocess.run(
        [sys.executable, compiled_patterns.__file__, content],
        cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True,
    ).stdout.splitlines()  # fmt: skip
    rows = [line.split("\t") for line in lines]
    assert [row for row in rows if len(row) > 2] == []
    walked = {row[1] for row in rows}
    assert {repr(compile_pattern(rule.pattern).pattern) for rule in RULES} <= walked
