"""Which bytes do the content files hold? For the receipt; what they mean is read elsewhere."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..model.names import is_litter

PATTERNS = ("*.yaml", "dictionary.txt", "reports/*.md", "reports/*.txt")


def read_digests(root: Path) -> dict[str, str]:
    """Return the SHA-256 of every content file by its path in the content folder; empty for an unreadable one."""
    found = sorted({path for pattern in PATTERNS for path in root.glob(pattern)})
    paths = [path for path in found if path.is_file() and not is_litter(path.name)]
    return {path.relative_to(root).as_posix(): _compute_digest(path) for path in paths}


def _compute_digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
