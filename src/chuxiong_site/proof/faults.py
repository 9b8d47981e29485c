"""How is a fault of the built site reported? As a problem that is ours, not the content's."""

from __future__ import annotations

from ..model.place import Place
from ..problems import Problem


def create_fault(path: str, found: str, expected: str) -> Problem:
    """Return the problem for a built file."""
    return Problem(code="E601", place=Place(file=path), found=found, expected=expected)
