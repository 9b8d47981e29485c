"""Is an environment made where a distribution leaves out pip, a disk knows no links, or an old one is in the way?"""

from __future__ import annotations

import errno
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from environments import LOCK, make

from built import ROOT
from chuxiong_setup import child, debian, environment, words
from chuxiong_setup.errors import SetupError


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Carry out no step on a Python that has pip, and return which were asked for: `venv` and `pip` succeed."""
    asked: list[str] = []

    def pretend(command: list[str], *_: object, **__: object) -> tuple[int, str]:
        asked.append(" ".join(Path(part).name for part in command[1:]))
        if "venv" in command:
            make(Path(command[-1]))
        return 0, ""

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: True)
    monkeypatch.setattr(environment, "run", pretend)
    monkeypatch.setattr(debian, "run", pretend)
    return asked


def test_a_python_without_pip_is_given_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[str]
) -> None:
    """On Debian and Ubuntu without python3-venv the system's own wheel installs itself; nobody has to be root."""
    wheel = tmp_path / debian.WHEELS / "pip-23.0.1-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    wheel.touch()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(environment, "fetch_pip", lambda *_: debian.find_wheel(tmp_path))
    environment.create_environment(tmp_path / ".venv", 0)
    assert steps == ["-m venv --without-pip .venv", f"pip install --no-index --no-compile {wheel.name}"]


def test_without_a_pip_to_be_had_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[str]
) -> None:
    """Where the distribution has other tools the sentence says what is wanted, and an old environment stays."""
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(debian, "find_wheel", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetupError, match=r"^这个 Python 没有附带 pip 和 venv：请用系统的软件包工具装上"):
        environment.create_environment(tmp_path / ".venv", 0)
    assert steps == []
    assert (tmp_path / ".venv").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="apt 只在 Debian、Ubuntu 上")
def test_an_archive_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pip that cannot be fetched ends in the two commands that bring it, and in what apt said."""
    said = "Err:1 archive.invalid\nE: Failed to fetch the list\n"
    monkeypatch.setattr(debian, "find_wheel", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian, "run", lambda *_, **__: (100, said))
    with pytest.raises(SetupError, match=r"apt-get update\n(?s:.*)E: Failed to fetch the list"):
        debian.fetch_pip(tmp_path, 0)


@pytest.mark.parametrize(
    ("is_root", "has_sudo", "who", "before"),
    [
        (True, False, "请运行下面两行", ""),
        (True, True, "请运行下面两行", ""),
        (False, True, "请运行下面两行", "sudo "),
        (False, False, "请管理员（root）运行下面两行", ""),
    ],
)
def test_the_commands_are_those_that_work_here(is_root: bool, has_sudo: bool, who: str, before: str) -> None:
    """Root, who has no sudo in a container, is shown none; the list of packages is fetched first."""
    lines = words.describe_unfetched_pip((3, 11), "E: no", is_root=is_root, has_sudo=has_sudo).splitlines()
    assert who in lines[1]
    assert lines[2:4] == [f"    {before}apt-get update", f"    {before}apt-get install -y python3.11-venv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上本来就不用链接")
@pytest.mark.usefixtures("steps")
def test_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no link can be made (exFAT), a folder stands in the place of the one that venv insists on."""
    environment.create_environment(tmp_path / "with", 0)
    assert sorted(path.name for path in (tmp_path / "with").iterdir()) == ["bin", "pyvenv.cfg"]

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "symlink_to", refuse)
        assert not environment.can_link(tmp_path)
    monkeypatch.setattr(environment, "can_link", lambda _: False)
    environment.create_environment(tmp_path / "without", 0)
    assert (tmp_path / "without" / "lib64").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这种权限")
@pytest.mark.usefixtures("steps")
def test_a_disk_that_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be programs (some ways to mount a stick) that is said, not that something may not be written."""
    monkeypatch.setattr(
        os, "access", lambda path, mode: not (mode == os.X_OK and Path(path).name == "python")
    )
    with pytest.raises(SetupError, match=f"^{words.NO_PROGRAMS}$"):
        environment.create_environment(tmp_path / ".venv", 0)


def test_an_environment_that_cannot_be_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's old environment ends in a sentence that says whom to ask, and in 3."""
    (tmp_path / ".venv").mkdir()

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(SetupError, match=r"^原来的 .venv 清除不了（.*\.venv）：它属于另一个用户"):
        environment.remove(tmp_path / ".venv")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 的符号链接需要权限")
def test_removing_a_link_spares_what_it_leads_to(tmp_path: Path) -> None:
    """A `.venv` that is a link is taken away; the folder behind it stays."""
    (tmp_path / "shared").mkdir()
    (tmp_path / ".venv").symlink_to(tmp_path / "shared")
    environment.remove(tmp_path / ".venv")
    assert [path.name for path in tmp_path.iterdir()] == ["shared"]


def test_what_is_never_imported_is_not_compiled(tmp_path: Path, steps: list[str]) -> None:
    """Pip leaves compiling to the first import."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text(LOCK, encoding="utf-8")
    environment.create_environment(tmp_path / ".venv", 0)
    steps.clear()
    environment.install(tmp_path, tmp_path / ".venv", "run", 0)
    assert all("--no-compile" in step.split() for step in steps)
    assert len(steps) == 2


def test_where_python_keeps_nothing_compiled_pip_does_it() -> None:
    """With PYTHONDONTWRITEBYTECODE every start would compile anew what pip did not."""
    code = "from chuxiong_setup.environment import COMPILING; print(COMPILING)"
    command = [sys.executable, "-B", "-c", code]
    environment_of_child = child.make_environment({"PYTHONPATH": str(ROOT / "src")})
    answer = subprocess.run(command, env=environment_of_child, capture_output=True, text=True, check=True)
    assert answer.stdout == "()\n"
