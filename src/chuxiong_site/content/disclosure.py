"""Check the disclosure fields of the front matter against the head of the captured page."""

from __future__ import annotations

import re

from ..model.captured import drop_hidden
from ..model.catalogue import Disclosure
from ..model.place import Place
from ..problems import Problem

LABELS = {name: str(field.description) for name, field in Disclosure.model_fields.items()}
"""Field → its label on the official page, in the page's order."""


def read_captured(head: str) -> dict[str, str]:
    """Return the fields found in the head of the page, blanks and hidden characters removed; `|` ends a value."""
    compact = re.sub(r"\s+", "", drop_hidden(head))
    found = {}
    for name, label in LABELS.items():
        match = re.search(rf"{label}[:：]([^|]*)", compact)
        if match:
            found[name] = match[1]
    return found


def check_disclosure(disclosure: Disclosure, head: str, places: dict[str, Place], file: str) -> list[Problem]:
    """Return a problem for every field that differs from the captured page."""
    captured = read_captured(head)
    problems = []
    for name, value in captured.items():
        written = re.sub(r"\s+", "", drop_hidden(getattr(disclosure, name)))
        if written != value:
            problems.append(
                Problem(
                    code="E320",
                    place=places.get(name, Place(file=file)),
                    found=f"{LABELS[name]}" + (f"写的是「{written}」" if written else "没有填"),
                    expected=f"与采集页相同：「{value}」" if value else "与采集页相同：没有填",
                    hint="" if value else '原页留空的也留空，写成 ""，不要补写。',
                )
            )
    return problems
