"""What exactly is made from the smallest report, and from the richest? Expected files stand in `expected/`; `pytest --accept` rewrites them.

Of a page only `<main>` is compared, without its data islands: head, masthead and footer change for their own
reasons, and the islands are read back by every build.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from built import ROOT, BuiltSite

EXPECTED = Path(__file__).parent / "expected"
CASES = {
    "services.main.html": "2023/services.html",
    "problems-services.main.html": "2023/problems-services.html",
    "facts.json": "data/2023/facts.json",
    "facts.csv": "data/2023/facts.csv",
    "numerals.json": "data/2023/numerals.json",
    "checks.json": "data/2023/checks.json",
    "rich-enforcement.main.html": "2023/enforcement.html",
    "rich-follow-up.main.html": "2023/follow-up.html",
    "rich-checks.main.html": "2023/checks.html",
    "rich-indicator.main.html": "indicators/service-items.html",
}
"""Expected file → the built file it is compared with; what begins with `rich-` is of the rich project."""


def read_case(site: BuiltSite, name: str) -> bytes:
    """Return what is compared: of a page the words and tables of its `<main>`, of a data file everything."""
    data = site.read(CASES[name])
    if not name.endswith(".main.html"):
        return data
    match = re.search(rb"<main.*?</main>\n", data, re.DOTALL)
    assert match is not None
    return re.sub(rb"<script.*?</script>\n?", b"", match[0], flags=re.DOTALL)


def describe_difference(expected: bytes, made: bytes, kept: Path) -> str:
    """Return the difference in lines, and where the file as made is kept."""
    before, after = (text.decode("utf-8").splitlines() for text in (expected, made))
    difference = "\n".join(difflib.unified_diff(before, after, "expected", "made", lineterm="", n=1))
    return f"{difference}\n生成的文件留在 {kept}；确认无误后，用 pytest tests/golden --accept 接受。"


@pytest.mark.parametrize("name", CASES)
def test_same_as_accepted(
    small_site: BuiltSite, built_site: BuiltSite, name: str, accept: bool, tmp_path: Path
) -> None:
    """The projects make, byte for byte, what was accepted."""
    made = read_case(built_site if name.startswith("rich-") else small_site, name)
    path = EXPECTED / name
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made)
    expected = path.read_bytes() if path.is_file() else b""
    if made != expected:
        kept = tmp_path / name
        kept.write_bytes(made)
        pytest.fail(describe_difference(expected, made, kept), pytrace=False)


def test_every_expected_file_is_used() -> None:
    """No expected file is left over from a case that is gone."""
    assert {path.name for path in EXPECTED.iterdir()} == set(CASES)


def test_difference_is_told_in_lines(tmp_path: Path) -> None:
    """A mismatch names the changed line, where the made file is kept, and how to accept it."""
    told = describe_difference(b"a\nb\n", b"a\nc\n", tmp_path / "x.html")
    assert "-b\n+c" in told
    assert "x.html" in told
    assert "--accept" in told


def test_accepting_is_refused_in_ci() -> None:
    """Where CI is set, `--accept` is a usage error before any test runs."""
    command = (sys.executable, "-m", "pytest", "--accept", "--collect-only", str(Path(__file__)))
    environment = {**os.environ, "CI": "true", "PYTHONUTF8": "1"}
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == pytest.ExitCode.USAGE_ERROR, result.stdout
    assert "--accept" in result.stderr
