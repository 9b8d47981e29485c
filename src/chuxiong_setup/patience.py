"""Run a program that may hang on a network; stop it when it has printed nothing for too long."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from .child import FOR_SETUP, make_environment

SILENCE = 60.0
"""Seconds. Whoever downloads says so more often than this."""
FAILED = 1


def run_patiently(
    command: Sequence[str | Path],
    *,
    changes: Mapping[str, str] | None = None,
    folder: Path | None = None,
    silence: float = SILENCE,
) -> tuple[int, str]:
    """Run a program until it ends or is silent too long; return its status and its output."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=make_environment({**FOR_SETUP, **(changes or {})}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        return FAILED, str(error)
    with process:
        try:
            lines = listen(process, silence)
        finally:
            stop(process)
    return process.returncode, "".join(lines)


def listen(process: subprocess.Popen[str], silence: float) -> list[str]:
    """Return the lines of a program up to its end, or to a silence, which the last line then names."""
    heard: queue.Queue[str | None] = queue.Queue()

    def pass_on() -> None:
        for line in process.stdout or ():
            heard.put(line)
        heard.put(None)

    threading.Thread(target=pass_on, daemon=True).start()
    lines: list[str] = []
    try:
        while (line := heard.get(timeout=silence)) is not None:
            lines.append(line)
        process.wait(silence)
    except (queue.Empty, subprocess.TimeoutExpired):
        lines.append(f"timed out: {silence:.0f} s\n")
    return lines


def stop(process: subprocess.Popen[str]) -> None:
    """End what is still running, with all that it has started."""
    if process.poll() is not None:
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
