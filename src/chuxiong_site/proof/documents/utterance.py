"""What a file says in one place: words, the role of the place, the thing they are about."""

from __future__ import annotations

from ...model.records import dataclass

OFFICIAL = "\ue000"
"""What stands in an utterance for official text: that is proved by itself, character for character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Words in one block, one attribute, one cell, one value."""

    text: str
    role: str
    """`@aria-label`, `meta:description`, `column:单位`, `facts.value`; else the nearest class or the element's name."""
    subject: str = ""
    """The anchor of what is spoken of: `_row-disputes-found`, `disputes-found`, `_check-…`; empty where nothing says it."""
    facts: tuple[str, ...] = ()
    """The `data-fact` of the elements in it, in order."""
    report_id: str = ""
    """The `data-report` of what it says; empty when it speaks of the page's own report."""
    link: str = ""
    """Where the link around it, or the first in it, leads."""


def fold(text: str) -> str:
    """Return words as they are seen: white space is one space, none at the ends; word joiners removed."""
    return " ".join(text.replace("\u2060", "").split())
