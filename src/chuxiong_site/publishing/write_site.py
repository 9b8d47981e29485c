"""Write a site to disk, whole or not at all.

Everything is written into the work folder, brought safely to the disk, then put in place in one step.
It is brought to the disk (`fsync`) because the old site is removed afterwards: without that, a power cut some
seconds later could leave the new names with empty files behind them, and the old bytes gone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from ..model.names import is_portable_path
from ..model.site import Artifact, KeptFile, Site, compute_size, make_artifact
from .errors import UnsafeNameError, WriteFailedError
from .flush import flush_to_disk
from .lock import PATIENCE, hold_output
from .output import MARKER, OLD, check_output, find_site, resolve_output
from .parts import write_all
from .swap import rename, swap_folders


def publish_site(
    site: Site,
    out: Path,
    *,
    patience: float = PATIENCE,
    on_wait: Callable[[], None] = lambda: None,
) -> int:
    """Write the site beside `out`, then put it in its place; return how many bytes it has.

    Whatever goes wrong before the last step leaves `out` as it was. Raises `NotOursError` for a folder
    that holds something else, `BusyError` when another run does not end, `WriteFailedError` when the disk
    refuses. A swap that an earlier run could not finish is undone first.
    """
    out = resolve_output(out)
    try:
        check_output(out)
        with hold_output(out, patience=patience, on_wait=on_wait) as work:
            restore_site(out, work)
            check_output(out)
            return _publish(site, out, work)
    except OSError as error:
        raise WriteFailedError(error) from error


def restore_site(out: Path, work: Path) -> None:
    """Put a site back that stepped aside and was left there, then remove what killed runs left. Needs the lock."""
    aside = find_site(out)
    if aside != out:
        if out.exists():
            shutil.rmtree(out)
        rename(aside, out)
    for path in work.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != "lock":
            with contextlib.suppress(OSError):
                path.unlink()


def _publish(site: Site, out: Path, work: Path) -> int:
    staging = work / f"new-{os.urandom(4).hex()}"
    try:
        staging.mkdir()
        total = write_files(site, staging)
        swap_folders(staging, out, work / OLD)
        flush_to_disk([out.parent, work])
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if out.exists():
            shutil.rmtree(work / OLD, ignore_errors=True)
    return total


def write_files(site: Site, folder: Path) -> int:
    """Write every file and bring it to the disk; return how many bytes there are. Modes are as the umask says.

    What was kept of an earlier run is there and on the disk already: it only gets a second name.
    """
    files: dict[str, Artifact] = {**site, MARKER: b""}
    for name in files:
        if not is_portable_path(name):
            raise UnsafeNameError(name)
    made = {name: data if isinstance(data, KeptFile) else make_artifact(data) for name, data in files.items()}
    flush_to_disk(write_all(made, folder))
    return sum(map(compute_size, made.values()))
