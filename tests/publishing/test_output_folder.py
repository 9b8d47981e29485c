"""Which folder `--out` means, and in which words a folder is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from folders import FIRST, FIRST_ON_DISK, list_names, read_folder

from chuxiong_site.publishing.output import resolve_output
from chuxiong_site.publishing.receipt import read_receipt
from chuxiong_site.publishing.write_site import publish_site
from command_runs import Run
from sample_projects import copy_fixture

links = pytest.mark.skipif(sys.platform == "win32", reason="创建符号链接在 Windows 上要有特别的权限")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("./x/../y", "y"), ("y/", "y"), ("content/../y", "y"), ("a/b/../../y/.", "y"), ("../here/y", "y"),
        ("x/../../here/./y", "y"), ("一 个 网 站/出 口", "一 个 网 站/出 口"), ("~y", "~y"),
    ],
)  # fmt: skip
def test_folders_on_the_way(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, meant: str
) -> None:
    """The folder is the one that is meant, nothing else is made on the way to it, and its address can be followed."""
    here = tmp_path / "here"
    copy_fixture("small", here)
    monkeypatch.chdir(here)
    ran = run("build", "--content", "content", "--out", typed)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"网站已生成：{Path(meant) / 'index.html'}"
    assert read_receipt(here / meant) is not None
    assert list_names(here) == sorted(["content", Path(meant).parts[0]])
    assert run("verify", typed).code == 0


def test_the_home_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`~` is the home folder also where the shell has left it as it is."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert run("build", "--out=~/y").code == 0
    assert read_receipt(tmp_path / "home" / "y") is not None
    assert not (tmp_path / "~").exists()


@links
def test_parents_that_are_links(tmp_path: Path) -> None:
    """A link on the way is followed as the system does: `..` behind it is the folder above its target."""
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "away", target_is_directory=True)
    publish_site(FIRST, tmp_path / "link" / "y")
    publish_site(FIRST, tmp_path / "link" / ".." / "z")
    assert read_folder(tmp_path / "far" / "away" / "y") == FIRST_ON_DISK
    assert list_names(tmp_path / "far") == ["away", "z"]
    assert list_names(tmp_path) == ["far", "link"]


def test_one_name_for_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is written, a folder has one name: two runs into it meet at one lock."""
    monkeypatch.chdir(tmp_path)
    written = (
        Path("y"),
        Path("x/../y"),
        Path("./y"),
        tmp_path / "y",
        Path("..") / tmp_path.name / "y",
        Path("y/z/.."),
    )
    assert {resolve_output(path) for path in written} == {tmp_path.resolve() / "y"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (".", "里放着内容文件夹"),
        ("..", "里放着内容文件夹"),
        ("content", "在内容文件夹里"),
        ("content/reports/../../content/_site", "在内容文件夹里"),
        ("notes.txt", "是一个文件，不是文件夹"),
        ("notes.txt/../papers", "里有别的东西"),
        ("papers/", "里有别的东西"),
        (Path.cwd().anchor, "是整个磁盘"),
    ],
)
def test_folders_that_are_refused(run: Run, tmp_path: Path, typed: str, said: str) -> None:
    """A folder that must not be replaced is refused as a wrong command line, in words that say what it is."""
    (tmp_path / "notes.txt").write_bytes(b"mine")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.txt").write_bytes(b"years of work")
    before = read_folder(tmp_path)
    ran = run("build", "--out", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("没有发布：")
    assert said in ran.err
    assert read_folder(tmp_path) == before


def test_content_inside_a_site_without_receipt(run: Run, tmp_path: Path) -> None:
    """Content that was put into a site is never replaced with it, even when the receipt is lost."""
    run("build")
    (tmp_path / "_site" / "receipt.json").unlink()
    content = copy_fixture("small", tmp_path / "_site")
    ran = run("build", "--content", str(content))
    assert ran.code == 2
    assert "里放着内容文件夹" in ran.err
    assert (content / "site.yaml").is_file()


@pytest.mark.parametrize("typed", ["y" * 300, "y" * 252, "notes.txt/y"])
def test_paths_that_the_system_refuses(run: Run, tmp_path: Path, typed: str) -> None:
    """A path that cannot be is a wrong command line, not a failure of the program."""
    (tmp_path / "notes.txt").write_bytes(b"mine")
    before = list_names(tmp_path)
    ran = run("build", "--out", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("没有发布：写不进磁盘（路径")
    assert set(list_names(tmp_path)) - set(before) <= {".cache"}


@links
def test_links_are_named(run: Run, tmp_path: Path) -> None:
    """A link in the place of the site is said to be one, with the folder that it leads to, and is left as it is."""
    (tmp_path / "www").mkdir()
    (tmp_path / "_site").symlink_to(tmp_path / "www", target_is_directory=True)
    ran = run("build")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "没有发布：_site 是一个链接，指向 www；网站要整个换上去，换掉的不能是链接。",
        "直接写它所指的文件夹：--out www",
    ]
    assert (tmp_path / "_site").is_symlink()
    assert run("build", "--out", "www").code == 0


@links
def test_links_in_a_circle(run: Run, tmp_path: Path) -> None:
    """Links that lead to each other end in a sentence."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    ran = run("build", "--out", "a/y")
    assert (ran.code, "路径里的链接绕成了圈" in ran.err) == (2, True)


def test_content_by_another_way(run: Run, tmp_path: Path) -> None:
    """The content folder may be written with `..` and `~` too."""
    assert run("build", "--content", "x/../content").code == 0
    assert not (tmp_path / "x").exists()
