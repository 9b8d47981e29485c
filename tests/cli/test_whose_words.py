"""Does the command line speak of what its user has: `build.py` in a project, an installed command elsewhere?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from built import ROOT

INSTALLED = {name: value for name, value in os.environ.items() if name != "CHUXIONG_SITE_ROOT"}


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, as installed unless the environment says where a project stands."""
    return subprocess.run(
        [sys.executable, "-m", "chuxiong_site", *arguments],
        cwd=folder,
        env={**INSTALLED, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", [(), ("check",), ("build",), ("explain", "E101"), ("check", "--help")])
def test_an_installed_command_knows_no_build_script(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """In an empty folder nothing points to a `build.py`, which an installed package has not brought."""
    ran = run(tmp_path, *arguments)
    assert "build.py" not in ran.stdout + ran.stderr


def test_an_empty_folder(tmp_path: Path) -> None:
    """What is missing is the content; where it is looked for and what to do are said, with exit code 1."""
    ran = run(tmp_path, "check")
    assert ran.returncode == 1
    assert "在项目的文件夹（里面有 content）里运行，或者用 --content 指明" in ran.stderr
    assert str(tmp_path / "content") in ran.stderr


def test_the_name_is_what_was_typed(tmp_path: Path) -> None:
    """The usage begins with the command as this user types it."""
    assert run(tmp_path, "check", "--help").stdout.startswith("用法：chuxiong-site check ")
    in_project = run(tmp_path, "check", "--help", CHUXIONG_SITE_ROOT=str(ROOT))
    assert in_project.stdout.startswith("用法：python build.py check ")
