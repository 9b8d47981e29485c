"""The folders that the preview reads: content, templates, its own files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..model.records import dataclass
from ..problems import shorten_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where things are, and what the browser is given beside the site."""

    content: Path
    root: Path
    browser: Mapping[str, bytes]
    """The preview's own script and style sheet by name."""

    @property
    def shown(self) -> Path:
        """The content folder as staff would type it from where they are."""
        return shorten_path(self.content.absolute(), Path.cwd())
