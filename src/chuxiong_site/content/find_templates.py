"""Find the folder of the templates that the program brings."""

from __future__ import annotations

from pathlib import Path


def find_templates() -> Path:
    """Return the folder: in the package, or beside its sources."""
    packaged = Path(__file__).parents[1] / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "templates"
