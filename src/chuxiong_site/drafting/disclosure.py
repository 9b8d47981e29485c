"""The disclosure fields of a raw report: those of the page's table, and what its head and signature say for the others."""

from __future__ import annotations

import re
from dataclasses import fields

from ..model.catalogue import Disclosure
from ..model.raw_report import RawReport

SAID = ("title", "publisher", "published", "written")
"""Fields that a head or a signature says too."""


def list_disclosure(raw: RawReport) -> dict[str, str]:
    """Return field → what the page says; empty where it says nothing."""
    found = {field.name: raw.disclosure.get(field.name, "") for field in fields(Disclosure)}
    for name in SAID:
        if name not in raw.disclosure:
            found[name] = re.sub(r"\s+", " ", getattr(raw.head, name))
    return found
