"""Is the site put in place all at once or not at all?"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from folders import FIRST, FIRST_ON_DISK, LITTER, SECOND, SECOND_ON_DISK, list_names, read_folder

from chuxiong_site.publishing import swap
from chuxiong_site.publishing.errors import NotOursError, UnsafeNameError, WriteFailedError
from chuxiong_site.publishing.lock import find_work
from chuxiong_site.publishing.output import MARKER, check_output, find_site
from chuxiong_site.publishing.receipt import RECEIPT, create_receipt, render_receipt
from chuxiong_site.publishing.write_site import publish_site

WITH_RECEIPT = {**FIRST, RECEIPT: render_receipt(create_receipt(FIRST, {}, {}))}


def fail() -> bytes:
    """Fail as a mistake of ours would."""
    raise RuntimeError("broken page")


def refuse(number: int) -> Any:
    """Return a call that fails as the system does."""

    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), "index.html")

    return call


@pytest.mark.usefixtures("swapping")
def test_a_first_site(tmp_path: Path) -> None:
    """The first site is written with its folders, its marker and nothing else; its size is returned."""
    out = tmp_path / "deep" / "_site"
    assert publish_site(FIRST, out) == len(b"firstold")
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(tmp_path / "deep") == ["_site"]


@pytest.mark.usefixtures("swapping")
def test_a_second_site(out: Path) -> None:
    """A second site takes the place of the first; no old page and no spare folder stays behind."""
    publish_site(SECOND, out)
    assert read_folder(out) == SECOND_ON_DISK
    assert list_names(out.parent) == ["_site"]


@pytest.mark.usefixtures("swapping")
def test_a_page_that_cannot_be_made(out: Path) -> None:
    """When a page cannot be made the old site stays as it was, and nothing half-made stays behind."""
    with pytest.raises(RuntimeError, match="broken page"):
        publish_site({"index.html": b"new", "a.html": fail}, out)
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(out.parent) == ["_site"]


@pytest.mark.usefixtures("swapping")
@pytest.mark.parametrize("step", ["write_bytes", "mkdir"])
@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "磁盘满了"), (errno.EROFS, "只读"), (errno.EACCES, "没有写的权限"), (errno.EIO, "/")],
)
def test_a_disk_that_refuses(
    out: Path, step: str, number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the old site stays and the reason is named in words."""
    words = os.strerror(number) if words == "/" else words
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refuse(number))
        with pytest.raises(WriteFailedError, match=words):
            publish_site(SECOND, out)
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(out.parent) == ["_site"]


