"""The record of a problem: what is wrong, where, and what to do about it."""

from __future__ import annotations

from ..model.place import Place
from ..model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A mistake in the content, in words for staff. The title comes from the catalogue by `code`."""

    code: str
    """Stable: `E…` stops publication, `W…` only under `--strict`."""
    place: Place
    found: str
    """What stands there."""
    expected: str
    """What should."""
    hint: str = ""
    """A fix to try, ready to paste where that is possible."""
    about: tuple[str, ...] = ()
    """Ids that it speaks of: what else is wrong with the same id may only follow from it."""


def create_problem(code: str, place: Place, found: str, expected: str, hint: str = "") -> Problem:
    """Return a problem without naming its fields: rules write many, in this order always."""
    return Problem(code=code, place=place, found=found, expected=expected, hint=hint)
