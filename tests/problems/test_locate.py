"""How are the files of problems named for people and programs?"""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from chuxiong_site.model.place import Place
from chuxiong_site.problems import Problem, locate_problems, shorten_path


@pytest.mark.parametrize(
    ("folder", "file", "shown"),
    [
        (PurePosixPath("content"), "reports/2023.md", "content/reports/2023.md"),
        (PurePosixPath("content"), ".", "content"),
        (PurePosixPath("../其他"), "site.yaml", "../其他/site.yaml"),
        (PurePosixPath(), "下载.txt", "下载.txt"),
        (PureWindowsPath(r"offices\甲办"), "reports/2023.md", "offices/甲办/reports/2023.md"),
        (PureWindowsPath(r"D:\年报\content"), "site.yaml", "D:/年报/content/site.yaml"),
    ],
)
def test_files_lie_below_the_content(folder: PurePath, file: str, shown: str) -> None:
    """A file is named with the folder it lies in, with forward slashes on Windows too."""
    problem = Problem(code="E102", place=Place(file=file, line=2), found="", expected="")
    [located] = locate_problems([problem], folder)
    assert (located.place.file, located.place.line) == (shown, 2)


def test_pages_of_the_site_do_not() -> None:
    """A page of the built site is no file of the content."""
    problem = Problem(code="E601", place=Place(file="2023/full.html"), found="", expected="")
    assert locate_problems([problem], PurePosixPath("content")) == (problem,)


def test_paths_are_short(tmp_path: Path) -> None:
    """What lies below the folder is counted from it, however it was typed; what does not stays as it was typed."""
    assert shorten_path(tmp_path / "a" / ".." / "b", tmp_path) == Path("b")
    assert shorten_path(Path("./a/../b"), tmp_path) == Path("b")
    assert shorten_path(Path("../b"), tmp_path / "a") == Path("../b")
