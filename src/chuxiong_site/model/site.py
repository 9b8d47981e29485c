"""The finished site as a value: what to write where."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Artifact = bytes | Callable[[], bytes]
"""The bytes of a file, or a call that makes them when they are written."""

Site = Mapping[str, Artifact]
"""Relative path with forward slashes → artifact."""
