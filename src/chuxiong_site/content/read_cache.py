"""Read a file that an earlier run kept; `None` when it cannot be read."""

from __future__ import annotations

from pathlib import Path


def read_cache(folder: Path, name: str) -> bytes | None:
    """Return the bytes of a cache file; `None` when it cannot be read."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None
