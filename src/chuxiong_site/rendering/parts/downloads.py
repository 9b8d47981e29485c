"""A file that readers can take away, as pages and packages show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that readers can take away."""

    path: str
    name: str
    about: str
    media_type: str
    size: int
    """In bytes."""

    @property
    def size_words(self) -> str:
        """The size as readers see it: 49 KB."""
        return f"{max(1, round(self.size / 1000))} KB"