def test_a_disk_that_cannot_keep(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk takes the bytes but cannot keep them, the old site is not given up for them."""
    monkeypatch.setattr(os, "fsync", refuse(errno.EIO))
    with pytest.raises(WriteFailedError):
        publish_site(SECOND, out)
    assert read_folder(out) == FIRST_ON_DISK


@pytest.mark.skipif(sys.platform == "win32", reason="只有 POSIX 系统能限制文件的大小")
def test_a_real_limit_of_the_system(out: Path, tmp_path: Path) -> None:
    """A file that the system itself refuses to write leaves the old site and no litter."""
    import subprocess

    code = (
        "import resource, sys; from pathlib import Path\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from chuxiong_site.publishing.errors import WriteFailedError\n"
        "from chuxiong_site.publishing.write_site import publish_site\n"
        "try: publish_site({'a.html': b'x' * 5000}, Path(sys.argv[1]))\n"
        "except WriteFailedError: sys.exit(7)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(out)], check=False).returncode == 7
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(tmp_path) == ["_site"]


def test_a_parent_that_is_a_file(tmp_path: Path) -> None:
    """An output folder below a file is refused with the reason."""
    (tmp_path / "notes").write_bytes(b"mine")
    with pytest.raises(WriteFailedError):
        publish_site(FIRST, tmp_path / "notes" / "_site")
    assert read_folder(tmp_path) == {"notes": b"mine"}


def test_a_swap_that_fails_half_way(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new folder cannot take the place of the old one, the old one is put back."""
    monkeypatch.setattr(swap, "exchange", lambda _a, _b: False)
    rename = Path.rename

    def refuse_new(path: Path, target: Path) -> Path:
        if path.name.startswith("new-"):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(WriteFailedError):
        publish_site(SECOND, out)
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(out.parent) == ["_site"]


def test_a_swap_that_cannot_be_undone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When even putting back fails, the old site is kept beside its place, found there, and restored by the next run."""
    monkeypatch.setattr(swap, "exchange", lambda _a, _b: False)
    rename = Path.rename

    def refuse_out(path: Path, target: Path) -> Path:
        if Path(target) == out:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse_out)
        with pytest.raises(WriteFailedError):
            publish_site(SECOND, out)
    assert not out.exists()
    assert read_folder(find_site(out)) == FIRST_ON_DISK
    with pytest.raises(RuntimeError, match="broken page"):
        publish_site({"a.html": fail}, out)
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(out.parent) == ["_site"]


def test_an_empty_folder_does_not_hide_the_last_site(out: Path) -> None:
    """A site that stepped aside is restored even when somebody made an empty folder in its place."""
    work = find_work(out)
    work.mkdir()
    out.rename(work / "old")
    out.mkdir()
    (out / "desktop.ini").write_bytes(b"")
    with pytest.raises(RuntimeError, match="broken page"):
        publish_site({"a.html": fail}, out)
    assert read_folder(out) == FIRST_ON_DISK


def test_leftovers_of_killed_runs(out: Path) -> None:
    """What a killed run left in the work folder is removed by the next; folders beside it are others' affair."""
    (find_work(out) / "new-abc").mkdir(parents=True)
    (find_work(out) / "new-abc" / "half.html").write_bytes(b"half")
    (out.parent / "_site.backup").mkdir()
    publish_site(SECOND, out)
    assert list_names(out.parent) == ["_site", "_site.backup"]


def test_folders_of_others_are_refused(tmp_path: Path) -> None:
    """A folder with files that are not ours is refused and not touched."""
    out = tmp_path / "papers"
    out.mkdir()
    (out / "thesis.txt").write_bytes(b"years of work")
    with pytest.raises(NotOursError):
        publish_site(FIRST, out)
    assert read_folder(tmp_path) == {"papers/thesis.txt": b"years of work"}


def test_files_of_others_in_our_site_are_refused(tmp_path: Path) -> None:
    """A file that somebody put into the site would be lost with it: it is named, and nothing is replaced."""
    out = tmp_path / "_site"
    publish_site(WITH_RECEIPT, out)
    (out / "2023" / "CNAME").write_bytes(b"example.org")
    with pytest.raises(NotOursError) as refused:
        publish_site(SECOND, out)
    assert refused.value.foreign == ("2023/CNAME",)
    assert (out / "index.html").read_bytes() == b"first"


def test_litter_of_the_system_is_no_obstacle(tmp_path: Path) -> None:
    """What systems and programs leave in a folder is replaced with it, and so is a page changed by hand."""
    out = tmp_path / "_site"
    publish_site(WITH_RECEIPT, out)
    for name in LITTER:
        (out / "2023" / name).write_bytes(b"")
        (out / name).write_bytes(b"")
    (out / "__MACOSX" / "2023").mkdir(parents=True)
    (out / "__MACOSX" / "2023" / "._old.html").write_bytes(b"")
    (out / "index.html").write_bytes(b"by hand")
    publish_site(SECOND, out)
    assert read_folder(out) == SECOND_ON_DISK


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """An empty folder may become the site."""
    (tmp_path / "_site").mkdir()
    publish_site(FIRST, tmp_path / "_site")
    assert read_folder(tmp_path / "_site") == FIRST_ON_DISK


@pytest.mark.usefixtures("swapping")
def test_a_folder_of_litter_is_taken(tmp_path: Path) -> None:
    """A folder that somebody has only looked into counts as empty, in the place of a site and in its work folder."""
    out = tmp_path / "_site"
    for folder in (out, find_work(out)):
        folder.mkdir()
        (folder / ".DS_Store").write_bytes(b"")
    publish_site(FIRST, out)
    assert read_folder(out) == FIRST_ON_DISK
    assert list_names(tmp_path) == ["_site"]


def test_files_are_refused(tmp_path: Path) -> None:
    """A file in the place of the output folder is refused and not touched."""
    (tmp_path / "_site").write_bytes(b"mine")
    with pytest.raises(NotOursError):
        publish_site(FIRST, tmp_path / "_site")
    assert (tmp_path / "_site").read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32", reason="创建符号链接在 Windows 上要有特别的权限")
@pytest.mark.parametrize("exists", [True, False])
def test_symbolic_links_are_refused(out: Path, exists: bool) -> None:
    """A symbolic link is refused, even to a site of ours or to nothing."""
    link = out.parent / "link"
    link.symlink_to(out if exists else out.parent / "nothing", target_is_directory=True)
    with pytest.raises(NotOursError):
        publish_site(SECOND, link)
    assert link.is_symlink()
    assert read_folder(out) == FIRST_ON_DISK


@pytest.mark.skipif(sys.platform == "win32", reason="创建符号链接在 Windows 上要有特别的权限")
def test_symbolic_links_inside_are_not_followed(out: Path) -> None:
    """A link inside the old site goes with it; what it points to stays."""
    papers = out.parent / "papers"
    papers.mkdir()
    (papers / "thesis.txt").write_bytes(b"years of work")
    (out / "link").symlink_to(papers, target_is_directory=True)
    publish_site(SECOND, out)
    assert read_folder(papers) == {"thesis.txt": b"years of work"}
    assert read_folder(out) == SECOND_ON_DISK


def test_a_refused_folder_costs_no_work(tmp_path: Path) -> None:
    """A folder is refused before anything is made for it."""
    (tmp_path / "mine.txt").write_bytes(b"")
    with pytest.raises(NotOursError):
        publish_site({"index.html": fail}, tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.html",
        "a/../../evil.html",
        "/etc/evil.html",
        "a\\evil.html",
        "c:evil",
        "",
        "a//b",
        "nul/a.html",
    ],
)
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    """A path that leads out of the output folder, or that some system cannot have, is refused and writes nothing."""
    with pytest.raises(UnsafeNameError):
        publish_site({name: b"evil"}, tmp_path / "deep" / "_site")
    assert read_folder(tmp_path) == {}


