"""A record of the machine on which programs are looked for, so that tests can pass any machine."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30
"""Seconds for a program to say its version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A system, its variables, the user's folder and the root of its files."""

    platform: str
    """As `sys.platform` has it."""
    architecture: str
    environment: Mapping[str, str]
    home: Path
    root: Path = Path("/")

    def find_program(self, *names: str) -> Path | None:
        """Return the first of these that stands on the search path."""
        path = self.environment.get("PATH", "")
        found = (shutil.which(name, path=path) for name in names)
        return next((Path(program) for program in found if program), None)


def read_machine() -> Machine:
    """Return the machine this runs on."""
    return Machine(
        platform=sys.platform,
        architecture=platform.machine().lower(),
        environment=dict(os.environ),
        home=Path(os.path.expanduser("~")),  # noqa: PTH111  # never fails, where there is no home either
        root=Path(Path.cwd().anchor),
    )


def answers(program: Path, option: str = "--version", changes: Mapping[str, str] | None = None) -> bool:
    """Say whether a program starts here: not a stub that asks to install it, and no library of the system amiss."""
    try:
        made = subprocess.run(
            [program, option],
            env={**os.environ, **(changes or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return made.returncode == 0
