"""Write files that staff go on with: all or none, never over an existing file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..model.errors import SiteError
from .errors import WriteFailedError


class AlreadyThereError(SiteError):
    """A file of that name exists; it was left as it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def write_new_files(files: Mapping[Path, bytes]) -> None:
    """Write all files or none. Raises `AlreadyThereError`, and `WriteFailedError` when the disk refuses."""
    for path in files:
        if path.exists() or path.is_symlink():
            raise AlreadyThereError(path)
    written: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new_file(path, data, written)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WriteFailedError(error) from error
        raise


def write_new_file(path: Path, data: bytes, written: list[Path]) -> None:
    """Write one file that must not exist, also when another program makes it at this moment."""
    try:
        with path.open("xb") as stream:
            written.append(path)
            stream.write(data)
    except FileExistsError as error:
        raise AlreadyThereError(path) from error
