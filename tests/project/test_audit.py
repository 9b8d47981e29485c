"""Does the weekly look for known vulnerabilities ask for every lock, and say of which it has bad news?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from built import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="只在 Linux、macOS 的 bash 里运行"
)
PIP_AUDIT = """#!/bin/sh
echo "pip-audit $*" >> "$ASKED"
case "$*" in *"$BAD"*) exit 1;; esac
"""
NPM = """#!/bin/sh
echo "npm $* in $(basename "$PWD")" >> "$ASKED"
case "$PWD" in *"$BAD"*) exit 1;; esac
"""


def audit(folder: Path, bad: str) -> tuple[int, str, list[str]]:
    """Run the script with commands that have bad news of one lock; return its exit code, its words, and what it asked."""
    asked = folder / "asked"
    for name, script in (("pip-audit", PIP_AUDIT), ("npm", NPM)):
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o755)
    own = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "ASKED": str(asked), "BAD": bad}
    result = subprocess.run(
        ["bash", ROOT / ".ci" / "audit"],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return result.returncode, result.stdout, asked.read_text(encoding="utf-8").splitlines()


def test_every_lock_is_asked_for(tmp_path: Path) -> None:
    """Each list of Python packages and each of npm's is asked for, by its own tool, and no bad news is said to be none."""
    code, said, asked = audit(tmp_path, "nothing")
    assert (code, said.splitlines()[-1]) == (0, "没有查到已知的漏洞。")
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        assert any(
            line.startswith("pip-audit ") and line.endswith(f"requirements/{lock.name}") for line in asked
        )
    locks = [
        path.parent.name
        for path in (ROOT / "package-lock.json", *ROOT.glob("requirements/*/package-lock.json"))
    ]
    assert [line for line in asked if line.startswith("npm ")] == [
        f"npm audit --package-lock-only in {name}" for name in locks
    ]


@pytest.mark.parametrize("bad", ["requirements/run.txt", "requirements/chromium"])
def test_bad_news_ends_in_a_failure(tmp_path: Path, bad: str) -> None:
    """Bad news of one lock keeps no other from being asked for; the end says of which, and fails."""
    code, said, asked = audit(tmp_path, bad)
    assert code == 1
    assert bad in said.splitlines()[-1]
    others = tmp_path / "others"
    others.mkdir()
    assert asked == audit(others, "nothing")[2]
