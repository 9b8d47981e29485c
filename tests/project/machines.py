"""What other machines look like to a test: a system, its variables, and programs in its folders."""

from __future__ import annotations

from pathlib import Path

from chuxiong_setup.machine import Machine


def make_machine(folder: Path, platform: str, **environment: str) -> Machine:
    """Return a machine whose every file lies below a folder."""
    return Machine(
        platform=platform,
        architecture="x86_64",
        environment={"PATH": "", **environment},
        home=folder / "home",
        root=folder,
    )


def put(folder: Path, place: str, content: str = "#!/bin/sh\nexit 0\n") -> Path:
    """Put a program somewhere."""
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    path.chmod(0o755)
    return path
