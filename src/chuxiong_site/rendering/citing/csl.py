"""The reference of a report as CSL-JSON, which Zotero and pandoc read."""

from __future__ import annotations

from typing import Any

from ...model.report import Report
from ..json_file import render_json_file
from .reference import LANGUAGE, describe_reference


def render_csl(report: Report) -> bytes:
    """Return a list of the one item; like [EB/OL] in words, it is of the type of what is published on the web."""
    reference = describe_reference(report)
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        "author": [{"literal": reference.author}] if reference.author else [],
        "issued": {"date-parts": [reference.date_parts]} if reference.day else {},
        "number": reference.document_number,
        "note": reference.index,
        "URL": reference.url,
        "language": LANGUAGE,
    }
    known = {name: value for name, value in item.items() if value}
    return render_json_file([known])
