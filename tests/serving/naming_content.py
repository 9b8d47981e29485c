"""A content of two years of which nobody has named the newer one's numbers, for the tests of the desk."""

from __future__ import annotations

import re
from pathlib import Path

from sample_projects import copy_fixture

COPY = "reports/2024.md"


def copy_unnamed(folder: Path, name: str = "two_years", copy: str = COPY) -> Path:
    """Write a content into a folder, one of its reports without names, and return it."""
    content = copy_fixture(name, folder)
    path = content / copy
    text = re.sub(r"\{fact=[^}]*\}", "{fact}", path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"headline:\n(  - .*\n)+", "headline: []\n", text), encoding="utf-8", newline="\n")
    for group in ("charts", "checks"):
        (content / f"{group}.yaml").write_text(f"{group}: {{}}\n", encoding="utf-8")
    return content


def read_all(content: Path) -> dict[str, bytes]:
    """Return the files of a content folder."""
    return {path.name: path.read_bytes() for path in sorted(content.rglob("*.*"))}
