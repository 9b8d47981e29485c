"""A disk that keeps names as they are written and finds them in any case, as those of Windows and macOS do."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

SIZE = 64 * 1024 * 1024
PROGRAMS = ("mkfs.exfat", "mount.exfat-fuse", "losetup", "umount")


def ignores_case(folder: Path) -> bool:
    """Tell whether a folder's disk finds a name in any case."""
    probe = folder / "Probe"
    probe.mkdir()
    try:
        return (folder / "pROBE").is_dir()
    finally:
        probe.rmdir()


@contextlib.contextmanager
def mounting_exfat(folder: Path) -> Iterator[Path | None]:
    """Lend a new exFAT disk, in a file below the folder; `None` where this machine lets nobody mount one."""
    if any(shutil.which(name) is None for name in PROGRAMS) or not hasattr(os, "getuid") or os.getuid() != 0:
        yield None
        return
    image, place = folder / "disk.img", folder / "disk"
    with image.open("wb") as stream:
        stream.truncate(SIZE)
    place.mkdir()
    with contextlib.ExitStack() as stack:
        yield place if _mount(image, place, stack) else None


def _mount(image: Path, place: Path, stack: contextlib.ExitStack) -> bool:
    """Mount the image, and have the stack undo it; tell whether it could be done."""
    if _run("mkfs.exfat", str(image)) is None:
        return False
    device = _run("losetup", "--find", "--show", str(image))
    if device is None:
        return False
    stack.callback(_run, "losetup", "--detach", device)
    if _run("mount.exfat-fuse", device, str(place)) is None:
        return False
    stack.callback(_run, "umount", str(place))
    return True


def _run(*command: str) -> str | None:
    """Return what a program printed; `None` where it failed."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.stdout.strip() if ran.returncode == 0 else None
