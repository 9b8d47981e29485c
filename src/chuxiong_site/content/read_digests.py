"""SHA-256 digests of the content files, for the receipt."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..model.names import is_system_file
from ..model.place import Place
from ..problems import Problem
from .read_files import create_unreadable_problem, normalise_file

CAPTURES = "reports/*.txt"
"""These, and pictures, are compared byte for byte; all others may be saved with the line ends of any system."""
PICTURES = ("*.svg", "*.png", "*.webp")
PATTERNS = ("*.yaml", "dictionary.txt", "reports/*.md", CAPTURES, *PICTURES)


def read_digests(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the SHA-256 of every content file by its path in the content folder, and the files that cannot be read.

    Of a file whose lines may end either way it is that of the file with LF, without BOM: the same content has the
    same digests on every system.
    """
    digests: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted({path for pattern in PATTERNS for path in root.glob(pattern)}):
        name = path.relative_to(root)
        try:
            if is_system_file(path.name) or not path.is_file():
                continue
            data = path.read_bytes()
        except OSError as error:
            problems.append(create_unreadable_problem(Place(file=name.as_posix()), error))
            continue
        exact = data if any(map(name.match, (CAPTURES, *PICTURES))) else normalise_file(data)
        digests[name.as_posix()] = hashlib.sha256(exact).hexdigest()
    return digests, problems
