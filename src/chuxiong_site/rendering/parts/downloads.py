"""A file that readers can take away, as pages and packages show it."""

from __future__ import annotations

from ...model.records import dataclass
from ...model.site import DIGITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that readers can take away."""

    path: str
    name: str
    about: str
    media_type: str
    size: int | None
    """In bytes; `None` for a file that is made of all reports: none of them can know it."""

    sha256: str = ""
    """Of its bytes, in hexadecimal digits; empty for a file that is made of all reports."""

    @property
    def digest(self) -> str:
        """How an address names its bytes."""
        return self.sha256[:DIGITS]

    @property
    def size_words(self) -> str:
        """The size as readers see it: 49 KB; empty when it is not known."""
        return "" if self.size is None else f"{max(1, round(self.size / 1000))} KB"
