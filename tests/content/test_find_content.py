"""What is said when the content folder is missing, empty, a file, or the folder of another command?"""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.content.find_content import find_other_folder
from chuxiong_site.content.load import load_project
from sample_projects import copy_fixture


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project's folder with content, a built site, an empty folder, one of something else, and a file."""
    copy_fixture("small", tmp_path)
    for name in ("_site", "empty", "other"):
        (tmp_path / name).mkdir()
    (tmp_path / "_site" / "receipt.json").write_text("{}", encoding="utf-8")
    (tmp_path / "empty" / ".DS_Store").write_bytes(b"")
    (tmp_path / "other" / "a.docx").write_bytes(b"")
    (tmp_path / "a.txt").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "found", "hint"),
    [
        ("nothing", "没有这个文件夹", "找的是："),
        ("a.txt", "不是文件夹", "找的是："),
        ("empty", "空文件夹", "找的是："),
        ("other", "里面没有内容的文件（site.yaml、indicators.yaml、reports 等）", "找的是："),
        ("_site", "这是生成的网站", "找的是："),
        (".", "这是项目的文件夹", "用 --content {0}/content"),
        ("content/reports", "这是内容文件夹里的 reports", "用 --content {0}/content"),
    ],
)
def test_other_folders(project: Path, path: str, found: str, hint: str) -> None:
    """Each is one problem that says what the folder is, and where the content is when that can be told."""
    loaded, [problem] = load_project(project / path)
    assert loaded is None
    assert (problem.code, problem.found) == ("E101", found)
    assert hint.format(project) in problem.hint


@pytest.mark.parametrize("kept", ["site.yaml", "reports"])
def test_a_folder_that_lacks_files(project: Path, kept: str) -> None:
    """A content folder that lacks files is one: what lacks is told file by file."""
    for path in (project / "content").iterdir():
        if path.name != kept and path.is_file():
            path.unlink()
    assert find_other_folder(project / "content") is None
