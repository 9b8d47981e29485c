"""What do the publishing tests look at? Every file of a folder, and two small sites."""

from __future__ import annotations

from pathlib import Path

from chuxiong_site.model.site import Site
from chuxiong_site.publishing.output import MARKER

LITTER = (
    ".DS_Store", "._index.html", "Thumbs.db", "THUMBS.DB", "desktop.ini", ".~lock.2023.md#", "~$2023.md", ".~2023.md",
    "index.html~", "index.html.bak", ".index.html.swp", "#index.html#", ".#index.html", ".nfs0000a1", ".directory",
)  # fmt: skip
"""What systems, office programs and editors leave beside files."""
FIRST: Site = {"index.html": b"first", "2023/old.html": b"old"}
SECOND: Site = {"index.html": lambda: b"second", "data/2023/facts.json": b"{}"}
FIRST_ON_DISK = {"index.html": b"first", "2023/old.html": b"old", MARKER: b""}
SECOND_ON_DISK = {"index.html": b"second", "data/2023/facts.json": b"{}", MARKER: b""}


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def list_names(folder: Path) -> list[str]:
    """Return what stands in a folder, by name."""
    return sorted(path.name for path in folder.iterdir())
