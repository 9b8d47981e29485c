"""A digest of all that a build reads: the program, the content, the templates, the chart library.

Equal digests mean equal bytes of equal names, so a build would come to the same site. No date of a file is believed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from ..model.records import dataclass
from .find_bundle import find_bundle
from .find_templates import find_templates
from .read_program import read_program

READ = (".md", ".png", ".svg", ".txt", ".webp", ".yaml")
"""Endings of the content files that are read; of all others only the names count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What the files of a build are, and which writing of them it is."""

    digest: str
    stamp: str
    """Changes also when a file was written anew with the same bytes: something else may have stood in it meanwhile."""


def read_fingerprint(content: Path, root: Path) -> Fingerprint | None:
    """Return the fingerprint of a build of `content` in the project `root`; `None` when a file is not handed out."""
    digest, stamp = hashlib.sha256(read_program().encode()), hashlib.sha256()
    try:
        for name, path in _list_inputs(content, root):
            status, data = _read(path) if path else ((), b"")
            digest.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
            digest.update(data)
            stamp.update(repr(status).encode())
    except OSError:
        return None
    return Fingerprint(digest=digest.hexdigest(), stamp=stamp.hexdigest())


def _read(path: str) -> tuple[tuple[int, ...], bytes]:
    with open(path, "rb") as stream:  # noqa: PTH123  # 200 files at every start: a Path each costs as much as reading
        status = os.fstat(stream.fileno())
        return (status.st_ino, status.st_mtime_ns, status.st_ctime_ns), stream.read()


def _list_inputs(content: Path, root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield the name of every file that counts, in order, with its path where its bytes count too."""
    for folder in (content, content / "reports"):
        for entry in _scan(folder):
            read = entry.name.endswith(READ) and entry.is_file()
            yield f"{folder.name}/{entry.name}", entry.path if read else None
    for templates in dict.fromkeys((find_templates().resolve(), (root / "templates").resolve())):
        yield "templates/", None
        yield from _list_files(str(templates), "")
    yield "plotly.js", str(find_bundle(root))


def _list_files(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in _scan(folder):
        if entry.is_dir():
            yield from _list_files(entry.path, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.path


def _scan(folder: Path | str) -> list[os.DirEntry[str]]:
    """Return what stands in a folder by name; nothing where there is none."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
