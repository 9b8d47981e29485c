"""Write a file for the next run into the cache folder: whole or not at all; it is never required."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


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
