"""Watch for saves: one notice for many saves in a row, also when whole folders are replaced.

The system's notices say when to look; what counts is whether the files are others than at the last look, so a
notice too many makes no rebuild, and one too few (network drives) is made up for a second later.
"""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from ..model.names import is_system_file

STEP = 60
"""Milliseconds of quiet after which a row of saves counts as finished."""
DEBOUNCE = 1000
"""Milliseconds after which even an unfinished row is taken."""
LOOK = 1000
"""Milliseconds after which the files are looked at without any notice."""

Marks = Mapping[Path, tuple[int, int, int]]
"""File → what changes with its content: its node on the disk, time of the last save, size."""

OnDeaf = Callable[[Exception], None]


def watch_folders(folders: Sequence[Path], stop: threading.Event, on_deaf: OnDeaf) -> Iterator[None]:
    """Return what yields after every row of saves from now on, until told to stop.

    `on_deaf` is told when the system gives no notices; the files are still looked at every second.
    """
    return _watch(folders, stop, read_marks(folders), on_deaf)


def _watch(folders: Sequence[Path], stop: threading.Event, marks: Marks, on_deaf: OnDeaf) -> Iterator[None]:
    while not stop.is_set():
        watched = [folder for folder in folders if folder.is_dir()]
        nodes = [_find_node(folder) for folder in folders]
        for _ in _wait_for_notices(watched, stop, on_deaf):
            now = read_marks(folders)
            if now != marks:
                marks = now
                yield
            if [_find_node(folder) for folder in folders] != nodes:
                break


def _wait_for_notices(watched: Sequence[Path], stop: threading.Event, on_deaf: OnDeaf) -> Iterator[object]:
    """Yield at every notice and every second; without a folder to watch or a system that tells, every second."""
    try:
        if not watched:
            raise FileNotFoundError
        yield from watch(
            *watched,
            stop_event=stop,
            step=STEP,
            debounce=DEBOUNCE,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
    except FileNotFoundError:  # gone meanwhile: look again soon
        stop.wait(LOOK / 1000)
        yield None
    except (OSError, RuntimeError) as error:  # a limit of watched files, or a disk that knows no notices
        on_deaf(error)
        while not stop.wait(LOOK / 1000):
            yield None


def read_marks(folders: Sequence[Path]) -> Marks:
    """Return the marks of all files below the folders, without editors' own files."""
    counts = DefaultFilter()
    marks = {}
    for folder in folders:
        for inside, _, names in os.walk(folder):  # passes over what goes away meanwhile
            for path in (Path(inside, name) for name in names if not is_system_file(name)):
                if counts(Change.modified, str(path)) and (mark := _read_mark(path)):
                    marks[path] = mark
    return marks


def _read_mark(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _find_node(folder: Path) -> int:
    """Return a number that tells a folder from another of the same name; 0 where there is none."""
    try:
        return folder.stat().st_ino
    except OSError:
        return 0
