"""A content of two years of which nobody has named the newer one's numbers, for the tests of the desk."""

from __future__ import annotations

import re
from pathlib import Path

from sample_projects import copy_fixture

COPY = "reports/2024.md"


def copy_unnamed(folder: Path) -> Path:
    """Write the content into a folder and return it."""
    content = copy_fixture("two_years", folder)
    path = content / COPY
    text = re.sub(r"\{fact=[^}]*\}", "{fact}", path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"headline:\n(  - .*\n)+", "headline: []\n", text), encoding="utf-8", newline="\n")
    for name in ("charts", "checks"):
        (content / f"{name}.yaml").write_text(f"{name}: {{}}\n", encoding="utf-8")
    return content


def read_all(content: Path) -> dict[str, bytes]:
    """Return the files of a content folder."""
    return {path.name: path.read_bytes() for path in sorted(content.rglob("*.*"))}
