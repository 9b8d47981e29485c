"""Many files in one, the same bytes from every Python: stored as they are, since each zlib compresses in its own way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can name: the same bytes on every day and in every time zone."""
READABLE = 0o644 << 16
UNIX = 3


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive with the files in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system = UNIX
            entry.external_attr = READABLE
            archive.writestr(entry, data)
    return stream.getvalue()


def unpack_files(data: bytes) -> dict[str, bytes]:
    """Return the files of a ZIP archive in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
