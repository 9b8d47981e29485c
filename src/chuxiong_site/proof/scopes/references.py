"""How a report is named as a source: in a line, for machines, as a citation, as an entry of a reference manager."""

from __future__ import annotations

from ...model.report import Report
from .words import read_day


def say_source(report: Report, *, with_index: bool = True) -> str:
    """Return the source line of a document; fields that the official page left empty are left out."""
    fields = report.disclosure
    index = f"索引号 {fields.index_number}" if with_index and fields.index_number else ""
    return "，".join(filter(None, (fields.publisher, report.title, fields.published, index))) + "。"


def say_reference(report: Report) -> str:
    """Return the same for machines: 机构：标题（日期，索引号 …）."""
    fields = report.disclosure
    index = f"索引号 {fields.index_number}" if fields.index_number else ""
    known = "，".join(filter(None, (fields.published, index)))
    return f"{fields.publisher}{'：' * bool(fields.publisher)}{report.title}" + f"（{known}）" * bool(known)


def say_citation(report: Report) -> str:
    """Return the reference after GB/T 7714; the reader fills in the day of access."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    when = f"({day})" if day else ""
    index = f"索引号：{fields.index_number}. " if fields.index_number else ""
    source = f"{report.source_url}." if report.source_url else ""
    author = f"{fields.publisher}. " if fields.publisher else ""
    return f"{author}{report.title}[EB/OL]. {when}[引用日期]. {index}{source}".rstrip()


def say_bibtex(report: Report) -> str:
    """Return the entry for reference managers."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    year, month, date = day.split("-") if day else ("", "", "")
    entries = {
        "author": f"{{{_escape(fields.publisher)}}}" if fields.publisher else "",
        "title": f"{{{_escape(report.title)}}}",
        "year": year,
        "month": month.lstrip("0"),
        "day": date.lstrip("0"),
        "number": _escape(fields.document_number),
        "note": _escape(f"索引号：{fields.index_number}") if fields.index_number else "",
        "url": report.source_url,
        "language": "zh-CN",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value]
    return "\n".join([f"@online{{report-{report.id},", *lines, "}"])


def _escape(text: str) -> str:
    special = {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}"}
    return "".join(special.get(char, f"\\{char}" if char in "&%$#_{}" else char) for char in text)
