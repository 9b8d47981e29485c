"""Bring files to the disk: what a power cut must not take."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path


def flush_to_disk(paths: Iterable[Path]) -> None:
    """`fsync` these files and folders, many at once: that is far faster."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(_flush_one, paths))


def _flush_one(path: Path) -> None:
    """`fsync` one file or folder. Windows syncs no folders, and files only when opened for writing."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or sys.platform != "win32" else os.O_RDWR)
    try:
        with contextlib.suppress(OSError) if path.is_dir() else contextlib.nullcontext():
            os.fsync(handle)
    finally:
        os.close(handle)
