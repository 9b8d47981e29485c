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


def describe_csl(report: Report) -> dict[str, object]:
    """Return the item of CSL-JSON: just these fields, without those that the official page leaves empty."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    item: dict[str, object] = {"id": f"report-{report.id}", "type": "webpage", "title": report.title}
    item["language"] = "zh-CN"
    if fields.publisher:
        item["author"] = [{"literal": fields.publisher}]
    if day:
        item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
    if fields.document_number:
        item["number"] = fields.document_number
    if fields.index_number:
        item["note"] = f"索引号：{fields.index_number}"
    if report.source_url:
        item["URL"] = report.source_url
    return item


def describe_ris(report: Report) -> dict[str, str]:
    """Return the tags of the RIS record between its first line and its last; those that are empty are left out."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    tags = {
        "ID": f"report-{report.id}",
        "AU": fields.publisher,
        "TI": report.title,
        "PY": day.partition("-")[0],
        "DA": "/".join(day.split("-")),
        "M1": fields.document_number,
        "N1": f"索引号：{fields.index_number}" if fields.index_number else "",
        "UR": report.source_url,
        "LA": "zh-CN",
    }
    return {tag: words for tag, words in tags.items() if words}


def describe_labels(report: Report, base: str) -> dict[str, str]:
    """Return the labels by which a page is cited; none without an issuing body."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    if not fields.publisher:
        return {}
    labels = {
        "citation_title": report.title,
        "citation_author": fields.publisher,
        "citation_technical_report_institution": fields.publisher,
        "citation_technical_report_number": fields.document_number,
        "citation_publication_date": "/".join(day.split("-")),
        "citation_language": "zh-CN",
        "citation_public_url": report.source_url,
        "citation_fulltext_html_url": f"{base}/{report.id}/full.html" if base else "",
    }
    return {name: words for name, words in labels.items() if words}
