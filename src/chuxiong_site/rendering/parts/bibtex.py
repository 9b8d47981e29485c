"""The BibTeX entry of a report."""

from __future__ import annotations

import re

from ...model.report import Report
from ..frame.dates import iso_date

TEX_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
TEX_WORDS = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


def render_bibtex(report: Report) -> str:
    """Return the report as a BibTeX entry; the braces keep names and titles as they are."""
    fields = report.disclosure
    date = iso_date(fields.published)
    entries = {
        "author": f"{{{_escape(fields.publisher)}}}",
        "title": f"{{{_escape(report.title)}}}",
        "year": date[:4],
        "month": date[5:7].lstrip("0"),
        "day": date[8:].lstrip("0"),
        "number": _escape(fields.document_number),
        "note": _escape(f"索引号：{fields.index_number}") if fields.index_number else "",
        "url": report.source_url,
        "language": "zh-CN",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value.strip("{}")]
    return "\n".join([f"@online{{{_key(report)},", *lines, "}"])


def _key(report: Report) -> str:
    return f"report-{report.id}"


def _escape(text: str) -> str:
    return TEX_SPECIAL.sub(lambda mark: TEX_WORDS.get(mark[0], f"\\{mark[0]}"), text)
