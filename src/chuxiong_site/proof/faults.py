"""A fault of the built site as a problem of the program, not of the content."""

from __future__ import annotations

from ..model.place import Place
from ..problems import Problem


def create_fault(path: str, found: str, expected: str) -> Problem:
    """Return the problem for a built file."""
    return Problem(code="E601", place=Place(file=path), found=found, expected=expected)
