"""The base of every exception that this package raises on purpose."""

from __future__ import annotations


class SiteError(Exception):
    """Something that a caller can do something about; its message is a Chinese sentence or a name."""
