"""Does the same content make the same published folder: elsewhere, as somebody else, another day, another time?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from folders import read_folder

from built import ROOT
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import build_site
from sample_projects import copy_fixture

LINES = {".css", ".html", ".js", ".md", ".yaml"}
"""Endings of what an editor may save with the line ends of its system."""


def publish_elsewhere(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build a copy of the small project by command in a process and a folder of its own; return what was published."""
    folder.mkdir(parents=True)
    copy_fixture("small", folder)
    return publish_again(folder, **environment)


def publish_again(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build a folder's content, with our templates and the caches of the project."""
    subprocess.run(
        [sys.executable, "-m", "chuxiong_site", "build", "--content", "content", "--out", "_site"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "CHUXIONG_SITE_ROOT": str(ROOT),
            "PYTHONUTF8": "1",
            **environment,
        },
        capture_output=True,
        check=True,
    )
    return read_folder(folder / "_site")


def test_the_same_folder_everywhere(tmp_path: Path) -> None:
    """Folder, time zone, language, hash seed, user and home make no difference to any byte, the receipt's included."""
    here = publish_elsewhere(tmp_path / "here", TZ="Asia/Shanghai", PYTHONHASHSEED="1")
    there = publish_elsewhere(
        tmp_path / "a longer way 到那里",
        TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="4242",
        USER="somebody", LOGNAME="somebody", HOME=str(tmp_path),
    )  # fmt: skip
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
    assert "receipt.json" in here


def test_a_second_build(tmp_path: Path) -> None:
    """Building again over the first site, with warm caches, changes no byte."""
    first = publish_elsewhere(tmp_path / "here")
    assert publish_again(tmp_path / "here") == first


def test_line_ends_make_no_difference(tmp_path: Path) -> None:
    """Content and templates saved with CRLF and a BOM make the same bytes: code in pages is what its policy names."""
    made = []
    for name, change in (("unix", b"\n"), ("windows", b"\r\n")):
        root = tmp_path / name
        shutil.copytree(ROOT / "templates", root / "templates")
        content = copy_fixture("small", root)
        for path in root.rglob("*"):
            if path.suffix in LINES or path.name == "dictionary.txt":
                data = path.read_bytes().replace(b"\n", change)
                path.write_bytes(b"\xef\xbb\xbf" * (name == "windows") + data)
        outcome = build_site(Options(content=content, out=root / "_site", root=root))
        assert outcome.published, outcome.problems
        made.append(read_folder(root / "_site"))
    assert [path for path in made[0] if made[0][path] != made[1].get(path)] == []
    assert b"\r" not in b"".join(data for path, data in made[1].items() if path.endswith(".html"))
