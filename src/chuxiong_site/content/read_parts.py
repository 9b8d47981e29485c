"""Read what was kept of a report's part of a site: its record, and its files where they still are what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from ..model.site import PART_FILES, KeptFile
from .read_cache import read_cache

RECORD = "part.bin"
"""In the folder of a part, beside its files."""

Marks = Mapping[str, tuple[str, int]]
"""Path of a file in the site → SHA-256, size in bytes."""


def read_part_record(store: Path, report_id: str) -> bytes:
    """Return the record of a part; empty where there is none."""
    return read_cache(store / report_id, RECORD) or b""


def has_part(store: Path, name: str) -> bool:
    """Tell whether a part is still there: anybody may remove what is kept."""
    return (store / name / RECORD).is_file() and (store / name / PART_FILES).is_dir()


def list_kept_files(store: Path, report_id: str, marks: Marks) -> dict[str, KeptFile]:
    """Return the files of a part by their paths in the site, as a record tells of them; nothing is read."""
    folder = store / report_id / PART_FILES
    return {
        path: KeptFile(place=folder / path, sha256=sha256, size=size, read=Path.read_bytes)
        for path, (sha256, size) in marks.items()
    }


def are_whole(files: Mapping[str, KeptFile]) -> bool:
    """Tell whether every file is there with the bytes that its record tells of. All are read: no date proves anything."""
    try:
        return all(
            hashlib.sha256(file.place.read_bytes()).hexdigest() == file.sha256 for file in files.values()
        )
    except OSError:
        return False
