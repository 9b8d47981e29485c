"""The BibTeX entry of a report."""

from __future__ import annotations

import re

from ...model.report import Report
from .reference import LANGUAGE, describe_reference

TEX_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
TEX_WORDS = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


def render_bibtex(report: Report) -> str:
    """Return the report as a BibTeX entry; the braces keep names and titles as they are."""
    reference = describe_reference(report)
    year, month, day = map(str, reference.date_parts or ("", "", ""))
    entries = {
        "author": f"{{{_escape(reference.author)}}}",
        "title": f"{{{_escape(reference.title)}}}",
        "year": year,
        "month": month,
        "day": day,
        "number": _escape(reference.document_number),
        "note": _escape(reference.index),
        "url": reference.url,
        "language": LANGUAGE,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value.strip("{}")]
    return "\n".join([f"@online{{{reference.key},", *lines, "}"])


def _escape(text: str) -> str:
    return TEX_SPECIAL.sub(lambda mark: TEX_WORDS.get(mark[0], f"\\{mark[0]}"), text)
