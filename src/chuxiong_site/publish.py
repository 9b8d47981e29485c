"""Site → disk, all at once or not at all. The only place that writes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path

from .model.site import Site

MARKER = ".chuxiong-site"
"""Stands in every output folder of ours; a folder without it is only replaced when empty."""
AT_FDCWD = -100
RENAME_EXCHANGE = 2


class NotOursError(Exception):
    """The output folder holds something that this program did not write."""


def publish_site(site: Site, out: Path) -> int:
    """Write the site beside `out`, then put it in its place; return how many bytes it has.

    Whatever goes wrong before the last step leaves `out` as it was.
    """
    out = out.absolute()
    check_output(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f"{out.name}.new-", dir=out.parent))
    try:
        total = _write_files(site, staging)
        staging.chmod(0o755)
        _swap(staging, out)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    shutil.rmtree(staging, ignore_errors=True)
    return total


def prepare_cache(folder: Path) -> None:
    """Make the cache folder where that is possible; without it everything still works, only slower."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)


def write_cache(folder: Path, name: str, data: bytes) -> None:
    """Keep something for the next run, whole or not at all."""
    with contextlib.suppress(OSError), tempfile.NamedTemporaryFile(dir=folder, delete=False) as stream:
        stream.write(data)
        stream.close()
        Path(stream.name).replace(folder / name)


def check_output(out: Path) -> None:
    """Raise `NotOursError` unless the folder is absent, empty, or one of ours."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOursError(out)
    if out.is_dir() and not (out / MARKER).is_file() and any(out.iterdir()):
        raise NotOursError(out)


def _write_files(site: Site, folder: Path) -> int:
    total = 0
    for name, artifact in site.items():
        data = artifact if isinstance(artifact, bytes) else artifact()
        path = folder / name
        assert folder in path.parents, name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        total += len(data)
    (folder / MARKER).write_bytes(b"")
    return total


def _swap(staging: Path, out: Path) -> None:
    """Put `staging` in the place of `out`; afterwards `staging` holds the old site or is gone."""
    if not out.exists():
        staging.rename(out)
    elif not _exchange(staging, out):
        aside = out.with_name(f"{out.name}.old-{staging.name.rpartition('-')[2]}")
        out.rename(aside)
        try:
            staging.rename(out)
        except BaseException:
            aside.rename(out)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two folders in one step of the kernel; return False where that cannot be had."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(rename(AT_FDCWD, os.fsencode(a), AT_FDCWD, os.fsencode(b), RENAME_EXCHANGE) == 0)
