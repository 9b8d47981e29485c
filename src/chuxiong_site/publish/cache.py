"""What is kept for the next run: whole or not at all, and never needed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def prepare_cache(folder: Path) -> None:
    """Make the cache folder where that is possible; without it everything still works, only slower."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)


def write_cache(folder: Path, name: str, data: bytes) -> None:
    """Keep something for the next run, whole or not at all; a disk that refuses is left as it was."""
    with contextlib.suppress(OSError):
        handle, written = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(written).replace(folder / name)
        except OSError:
            Path(written).unlink()
            raise
