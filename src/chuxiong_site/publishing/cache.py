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


def share_cache(folder: Path) -> None:
    """Give files that packages wrote for their user alone the modes of the folder."""
    with contextlib.suppress(OSError):
        wanted = folder.stat().st_mode & 0o666
        for path in folder.iterdir():
            with contextlib.suppress(OSError):  # another's file
                if path.is_file() and path.stat().st_mode & 0o777 == 0o600 != wanted:
                    path.chmod(wanted)
