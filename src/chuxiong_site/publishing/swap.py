"""Replace a folder by another: in one step of the kernel where there is one, else in two.

Linux has `renameat2` with RENAME_EXCHANGE and macOS `renamex_np` with RENAME_SWAP: the output is never absent.
Elsewhere the old site steps aside into the work folder, under a name by which the next run finds it again.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
ATTEMPTS = 5
"""Windows refuses to rename a folder while a scanner or an indexer looks into it, mostly for a moment."""


def swap_folders(staging: Path, out: Path, aside: Path) -> None:
    """Put `staging` in the place of `out`; the old site is then in `staging`, in `aside`, or there was none."""
    if not out.exists():
        rename(staging, out)
    elif not exchange(staging, out):
        rename(out, aside)
        try:
            rename(staging, out)
        except BaseException:
            rename(aside, out)
            raise


def exchange(a: Path, b: Path) -> bool:
    """Exchange two folders in one step of the kernel; return False where that cannot be had."""
    try:
        if sys.platform.startswith("linux"):
            call = ctypes.CDLL(None, use_errno=True).renameat2
            result = call(AT_FDCWD, os.fsencode(a), AT_FDCWD, os.fsencode(b), RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            call = ctypes.CDLL(None, use_errno=True).renamex_np
            result = call(os.fsencode(a), os.fsencode(b), RENAME_SWAP)
        else:
            return False
    except (AttributeError, OSError):
        return False
    return bool(result == 0)


def rename(old: Path, new: Path) -> None:
    """Rename a folder; on Windows try again for a moment."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            old.rename(new)
        except PermissionError:
            if sys.platform != "win32" or attempt == ATTEMPTS:
                raise
            time.sleep(0.1 * attempt)
        else:
            return
