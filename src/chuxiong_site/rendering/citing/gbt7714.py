"""The reference of a report in words, after GB/T 7714."""

from __future__ import annotations

from ...model.report import Report
from .reference import describe_reference


def describe_citation(report: Report) -> str:
    """Return the report's reference; the reader fills in the day of access."""
    reference = describe_reference(report)
    author = f"{reference.author}. " if reference.author else ""
    when = f"({reference.day})" if reference.day else ""
    index = f"{reference.index}. " if reference.index else ""
    source = f"{reference.url}." if reference.url else ""
    return f"{author}{reference.title}[EB/OL]. {when}[引用日期]. {index}{source}".rstrip()
