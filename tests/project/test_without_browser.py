"""Is a test that needs a browser ever left out without a loud word, or in CI at all?"""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from built import ROOT
from no_browser import describe_no_browser

WANTING = "tests/project/test_browser_guard.py::test_a_page_opens_from_a_folder"


def run_without_chromium(
    *options: str, ci: str = "", named: str = "/no/such/program"
) -> subprocess.CompletedProcess[str]:
    """Run a browser test where no Chromium can be found, because another program is named."""
    environment = {**os.environ, "CHUXIONG_CHROMIUM": named, "PYTHONUTF8": "1", "CI": ci}
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", WANTING, *options)
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_missing_browser_is_told_with_its_remedies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none is named, staff read which to install, how to name one, and how to do without."""
    monkeypatch.delenv("CHUXIONG_CHROMIUM", raising=False)
    said = describe_no_browser()
    assert said.startswith("没有浏览器：请安装 Chromium、Chrome 或 Edge")
    assert "环境变量 CHUXIONG_CHROMIUM" in said
    assert "--without-browser" in said


@pytest.mark.parametrize("named", ["/no/such/program", str(ROOT), __file__])
def test_without_a_browser_the_rest_runs(named: str) -> None:
    """Where the variable names no program, its tests are left out, loudly and in one place, with a sentence that names it and what stands in it."""
    result = run_without_chromium(named=named)
    assert result.returncode == pytest.ExitCode.OK, result.stdout
    assert "1 skipped" in result.stdout
    assert (
        f"1 项测试没有运行。没有浏览器：环境变量 CHUXIONG_CHROMIUM 写的「{named}」不是能运行的程序"
        in result.stdout
    )
    assert "--without-browser" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


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
