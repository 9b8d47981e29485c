"""The finished site as a value: what to write where."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from ..memory import remember
from .records import dataclass

PART_FILES = "files"
"""In the folder of a report's part of a site: the folder of its files."""

Artifact = bytes | Callable[[], bytes]
"""The bytes of a file, or a call that makes them when they are written."""

Site = Mapping[str, Artifact]
"""Relative path with forward slashes → artifact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that stands on the disk, made and proved before: called, it reads its bytes."""

    place: Path
    sha256: str
    size: int
    """Bytes."""
    read: Callable[[Path], bytes]

    def __call__(self) -> bytes:
        """Return the bytes as they stand there now."""
        return self.read(self.place)


def make_artifact(artifact: Artifact) -> bytes:
    """Return the bytes of a file, made now where they were not made before."""
    return artifact if isinstance(artifact, bytes) else artifact()


DIGITS = 8
"""Of a SHA-256: so many are enough to tell the files of a site apart."""


def compute_digest(data: bytes) -> str:
    """Return how an address names the bytes behind it: eight hexadecimal digits of their SHA-256."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def compute_sha256(artifact: Artifact) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal digits; of a kept one it is known."""
    if isinstance(artifact, KeptFile):
        return artifact.sha256
    return hashlib.sha256(make_artifact(artifact)).hexdigest()


def compute_size(artifact: Artifact) -> int:
    """Return how many bytes a file has."""
    return artifact.size if isinstance(artifact, KeptFile) else len(make_artifact(artifact))


def name_bytes(site: Site, path: str) -> str:
    """Return how an address names the bytes at a path."""
    return compute_sha256(site.get(path, b""))[:DIGITS]


@remember
def compute_weight(data: bytes) -> int:
    """Return how many bytes servers send of a file: compressed as `gzip` does by itself."""
    return len(gzip.compress(data, mtime=0))


def read_artifact(site: Site, path: str) -> bytes:
    """Return the bytes at a path; none where the site has no such file."""
    return make_artifact(site.get(path, b""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture that stands before the site's name."""

    ending: str
    """`svg`, `png` or `webp`."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLibrary:
    """The plotly.js bundle that is shipped, and what a page must know to load it."""

    version: str
    edition: str
    """`full` for the one inside the Python package; any other has been cut down."""
    weight: int
    """Bytes, gzipped, as a server sends them."""
    style_ids: tuple[str, ...]
    """The ids of the style elements that it adds to a page by itself, unless something with that id is there."""
    digest: str
    """How its address names its bytes."""
    bundle: Artifact = b""

    @property
    def path(self) -> str:
        """Path of the bundle in the site; it contains the digest, so that caches never serve an old one."""
        return f"assets/plotly-{self.edition}-{self.version}.{self.digest}.js"

    @property
    def size(self) -> str:
        """The size in words for a button."""
        return f"{self.weight / 1_000_000:.1f} MB"

    @property
    def is_full(self) -> bool:
        """Whether it is the whole bundle of the Python package."""
        return self.edition == "full"
