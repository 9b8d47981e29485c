"""How do two sites differ, and is a folder still what its receipt says?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .output import list_files
from .receipt import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Files by relative path, in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare_receipts(old: Receipt, new: Receipt) -> Difference:
    """Return what the new site has that the old one has not, has otherwise, and has no longer."""
    return compare_files(old.files, new.files)


def verify_folder(folder: Path, receipt: Receipt) -> Difference:
    """Return how a folder differs from its receipt: more than it says, other bytes, less."""
    digests = {name: _compute_digest(folder / name) for name in list_files(folder)}
    return compare_files(receipt.files, digests)


def compare_files(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Compare two tables of path → SHA-256."""
    return Difference(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def _compute_digest(path: Path) -> str:
    """Return the digest; empty for what is no readable file, which then counts as changed."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
