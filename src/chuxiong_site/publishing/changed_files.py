"""Write staff's files anew, each only where it still is what the change was made from."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..model.errors import SiteError
from ..model.records import dataclass
from .errors import WriteFailedError


class ChangedMeanwhileError(SiteError):
    """Another program wrote a file since it was read; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A file as it has to be now, and as it is to be."""

    path: Path
    before: bytes
    after: bytes


def write_changes(changes: Mapping[str, FileChange]) -> None:
    """Write all changes, each file in one step; a file that is not as expected, or a disk that refuses, undoes what was written.

    Raises `ChangedMeanwhileError` or `WriteFailedError`.
    """
    for change in changes.values():
        _expect(change)
    written: list[FileChange] = []
    try:
        for change in changes.values():
            _expect(change)
            _replace(change.path, change.after)
            written.append(change)
    except BaseException as error:
        for change in written:
            with contextlib.suppress(OSError):
                _replace(change.path, change.before)
        if isinstance(error, OSError):
            raise WriteFailedError(error) from error
        raise


def _expect(change: FileChange) -> None:
    try:
        found = change.path.read_bytes()
    except OSError as error:
        raise ChangedMeanwhileError(change.path) from error
    if found != change.before:
        raise ChangedMeanwhileError(change.path)


def _replace(path: Path, data: bytes) -> None:
    """Put a file in the place of another: a reader, or a loss of power, meets the old one or the new one whole."""
    target = path.resolve()
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "没有写它的权限", str(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp~", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(stat.S_IMODE(target.stat().st_mode))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
