"""The reference of a report as RIS, which NoteExpress, EndNote and Zotero read."""

from __future__ import annotations

from ...model.report import Report
from .reference import LANGUAGE, describe_reference


def render_ris(report: Report) -> bytes:
    """Return the one record, a tag a line; lines end as the format says. `ELEC` is what is published on the web."""
    reference = describe_reference(report)
    tags = [
        ("ID", reference.key),
        ("AU", reference.author),
        ("TI", reference.title),
        ("PY", reference.day[:4]),
        ("DA", reference.day.replace("-", "/")),
        ("M1", reference.document_number),
        ("N1", reference.index),
        ("UR", reference.url),
        ("LA", LANGUAGE),
    ]
    lines = [f"{tag}  - {' '.join(words.split())}" for tag, words in tags if words]
    return "".join(f"{line}\r\n" for line in ["TY  - ELEC", *lines, "ER  - "]).encode()
