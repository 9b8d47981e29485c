"""Fetch pip on Debian and Ubuntu, which package it apart from their Python.

From the distribution's own archive, by its own tools: anybody may fetch a package and look into it, and nothing
outside the project's folder changes.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from .child import run
from .console import say
from .errors import SetupError
from .state import find_python
from .words import describe_missing_pip, describe_unfetched_pip

PACKAGE = "python3-pip-whl"
WHEELS = Path("usr/share/python-wheels")


def fetch_pip(folder: Path, lock_handle: int) -> Path:
    """Return the wheel of pip that the system has, or its archive."""
    if (wheel := find_wheel(Path("/"))) is not None:
        return wheel
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        raise SetupError(describe_missing_pip())
    say("这个 Python 没有附带 pip：从系统的软件源取来（只放在本文件夹内，不影响系统）……")
    own = folder / "debian"
    shutil.rmtree(own, ignore_errors=True)
    for name in ("lists/partial", "archives/partial"):
        (own / name).mkdir(parents=True)
    output = download_package(own, lock_handle)
    wheel = find_wheel(own)
    if wheel is None:
        shutil.rmtree(own, ignore_errors=True)
        is_root = sys.platform != "win32" and os.geteuid() == 0
        has_sudo = shutil.which("sudo") is not None
        raise SetupError(
            describe_unfetched_pip(sys.version_info[:2], output, is_root=is_root, has_sudo=has_sudo)
        )
    return wheel


def find_wheel(root: Path) -> Path | None:
    """Return the newest pip among a system's wheels."""
    return max((root / WHEELS).glob("pip-*.whl"), default=None)


def download_package(own: Path, lock_handle: int) -> str:
    """Fetch the package's list and the package, and unpack it; return all that was printed.

    A bare machine has empty lists, and only root may fill them: we keep lists of our own.
    """
    places = (f"Dir::State::Lists={own / 'lists'}", f"Dir::Cache={own}")
    plain = (
        "Debug::NoLocking=1",
        "APT::Sandbox::User=root",
        "Acquire::Languages=none",
        "APT::Update::Error-Mode=any",
    )
    apt = ["apt-get", *(part for setting in (*places, *plain) for part in ("-o", setting))]
    said = ""
    for step in ([*apt, "update"], [*apt, "download", PACKAGE]):
        status, output = run(step, lock_handle, folder=own)
        said += output
        if status != 0:
            return said
    for package in own.glob(f"{PACKAGE}_*.deb"):
        said += run(["dpkg-deb", "-x", str(package), str(own)], lock_handle)[1]
    return said


def install_pip(venv: Path, wheel: Path, lock_handle: int) -> tuple[int, str]:
    """Let the wheel install itself into an environment that has no pip; what was fetched for it is removed."""
    pip = [str(find_python(venv)), str(wheel / "pip"), "install", "--no-index", "--no-compile", str(wheel)]
    status, output = run(pip, lock_handle)
    shutil.rmtree(venv.parent / ".cache" / "debian", ignore_errors=True)
    return status, output
