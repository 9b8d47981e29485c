"""Compare two sites, or a folder with its receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..model.records import dataclass
from .output import list_files
from .receipt import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Files by relative path, in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """Those of which nothing can be said: the system does not hand them out."""

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.unread)


def compare_receipts(old: Receipt, new: Receipt) -> Difference:
    """Return the files that the new site adds, changes and no longer has."""
    return compare_files(old.files, new.files)


def verify_folder(folder: Path, receipt: Receipt) -> Difference:
    """Return the differences of a folder from its receipt: added, changed, missing, unreadable."""
    digests: dict[str, str] = {}
    unread: list[str] = []
    for name in list_files(folder):
        try:
            digests[name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError:
            unread.append(name)
    stated = {name: digest for name, digest in receipt.files.items() if name not in unread}
    return replace(compare_files(stated, digests), unread=tuple(unread))


def compare_files(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Compare two tables of path → SHA-256."""
    return Difference(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
