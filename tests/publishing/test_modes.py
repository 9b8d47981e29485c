"""Every file and folder is as open as the umask says, so whoever shares the folder can go on with it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import FIRST, SECOND

from chuxiong_setup.setup_lock import hold_setup_lock
from chuxiong_site.publishing.lock import hold_output
from chuxiong_site.publishing.new_files import write_new_files
from chuxiong_site.publishing.write_site import publish_site
from command_runs import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 umask")


@pytest.fixture(params=[0o002, 0o022, 0o077], ids=["002", "022", "077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Work under a umask for a shared folder, the usual one, and one for nobody else."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def list_wrong_modes(folder: Path, umask: int) -> dict[str, str]:
    """Return what is more open or more closed than the umask says, with its mode."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o777 if path.is_dir() else 0o666) & ~umask:
            found[str(path)] = f"{mode:o}"
    return found


@pytest.mark.usefixtures("swapping")
def test_a_site(tmp_path: Path, umask: int) -> None:
    """A published site, also one that took the place of another, and the work folder while it is made."""
    out = tmp_path / "shared" / "_site"
    for site in (FIRST, SECOND):
        publish_site(site, out)
        assert list_wrong_modes(out.parent, umask) == {}
    with hold_output(out) as work:
        assert list_wrong_modes(work, umask) == {}


def test_a_build(run: Run, tmp_path: Path, umask: int) -> None:
    """All that a build leaves: the site with its receipt, and the caches in their folder."""
    (tmp_path / ".cache").rename(tmp_path / "words")
    assert run("build").code == 0
    assert list_wrong_modes(tmp_path / "_site", umask) == {}
    assert list_wrong_modes(tmp_path / ".cache", umask) == {}
    assert len(list((tmp_path / ".cache").iterdir())) > 2


def test_new_files_and_locks(tmp_path: Path, umask: int) -> None:
    """Drafts, and the lock of the set-up, in folders that did not exist."""
    write_new_files({tmp_path / "content" / "reports" / "2024.md": b""})
    with hold_setup_lock(tmp_path / "content" / ".cache"):
        assert list_wrong_modes(tmp_path / "content", umask) == {}
