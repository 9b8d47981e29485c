"""What do the tests of the set-up share? An environment as far as it matters to them, and a lock."""

from __future__ import annotations

import sys
from pathlib import Path

from chuxiong_setup import environment, state

LOCK = "click==8 \\\n    --hash=sha256:aa\nsetuptools==84.2.1 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\nzope==1 \\\n    --hash=sha256:dd\n"


def make(venv: Path) -> None:
    """Make what `python -m venv` makes, as far as it matters here."""
    python = state.find_python(venv)
    python.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        python.write_bytes(b"")
    else:
        python.symlink_to(sys.executable)
    base = Path(getattr(sys, "_base_executable", sys.executable))
    (venv / "pyvenv.cfg").write_text(f"home = {base.parent}\nexecutable = {base}\n", encoding="utf-8")


def find_packages(venv: Path) -> Path:
    """Return the folder that pip installs into."""
    return venv / ("Lib/site-packages" if sys.platform == "win32" else "lib/python3.11/site-packages")


def finish(root: Path, *names: str) -> None:
    """Stamp the environment as holding the locks."""
    base = state.find_base(root / ".venv")
    assert base is not None
    stamp = {name: state.compute_digest(state.read_lock(root, name)) for name in names}
    stamp |= {"base": base, "version": "3.11", "packages": " ".join(state.list_packages(root / ".venv"))}
    environment.write_stamp(root / ".venv", stamp)
