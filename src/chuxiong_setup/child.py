"""Start other programs: the steps of the set-up, and the command itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
"""Variables that would make another Python look, or pip install, outside the environment."""
FOR_SETUP = {
    "PYTHONUTF8": "1",
    "PIP_USER": "0",
    "PIP_USE_PEP517": "1",  # an option on old pips, ignored by new ones, which know no other way
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def make_environment(changes: dict[str, str]) -> dict[str, str]:
    """Return this process's variables with changes and without the misleading ones."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING} | changes


def run(
    command: Sequence[str],
    lock_handle: int | None = None,
    on_line: Callable[[str], None] | None = None,
    folder: Path | None = None,
) -> tuple[int, str]:
    """Run a step to its end, in a folder if one is given; return its status and all it printed.

    The child holds the set-up lock too, so the lock outlives a killed parent as long as pip works.
    """
    inherited = () if lock_handle is None or sys.platform == "win32" else (lock_handle,)
    lines: list[str] = []
    with subprocess.Popen(
        command,
        cwd=folder,
        env=make_environment(FOR_SETUP),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=inherited,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            if on_line is not None:
                on_line(line)
    return process.returncode, "".join(lines)


def become(command: list[str], changes: dict[str, str]) -> int:
    """Turn into the command where the system can, else wait for it; signals and exit codes pass through."""
    environment = make_environment(changes)
    if sys.platform != "win32":
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the child heard it too and ends by itself
