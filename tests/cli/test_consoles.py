"""Does every command print on a console that is not of UTF-8, also what its encoding has not?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from built import ROOT

RARE = "办件132.87万件𠀀，面积12㎡。\n"
"""With a character that GBK has not."""


def run(folder: Path, encoding: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose output goes to a program, on a machine of an encoding."""
    settings = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT / "src")}
    environment = {name: value for name, value in os.environ.items() if name != "CHUXIONG_SITE_ROOT"}
    command = [sys.executable, "-P", "-m", "chuxiong_site", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env={**environment, **settings},
        capture_output=True,
        encoding=encoding,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "gb18030", "utf-8"])
def test_a_rare_character(tmp_path: Path, encoding: str) -> None:
    """What the console cannot show is written as its number, and the command goes on to its end."""
    (tmp_path / "a.txt").write_text(RARE, encoding="utf-8")
    ran = run(tmp_path, encoding, "scan", "a.txt")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "132.87万件" in ran.stdout
    assert ("𠀀" if encoding in ("gb18030", "utf-8") else "\\ud840\\udc00") in ran.stdout


def test_json_stays_json(tmp_path: Path) -> None:
    """For programs the numbers of characters are JSON's own escapes: nothing is lost and nothing fails."""
    (tmp_path / "a.txt").write_text("𠀀村12㎡。\n", encoding="utf-8")
    ran = run(tmp_path, "gbk", "diff", "a.txt", "b.txt")
    assert ran.returncode == 2
    ran = run(tmp_path, "gbk", "scan", "a.txt", "--format", "json")
    assert ran.returncode == 0
    assert json.loads(ran.stdout)


def test_help_and_mistakes_on_a_console_of_gbk(tmp_path: Path) -> None:
    """Help and the answer to a mistake can be read there too."""
    assert run(tmp_path, "gbk", "build", "--help").stdout.startswith("用法：")
    assert "没有「biuld」这个命令" in run(tmp_path, "gbk", "biuld").stderr
