"""A lock of the system that keeps two runs apart; it ends with its holder.

The lock is a file in the work folder `<out>.work` beside the output, where sites are also made ready.
Both are gone once the work is done, so the file is only believed while it is still the one at its path.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .errors import BusyError

TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
PATIENCE = 60.0
"""Seconds; publishing takes less than one."""
PAUSE = 0.05


def find_work(out: Path) -> Path:
    """Return the work folder of an output folder; it stands on the same disk."""
    return out.with_name(f"{out.name}.work")


@contextlib.contextmanager
def hold_output(
    out: Path, *, patience: float = PATIENCE, on_wait: Callable[[], None] = lambda: None
) -> Iterator[Path]:
    """Hold the output folder for this run alone and yield its work folder; wait for another run first.

    Raises `BusyError` after `patience` seconds. Leaves the work folder only when something is in it.
    """
    work = find_work(out)
    handle = _wait_for(work, patience, on_wait)
    try:
        yield work
    finally:
        _release(work, handle)


def _wait_for(work: Path, patience: float, on_wait: Callable[[], None]) -> int:
    deadline = time.monotonic() + patience
    told = False
    while True:
        handle = _try_to_hold(work)
        if handle is not None:
            return handle
        if time.monotonic() > deadline:
            raise BusyError(work)
        if not told:
            on_wait()
            told = True
        time.sleep(PAUSE)


def _try_to_hold(work: Path) -> int | None:
    """Return the handle of the lock, or `None` while another run holds it or has just removed it."""
    work.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(work / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except FileNotFoundError:
        return None
    if _take(handle) and _is_at(handle, work / "lock"):
        return handle
    os.close(handle)
    return None


def _take(handle: int) -> bool:
    """Try once, without waiting. A file system that knows no locks counts as free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in TAKEN
    return True


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _release(work: Path, handle: int) -> None:
    """Remove the lock while it is held; Windows removes no open file, so there once more after it."""
    with contextlib.suppress(OSError):
        (work / "lock").unlink()
    os.close(handle)
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            (work / "lock").unlink()
    with contextlib.suppress(OSError):
        work.rmdir()
