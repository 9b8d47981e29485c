"""Whose folder is it, and is the last good site in it or still beside it?"""

from __future__ import annotations

from pathlib import Path

from .errors import NotOursError
from .lock import find_work
from .receipt import RECEIPT, read_receipt

MARKER = ".chuxiong-site"
"""Stands in every output folder of ours; a folder without it is only replaced when empty."""
UNLISTED = frozenset({MARKER, ".nojekyll", RECEIPT})
"""Files of ours that no receipt lists: hosts drop dot-files, and a receipt cannot hold its own digest."""
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What operating systems leave in any folder."""
OLD = "old"
"""Name in the work folder of a site that is just giving way: the record of a swap in two steps."""


def check_output(out: Path) -> None:
    """Raise `NotOursError` unless the folder is absent, empty, or a site of ours with nothing else in it."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOursError(out)
    if is_absent(out):
        return
    if not (out / MARKER).is_file():
        raise NotOursError(out)
    if foreign := list_foreign(out):
        raise NotOursError(out, foreign)


def list_foreign(out: Path) -> tuple[str, ...]:
    """Return the files in a site that its receipt does not list; without a receipt nothing is known of them."""
    receipt = read_receipt(out)
    if receipt is None:
        return ()
    return tuple(name for name in list_files(out) if name not in receipt.files)


def list_files(folder: Path) -> tuple[str, ...]:
    """Return the files of a site by relative path, without those that every site has and litter."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not _is_folder(path))
    return tuple(
        sorted(name for name in names if name not in UNLISTED and name.rpartition("/")[2] not in LITTER)
    )


def find_site(out: Path) -> Path:
    """Return where the last good site stands: in its place, or beside it after a swap was cut off."""
    aside = find_work(out) / OLD
    return aside if is_absent(out) and (aside / MARKER).is_file() else out


def is_absent(out: Path) -> bool:
    """Tell whether there is no site: no folder, or an empty one."""
    return not out.exists() or (out.is_dir() and not any(out.iterdir()))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