def test_relative_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative output folder is counted from where the command runs."""
    monkeypatch.chdir(tmp_path)
    publish_site(FIRST, Path("_site"))
    assert read_folder(tmp_path / "_site") == FIRST_ON_DISK


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="renameat2 只在 Linux 上有")
def test_the_kernel_exchanges(tmp_path: Path) -> None:
    """On Linux two folders change places in one step; where one is missing nothing happens."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    assert swap.exchange(tmp_path / "a", tmp_path / "b")
    assert read_folder(tmp_path) == {"a/b": b"", "b/a": b""}
    assert not swap.exchange(tmp_path / "a", tmp_path / "none")


def test_the_output_is_never_absent(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the kernel's exchange the output is named by no rename at all, so it cannot be absent for a moment."""
    exchanged = []

    def exchange(staging: Path, target: Path) -> bool:
        exchanged.append((staging.parent, target))
        return True

    monkeypatch.setattr(swap, "exchange", exchange)
    monkeypatch.setattr(Path, "rename", refuse(errno.EIO))
    publish_site(SECOND, out)
    assert exchanged == [(find_work(out), out)]


def test_macos_swaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS the two folders are given to `renamex_np` with RENAME_SWAP."""
    calls: list[tuple[object, ...]] = []

    class Library:
        def __init__(self, *_: object, **__: object) -> None:
            self.renamex_np = self.swap

        def swap(self, *arguments: object) -> int:
            calls.append(arguments)
            return 0

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", Library)
    assert swap.exchange(tmp_path / "a", tmp_path / "b")
    assert calls == [(os.fsencode(tmp_path / "a"), os.fsencode(tmp_path / "b"), 2)]


def test_other_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel has no such step it is not tried."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert not swap.exchange(tmp_path, tmp_path)


def test_windows_gets_a_second_chance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that a scanner holds for a moment is renamed as soon as it is free; one held for long is refused."""
    held = iter([True, True, False])
    rename = Path.rename

    def busy(path: Path, target: Path) -> Path:
        if next(held):
            raise PermissionError(errno.EACCES, "busy", str(path))
        return rename(path, target)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(swap.time, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "rename", busy)
    (tmp_path / "a").mkdir()
    swap.rename(tmp_path / "a", tmp_path / "b")
    assert list_names(tmp_path) == ["b"]
    held = iter([True] * swap.ATTEMPTS)
    with pytest.raises(PermissionError):
        swap.rename(tmp_path / "b", tmp_path / "c")


def test_the_marker_is_in_every_site(out: Path) -> None:
    """Every published folder carries the marker by which it is known again."""
    assert (out / MARKER).is_file()
    check_output(out)
