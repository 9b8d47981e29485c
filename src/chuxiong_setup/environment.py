"""Create and repair `.venv`, and install the packages of a lock into it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from pathlib import Path

from .child import run
from .console import Progress, say
from .debian import fetch_pip, install_pip
from .errors import SetupError
from .setup_lock import hold_setup_lock
from .state import (
    STAMP,
    compute_digest,
    extract_requirement,
    find_base,
    find_python,
    is_file,
    is_ready,
    list_packages,
    read_lock,
    read_stamp,
)
from .words import NO_PROGRAMS, describe_failure, describe_unremovable, hide_password, is_source_setting

INSTALLED_WITH = {"run": ("run",), "test": ("run", "test")}
"""The test lock holds every line of the run lock."""
COMPILING = () if sys.dont_write_bytecode else ("--no-compile",)
"""Most modules are never imported; those that are get compiled then, unless Python is told to keep nothing of it."""


def ensure_environment(root: Path, name: str) -> Path:
    """Return the interpreter of an environment that holds the lock, making or mending it where needed."""
    venv = root / ".venv"
    if not is_ready(root, venv, name):
        with hold_setup_lock(root / ".cache") as lock_handle:
            if not is_ready(root, venv, name):
                prepare_environment(root, venv, name, lock_handle)
    return find_python(venv)


def prepare_environment(root: Path, venv: Path, name: str, lock_handle: int) -> None:
    """Make what is missing. The stamp comes last, so an interrupted set-up is seen as unfinished."""
    if is_usable(venv):
        write_stamp(venv, {**read_stamp(venv), "base": find_base(venv) or ""})
    else:
        create_environment(venv, lock_handle)
    if not is_ready(root, venv, name):
        install(root, venv, name, lock_handle)
    say("运行环境已经备好。")


def is_usable(venv: Path) -> bool:
    """Say whether a finished environment can be installed into: the Python it was made with, and pip."""
    version = read_stamp(venv).get("version")
    if version is None or find_base(venv) is None:
        return False
    try:
        status, output = run(
            [str(find_python(venv)), "-c", "import pip, sys; print('%d.%d' % sys.version_info[:2])"]
        )
    except OSError:  # not a program of this machine
        return False
    return status == 0 and output.strip() == version


def create_environment(venv: Path, lock_handle: int) -> None:
    """Make a new environment in place of a half-made one."""
    wheel = None if importlib.util.find_spec("ensurepip") else fetch_pip(venv.parent / ".cache", lock_handle)
    if os.path.lexists(venv):
        say("原来的 .venv 不完整或已失效，先清除。")
        remove(venv)
    say("第 1 步，共 3 步：建立独立的 Python 环境 .venv（只在本文件夹内，不影响系统）……")
    venv.mkdir()
    if not can_link(venv):
        (venv / "lib64").mkdir()  # the one link that `venv` insists on; the interpreter it copies by itself
    base = getattr(sys, "_base_executable", None) or sys.executable  # never the interpreter just removed
    without = [] if wheel is None else ["--without-pip"]
    status, output = run([base, "-m", "venv", *without, str(venv)], lock_handle)
    if forbids_programs(venv):
        raise SetupError(NO_PROGRAMS)
    if status == 0 and wheel is not None:
        status, output = install_pip(venv, wheel, lock_handle)
    if status != 0:
        raise SetupError(describe_failure(output, []))


def can_link(folder: Path) -> bool:
    """Say whether the disk knows symbolic links: exFAT and FAT do not. Windows is never asked for any."""
    probe = folder / "link"
    try:
        probe.symlink_to("target")
        probe.unlink()
    except OSError:
        return sys.platform == "win32"
    return True


def forbids_programs(venv: Path) -> bool:
    """Say whether the disk lets nothing on it run, by the way it is mounted or by the modes it gives to files."""
    python = find_python(venv)
    if sys.platform == "win32":
        return False
    never = bool(os.statvfs(venv).f_flag & getattr(os, "ST_NOEXEC", 0))
    return never or (is_file(python) and not os.access(python, os.X_OK))


def remove(path: Path) -> None:
    """Delete a folder, a file or a link (not what the link leads to)."""
    try:
        if not path.is_symlink() and path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise SetupError(describe_unremovable(error)) from error


def install(root: Path, venv: Path, name: str, lock_handle: int) -> None:
    """Install setuptools first, since jieba is built with it, then the whole lock: every file by its hash."""
    lock = read_lock(root, name)
    state = {"base": find_base(venv) or "", "version": ".".join(map(str, sys.version_info[:2]))}
    if previous := read_stamp(venv):  # an older lock was whole: from here on it no longer is
        state["version"] = previous["version"]
        write_stamp(venv, state)
    first = venv / "setuptools.txt"
    first.write_text(extract_requirement(lock, "setuptools"), encoding="utf-8")
    say("第 2 步，共 3 步：安装打包工具 setuptools……")
    pip_install(venv, first, 1, lock_handle)
    count = len(re.findall(r"(?m)^[\w.-]+==", lock))
    say(f"第 3 步，共 3 步：下载并安装 {count} 个软件包，每个都核对校验值（首次约需一两分钟）……")
    pip_install(venv, root / "requirements" / f"{name}.txt", count, lock_handle)
    digests = {each: compute_digest(read_lock(root, each)) for each in INSTALLED_WITH[name]}
    write_stamp(venv, state | digests | {"packages": " ".join(sorted(list_packages(venv)))})


def write_stamp(venv: Path, stamp: dict[str, str]) -> None:
    """Record the state in one step."""
    fresh = venv / f"{STAMP}.new"
    fresh.write_text("".join(f"{key}={value}\n" for key, value in sorted(stamp.items())), encoding="utf-8")
    fresh.replace(venv / STAMP)


def pip_install(venv: Path, requirements: Path, count: int, lock_handle: int) -> None:
    """Run pip on one list; the user's own mirror, proxy and certificate settings stay in force."""
    pip = [str(find_python(venv)), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    pinned = ["--require-hashes", "--no-build-isolation", "-r", str(requirements)]
    progress = Progress(count)
    status, output = run([*pip, *COMPILING, *pinned], lock_handle, progress.show)
    progress.clear()
    if status != 0:
        raise SetupError(describe_failure(output, read_source_settings(venv)))


def read_source_settings(venv: Path) -> list[str]:
    """Return pip's settings, from files and variables, that say where packages come from."""
    status, output = run([str(find_python(venv)), "-m", "pip", "config", "list"])
    return [hide_password(line) for line in output.splitlines() if status == 0 and is_source_setting(line)]
