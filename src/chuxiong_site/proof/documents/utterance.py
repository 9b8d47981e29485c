"""What a file says in one place: words, the role of the place, the thing they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

OFFICIAL = "\ue000"
"""What stands in an utterance for official text: that is proved by itself, character for character."""


class Utterance(NamedTuple):
    """Words in one block, one attribute, one cell, one value. A site has a hundred thousand: a tuple is made in a third of the time."""

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


class Record(NamedTuple):
    """What a record says of one thing, field by field: a row of a table, the note on a number."""

    kind: str
    """`facts`, `note.checks`: what stands before the names of its fields."""
    subject: str
    """The anchor of the thing."""
    fields: Mapping[str, str]
    """Name → words."""

    def list_utterances(self) -> Iterator[Utterance]:
        """Yield what each field says."""
        for name, text in self.fields.items():
            yield Utterance(text=text, role=f"{self.kind}.{name}", subject=self.subject)


def fold(text: str) -> str:
    """Return words as they are seen: white space is one space, none at the ends; word joiners removed."""
    return " ".join(text.replace("\u2060", "").split())
