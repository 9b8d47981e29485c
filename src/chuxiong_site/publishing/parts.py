"""Keep the files of one report's part of a site, whole or not at all, for the run that makes the whole site."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..model.names import is_system_file
from ..model.site import PART_FILES, Artifact, KeptFile, make_artifact
from .errors import NotOursError, Refusal
from .flush import flush_to_disk
from .output import resolve_output


def write_part(folder: Path, record: tuple[str, bytes], files: Mapping[str, Artifact]) -> None:
    """Write a part into a folder of its own, in the place of the one before. Raises what the disk raises; then nothing is left.

    `record` is the name of the file that tells of the others, and its bytes. Files that stand elsewhere are linked.
    """
    fresh = folder.with_name(f"{folder.name}.{os.urandom(4).hex()}")
    try:
        paths = write_all(files, fresh / PART_FILES)
        (fresh / record[0]).write_bytes(record[1])
        flush_to_disk([*paths, fresh / record[0]])
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def write_all(files: Mapping[str, Artifact], folder: Path) -> list[Path]:
    """Write or link files into a folder; return all that has to be brought to the disk: the new ones, and every folder."""
    folders, fresh = {folder}, []
    folder.mkdir(parents=True, exist_ok=True)
    for name, artifact in files.items():
        path = folder / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.update(parent for parent in path.parents if folder in parent.parents)
        if not (isinstance(artifact, KeptFile) and _link(artifact.place, path)):
            path.write_bytes(make_artifact(artifact))
            fresh.append(path)
    return [*fresh, *folders]


def _link(place: Path, path: Path) -> bool:
    """Give a file a second name; return whether the disk can. Where it cannot, its bytes are copied."""
    with contextlib.suppress(OSError):
        os.link(place, path)
        return True
    return False


def remove_parts(store: Path, keep: frozenset[str]) -> None:
    """Remove what a store holds of reports that are no more, and what a killed run left."""
    with contextlib.suppress(OSError):
        for path in list(store.iterdir()):
            if path.is_dir() and path.name not in keep:
                shutil.rmtree(path, ignore_errors=True)


def check_parts_folder(folder: Path) -> None:
    """Raise `NotOursError` unless a folder is absent, or holds nothing but parts."""
    folder = resolve_output(folder)
    if folder.exists() and not all(
        is_system_file(path.name) or (path / PART_FILES).is_dir() for path in folder.iterdir()
    ):
        raise NotOursError(folder, Refusal.NOT_EMPTY)
