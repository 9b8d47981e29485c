"""How is the report cited, or one number of it? GB/T 7714, BibTeX; the reader fills in the day of access."""

from __future__ import annotations

import re

from ..model.findings import Fact
from ..model.report import Report
from . import urls
from .page import describe_citation, describe_marker, iso_date

TEX_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
TEX_WORDS = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


def describe_fact_citation(report: Report, fact: Fact, base_url: str = "") -> str:
    """Return the reference of one number: the report's, then where it stands, its sentence, and its address here.

    Without a base URL there is no address of this site to give; the report's own stands in the reference.
    """
    marker = describe_marker(report, report.section_at(fact.span.start))
    words = f"{describe_citation(report)} {marker}：“{report.display.of(fact.sentence)}”"
    base = base_url.rstrip("/")
    return f"{words} {base}/{urls.fact_href(report, fact)}" if base else words


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
