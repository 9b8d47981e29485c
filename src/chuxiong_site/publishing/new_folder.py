"""Write a new folder whole or not at all; an existing one with anything in it stays as it is."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .errors import WriteFailedError
from .new_files import AlreadyThereError
from .output import is_absent, resolve_output


def check_new_folder(folder: Path) -> None:
    """Raise `AlreadyThereError` unless a new folder can stand there: nothing is there, or an empty folder."""
    folder = resolve_output(folder)
    if folder.is_symlink() or not is_absent(folder):
        raise AlreadyThereError(folder)


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files beside the folder and put them in its place in one step.

    Raises `AlreadyThereError`, and `WriteFailedError` when the disk refuses; then nothing is left.
    """
    folder = resolve_output(folder)
    try:
        check_new_folder(folder)
        made = _make_parents(folder.parent)
        staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise WriteFailedError(error) from error
    try:
        staging.chmod(0o777 & ~_read_mask())
        for name, data in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        check_new_folder(folder)
        if folder.exists():
            shutil.rmtree(folder)  # it holds nothing but what systems leave by themselves
        staging.rename(folder)
    except BaseException as error:
        shutil.rmtree(staging, ignore_errors=True)
        for parent in made:
            parent.rmdir()
        if isinstance(error, OSError):
            raise WriteFailedError(error) from error
        raise


def _make_parents(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the new ones, the innermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _read_mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
