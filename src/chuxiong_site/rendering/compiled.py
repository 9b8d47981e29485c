"""Cache compiled templates, for the preview after a save and for the next run.

Kept in memory under the checksum of their source, so a changed template is never mistaken for its old self.
Opens no file: the build hands in what the last run kept, and takes what this one has added.
"""

from __future__ import annotations

import hashlib
import marshal

import jinja2
from jinja2.bccache import Bucket

DIGEST = hashlib.sha256().digest_size
_kept: dict[str, bytes] = {}
"""Key of a template and checksum of its source → its compiled form, which knows for which Python it was made."""
_loaded: set[str] = set()
"""The keys that the last run knew already."""
_used: set[str] = set()
"""The keys that this run has asked for: only these are kept for the next, so that old templates go."""


class CompiledTemplates(jinja2.BytecodeCache):
    """Lets all environments of this program share their compiled templates; they are made alike."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what was compiled from the same source."""
        key = f"{bucket.key}-{bucket.checksum}"
        if key in _kept:
            _used.add(key)
            bucket.bytecode_from_string(_kept[key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        key = f"{bucket.key}-{bucket.checksum}"
        _used.add(key)
        _kept[key] = bucket.bytecode_to_string()


def load_compiled(data: bytes) -> None:
    """Take what an earlier run kept; a damaged file counts as none."""
    digest, rows = data[:DIGEST], data[DIGEST:]
    if hashlib.sha256(rows).digest() != digest:
        return
    for key, compiled in marshal.loads(rows):
        _kept.setdefault(key, compiled)
        _loaded.add(key)


def dump_compiled() -> bytes | None:
    """Return the bytes to store for the next run; `None` when nothing is new."""
    if _used <= _loaded:
        return None
    _loaded.update(_used)
    rows = marshal.dumps([(key, _kept[key]) for key in sorted(_used)])
    return hashlib.sha256(rows).digest() + rows


def has_compiled() -> bool:
    """Tell whether this process knows any compiled template."""
    return bool(_kept)
