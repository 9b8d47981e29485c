"""Write a file for the next run into the cache folder: whole or not at all; it is never required."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from .flush import flush_to_disk


def prepare_cache(folder: Path) -> None:
    """Create the cache folder if possible; without it everything works, only slower."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)


def write_cache(folder: Path, name: str, data: bytes) -> None:
    """Write a file for the next run, whole or not at all; errors of the disk are ignored."""
    with contextlib.suppress(OSError):
        fresh = folder / f"{name}.{os.urandom(4).hex()}"
        try:
            with fresh.open("xb") as stream:
                stream.write(data)
            fresh.replace(folder / name)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise


def keep_durably(folder: Path, name: str, data: bytes) -> bool:
    """Write a file that a loss of power must not take, whole or not at all, and make its folder; tell whether the disk let us."""
    fresh = folder / f"{name}.{os.urandom(4).hex()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(folder / name)
        flush_to_disk([folder])
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        return False
    return True
