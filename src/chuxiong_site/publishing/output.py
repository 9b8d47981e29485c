"""Tell whose an output folder is, and whether the last good site is in it or still beside it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from ..model.names import is_system_file
from .errors import NotOursError, Refusal
from .lock import find_work
from .receipt import RECEIPT, read_receipt

MARKER = ".chuxiong-site"
"""Stands in every output folder of ours; a folder without it is only replaced when empty."""
DOT_FILES = frozenset({MARKER, ".nojekyll"})
"""Empty files of ours whose being there says all."""
UNLISTED = DOT_FILES | {RECEIPT}
"""Files of ours that no receipt lists: hosts drop dot-files, and a receipt cannot hold its own digest."""
OLD = "old"
"""Name in the work folder of a site that is just giving way: the record of a swap in two steps."""


def resolve_output(out: Path) -> Path:
    """Return the one absolute name of an output folder: no `..`, no link on the way; a link at its end stays one."""
    out = out.absolute()
    if out.name in {"", ".."}:
        return Path(os.path.realpath(out))
    return Path(os.path.realpath(out.parent)) / out.name


def check_output(out: Path, content: Path | None = None) -> None:
    """Raise `NotOursError` unless the folder is absent, empty, or a site of ours with nothing else in it.

    `content` is the folder that the site is made from: neither may hold the other. Raises `OSError` for a
    path that the system does not take.
    """
    check_place(out, content)
    out = resolve_output(out)
    if is_absent(out):
        return
    if not (out / MARKER).is_file():
        raise NotOursError(out, Refusal.NOT_EMPTY)
    if foreign := list_foreign(out):
        raise NotOursError(out, Refusal.FOREIGN, foreign)


def check_place(out: Path, content: Path | None = None) -> None:
    """Raise what `check_output` raises for a place where no site can stand, whatever is in it now."""
    out = resolve_output(out)
    if not out.name:
        raise NotOursError(out, Refusal.ROOT)
    find_work(out).exists()  # a name too long for it is one too long for the site
    if out.is_symlink():
        raise NotOursError(out, Refusal.LINK)
    if out.exists() and not out.is_dir():
        raise NotOursError(out, Refusal.FILE)
    if content is not None:
        _check_apart(out, Path(os.path.realpath(content)))


def _check_apart(out: Path, content: Path) -> None:
    out, content = _find_listed_path(out), _find_listed_path(content)
    if out == content or content in out.parents:
        raise NotOursError(out, Refusal.IN_CONTENT)
    if out in content.parents:
        raise NotOursError(out, Refusal.HOLDS_CONTENT)


def _find_listed_path(path: Path) -> Path:
    """Return a path with each name as its disk lists it: where `Content` and `content` are one folder, they have one."""
    listed = Path(path.anchor)
    for name in path.parts[1:]:
        listed /= _find_listed_name(listed, name)
    return listed


def _find_listed_name(folder: Path, name: str) -> str:
    with contextlib.suppress(OSError):
        names = os.listdir(folder)  # noqa: PTH208  # names, not paths
        if name not in names and (folder / name).exists():
            return next((each for each in names if each.casefold() == name.casefold()), name)
    return name


def list_foreign(out: Path) -> tuple[str, ...]:
    """Return the files in a site that its receipt does not list; empty without a receipt."""
    receipt = read_receipt(out)
    if receipt is None:
        return ()
    return tuple(name for name in list_files(out) if name not in receipt.files)


def list_files(folder: Path) -> tuple[str, ...]:
    """Return the files of a site by relative path, without system files and those that every site has."""
    return tuple(sorted(name for name in _walk(folder, "") if name not in UNLISTED))


def _walk(folder: Path | str, prefix: str) -> Iterator[str]:
    with contextlib.suppress(PermissionError, FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if is_system_file(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def find_site(out: Path) -> Path:
    """Return where the last good site stands: in its place, or beside it after a swap was cut off."""
    aside = find_work(resolve_output(out)) / OLD
    return aside if is_absent(out) and (aside / MARKER).is_file() else out


def is_absent(out: Path) -> bool:
    """Tell whether there is no site: no folder, or one that holds only system files."""
    return not out.exists() or (out.is_dir() and all(is_system_file(path.name) for path in out.iterdir()))
