"""Is a test that needs a browser ever left out without a loud word, or in CI at all?"""

from __future__ import annotations

import os
import re
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


def test_without_a_browser_the_rest_runs() -> None:
    """No browser leaves its tests out, loudly and in one place: how many, why, how to get one, how to do without."""
    result = run_without_chromium()
    assert result.returncode == pytest.ExitCode.OK, result.stdout
    assert "1 skipped" in result.stdout
    assert "1 项测试没有运行。没有浏览器：请安装 Chromium、Chrome 或 Edge" in result.stdout
    assert "--without-browser" in result.stdout


@pytest.mark.parametrize("workers", ["0", "2"])
def test_ci_fails_once_without_a_browser(workers: str) -> None:
    """Where nobody watches nothing runs: one error of collection, said once however many workers there are."""
    result = run_without_chromium("-n", workers, ci="true")
    assert result.returncode in {pytest.ExitCode.INTERRUPTED, pytest.ExitCode.TESTS_FAILED}, result.stdout
    assert result.stdout.count("ERROR collecting") == 1
    assert re.search(r"(?m)^1 error in", result.stdout), result.stdout


def test_who_asks_runs_the_others() -> None:
    """With the option it is left out, counted as such, and said at the end."""
    result = run_without_chromium("--without-browser")
    assert result.returncode == pytest.ExitCode.NO_TESTS_COLLECTED, result.stdout
    assert "1 deselected" in result.stdout
    assert "浏览器测试照 --without-browser 的吩咐，没有运行。" in result.stdout


def test_ci_leaves_nothing_out() -> None:
    """Where nobody watches the option is refused."""
    result = run_without_chromium("--without-browser", ci="true")
    assert result.returncode == pytest.ExitCode.USAGE_ERROR, result.stdout
    assert "不能在 CI 里用" in result.stderr
