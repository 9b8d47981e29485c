"""The disclosure fields of a raw report: those of the page's table, and what its head and signature say for the others."""

from __future__ import annotations

import re

from ..model.catalogue import Disclosure
from ..model.raw_report import RawReport

SAID = ("title", "publisher", "published", "written")
"""Fields that a head or a signature says too."""


def list_disclosure(raw: RawReport) -> dict[str, str]:
    """Return field → what the page says; empty where it says nothing."""
    found = {name: getattr(raw.disclosure, name) for name in Disclosure.model_fields}
    for name in SAID:
        if name not in raw.disclosure.model_fields_set:
            found[name] = re.sub(r"\s+", " ", getattr(raw.head, name))
    return found
