"""A lock file that keeps two set-ups from running at once; the system frees it when its holder ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .console import say

TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@contextmanager
def hold_setup_lock(folder: Path) -> Iterator[int]:
    """Wait for the lock and hold it; nothing is left behind by a crash, so nothing can go stale."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "setup.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not take(handle):
            say("另一个窗口正在准备运行环境，等它做完……")
            while not take(handle):
                time.sleep(0.3)
        yield handle
    finally:
        os.close(handle)


def take(handle: int) -> bool:
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
