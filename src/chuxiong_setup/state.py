"""Is the environment in `.venv` finished, still standing, and what the lock asks for? Reads only; runs at every start."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from .errors import SetupError

STAMP = "chuxiong-setup.txt"
"""Written into `.venv` when all is installed: the locks' digests, the interpreter and its version."""


def find_python(venv: Path) -> Path:
    """Return where the environment's interpreter stands on this system, made or not."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def find_base(venv: Path) -> str | None:
    """Return the interpreter the environment was made from, or `None` when it is gone."""
    base = read_home(venv) if sys.platform == "win32" else os.path.realpath(find_python(venv))
    return base if Path(base).is_file() and find_python(venv).is_file() else None


def read_home(venv: Path) -> str:
    """Return the base interpreter that `pyvenv.cfg` names: on Windows the environment holds only a launcher."""
    for line in read_lines(venv / "pyvenv.cfg"):
        key, _, value = line.partition("=")
        if key.strip() == "home":
            return str(Path(value.strip()) / "python.exe")
    return ""


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file, none when there is no file."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


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


def compute_digest(lock: str) -> str:
    """Return the SHA-256 of a lock's text."""
    return hashlib.sha256(lock.encode("utf-8")).hexdigest()


def is_ready(root: Path, venv: Path, name: str) -> bool:
    """Say whether the lock, as it is now, is installed on an interpreter that is still there."""
    stamp, base = read_stamp(venv), find_base(venv)
    return (
        base is not None
        and stamp.get("base") == base
        and stamp.get(name) == compute_digest(read_lock(root, name))
    )
