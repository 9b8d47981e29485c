"""Does the site come to be on a disk that finds names in any case, and deep in folders with long names?"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from volumes import ignores_case, mounting_exfat

from chuxiong_site.cli import options
from command_runs import Run, create_run
from sample_projects import copy_fixture

LONG = "很长的文件夹名称" * 4


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Lend a folder on a disk that finds names in any case: this machine's own, or one that is mounted for it."""
    folder = tmp_path_factory.mktemp("disk")
    with contextlib.ExitStack() as stack:
        place = folder if ignores_case(folder) else stack.enter_context(mounting_exfat(folder))
        if place is None:
            pytest.skip("这台机器没有不分大小写的磁盘，也不能装上一个（要 root、mkfs.exfat 和 exfat-fuse）。")
        assert ignores_case(place)
        yield place


@pytest.fixture
def project(disk: Path, tmp_path: Path) -> Path:
    """Put the small project onto that disk, in a folder of its own."""
    folder = disk / tmp_path.name
    folder.mkdir()
    copy_fixture("small", folder)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], project: Path) -> Run:
    """Run the command in that project."""
    monkeypatch.setattr(options, "ROOT", project)
    monkeypatch.chdir(project)
    return create_run(monkeypatch, capfd)


def test_a_site_on_a_disk_that_ignores_case(run: Run, project: Path) -> None:
    """It is built, found up to date by another spelling of its name, equal to its receipt, and proved."""
    built = run("build")
    assert (built.code, built.err) == (0, "")
    assert run("build", "--out", "_SITE").out.startswith("网站已是最新")
    assert run("verify", "_Site").code == 0
    assert run("prove").code == 0
    assert sorted(path.name for path in project.iterdir() if path.name != ".cache") == ["_site", "content"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "Content/x"), "在内容文件夹里"),
        (("--out", "CONTENT"), "在内容文件夹里"),
        (("--content", "CONTENT", "--out", "content/_site"), "在内容文件夹里"),
        (("--content", "OUT/content", "--out", "oUT"), "里放着内容文件夹"),
    ],
)
def test_content_by_another_spelling(run: Run, project: Path, arguments: tuple[str, ...], said: str) -> None:
    """The content folder is known by any spelling: no site is laid into it or round it."""
    if "OUT/content" in arguments:
        copy_fixture("small", project / "out")
    ran = run("build", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (project / "content" / "x").exists()


def test_a_project_deep_in_long_names(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A path of far more than 260 characters, which was once all that Windows took, is as good as any."""
    deep = tmp_path.joinpath(*[f"{LONG}{number}" for number in range(8)])
    try:
        content = copy_fixture("small", deep)
    except OSError as error:
        if sys.platform != "win32":
            raise
        pytest.skip(f"这台 Windows 没有打开长路径（{error}）。")
    assert len(str(content)) > 260
    monkeypatch.setattr(options, "ROOT", deep)
    run = create_run(monkeypatch, capfd)
    built = run("build")
    assert (built.code, built.err) == (0, "")
    assert run("prove").code == 0


def test_no_name_of_ours_is_long(run: Run, project: Path) -> None:
    """The site's own paths are short: below a usual folder they stay within what every Windows takes."""
    run("build")
    names = [path.relative_to(project / "_site").as_posix() for path in (project / "_site").rglob("*")]
    assert names
    assert max(map(len, names)) < 120
