"""The finished site as a value: what to write where."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Artifact = bytes | Callable[[], bytes]
"""The bytes of a file, or a call that makes them when they are written."""

Site = Mapping[str, Artifact]
"""Relative path with forward slashes → artifact."""


def make_artifact(artifact: Artifact) -> bytes:
    """Return the bytes of a file, made now where they were not made before."""
    return artifact if isinstance(artifact, bytes) else artifact()


def read_artifact(site: Site, path: str) -> bytes:
    """Return the bytes at a path; none where the site has no such file."""
    return make_artifact(site.get(path, b""))
