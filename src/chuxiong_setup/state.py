"""Tell whether the environment in `.venv` is finished, present, and what the lock asks for. Reads only; runs at every start."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path

from .errors import SetupError

STAMP = "chuxiong-setup.txt"
"""Written into `.venv` when all is installed: the locks' digests, the packages, the interpreter and its version."""


def find_python(venv: Path) -> Path:
    """Return where the environment's interpreter stands on this system, made or not."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def find_base(venv: Path) -> str | None:
    """Return the interpreter the environment was made from, or `None` when it is gone.

    `pyvenv.cfg` names it: what stands in the environment is a link, a copy (a disk without links) or a launcher.
    """
    if sys.platform == "win32":
        base = Path(read_setting(venv, "home")) / "python.exe"
    else:
        base = Path(read_setting(venv, "executable"))
    return str(base) if is_file(base) and is_file(find_python(venv)) else None


def is_file(path: Path) -> bool:
    """Say whether a file is there; one that may not be looked at, or whose links run in a circle, is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def read_setting(venv: Path, name: str) -> str:
    """Return what `pyvenv.cfg` says, nothing when it does not."""
    for line in read_lines(venv / "pyvenv.cfg"):
        key, _, value = line.partition("=")
        if key.strip() == name:
            return value.strip()
    return ""


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file, none when there is no file."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def list_packages(venv: Path) -> set[str]:
    """Return `name-version` of every package that stands in the environment, but pip, which no lock names."""
    pattern = "Lib/site-packages" if sys.platform == "win32" else "lib/*/site-packages"
    try:
        names = [name for folder in venv.glob(pattern) for name in os.listdir(folder)]  # noqa: PTH208  # twice as fast
    except OSError:
        return set()
    found = (name.removesuffix(".dist-info") for name in names if name.endswith(".dist-info"))
    return {name for name in found if not name.startswith("pip-")}


def read_stamp(venv: Path) -> dict[str, str]:
    """Return what the stamp records; empty for an environment that was never finished."""
    return {
        key: value for key, mark, value in (line.partition("=") for line in read_lines(venv / STAMP)) if mark
    }


def read_lock(root: Path, name: str) -> str:
    """Return the text of a lock with plain line ends."""
    lines = read_lines(root / "requirements" / f"{name}.txt")
    if not lines:
        raise SetupError(f"项目不完整：缺少 requirements/{name}.txt，请重新下载整个项目。")
    return "\n".join(lines) + "\n"


def extract_requirement(lock: str, package: str) -> str:
    """Return the lines of one package from a lock, hashes and all."""
    block = re.search(rf"(?m)^{re.escape(package)}==.*(?:\n[ \t]+.*)*", lock)
    if block is None:
        raise SetupError(f"项目不完整：依赖清单里没有 {package}，请重新下载整个项目。")
    return block.group(0) + "\n"


def compute_digest(lock: str) -> str:
    """Return the SHA-256 of a lock's text."""
    return hashlib.sha256(lock.encode("utf-8")).hexdigest()


def is_ready(root: Path, venv: Path, name: str) -> bool:
    """Say whether the lock, as it is now, is installed on an interpreter that is still there, and untouched since."""
    stamp, base = read_stamp(venv), find_base(venv)
    return (
        base is not None
        and stamp.get("base") == base
        and stamp.get(name) == compute_digest(read_lock(root, name))
        and set(stamp.get("packages", "?").split()) <= list_packages(venv)
    )
