"""Is a test that needs a browser ever left out without anybody's word?"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from built import ROOT

WANTING = "tests/project/test_browser_guard.py::test_a_page_opens_from_a_folder"


def run_without_chromium(*options: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    """Run a browser test where no Chromium can be found."""
    environment = {**os.environ, "CHUXIONG_CHROMIUM": "/no/such/program", "PYTHONUTF8": "1", "CI": ci}
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", WANTING, *options)
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_without_a_browser_it_fails() -> None:
    """No browser is a failure that says how to get one, and how to do without."""
    result = run_without_chromium()
    assert result.returncode == pytest.ExitCode.TESTS_FAILED, result.stdout
    assert "没有找到 Chromium" in result.stdout
    assert "--without-browser" in result.stdout


def test_who_asks_runs_the_others() -> None:
    """With the option it is left out, counted as such, and said at the end."""
    result = run_without_chromium("--without-browser")
    assert result.returncode == pytest.ExitCode.NO_TESTS_COLLECTED, result.stdout
    assert "1 deselected" in result.stdout
    assert "照 --without-browser 的吩咐，没有运行。" in result.stdout


def test_ci_leaves_nothing_out() -> None:
    """Where nobody watches the option is refused."""
    result = run_without_chromium("--without-browser", ci="true")
    assert result.returncode == pytest.ExitCode.USAGE_ERROR, result.stdout
    assert "不能在 CI 里用" in result.stderr
