"""The place of a fact in words, 第一部分（七）, and the name of its report."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.findings import Fact
from ..model.headings import describe_place
from ..model.report import Report


def describe_source(report: Report, numbers: Iterable[str]) -> str:
    """Return the places of section numbers as the report prints them: 1.7 and 3 give 第一部分（七）、第三部分."""
    sections = {section.number: section for section in report.sections}
    return "、".join(dict.fromkeys(describe_place(report, sections[number]) for number in numbers))


def describe_year(report_id: str) -> str:
    """Return a report's id as a year for readers."""
    return f"{report_id}年" if report_id.isdecimal() else report_id


def describe_point(report_id: str, fact: Fact) -> str:
    """Return what a point of a series stands for: 2023年, 2023年（青石县）."""
    return describe_year(fact.year or report_id) + (f"（{fact.of}）" if fact.of else "")


def describe_document(report: Report) -> str:
    """Return a report as one names it where its page is not: 青禾市人民政府办公室《…情况报告》，2024年01月18日."""
    fields = report.disclosure
    return "，".join(filter(None, (f"{fields.publisher}《{report.title}》", fields.published)))
