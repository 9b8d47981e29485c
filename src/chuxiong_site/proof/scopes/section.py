"""The scope of one section of a report: its heading, its counts, its keywords."""

from __future__ import annotations

import re

from ...model.findings import ReportFindings
from ...model.report import Section
from .english import describe_english_section
from .joins import place_heading
from .words import Scope, list_carried, one, read_heading, read_marker

BRACKETED = re.compile("^[（(][一二三四五六七八九十]+[）)]")
KEYWORDS = 6
"""How many keywords the head of a page names."""


def describe_section(report_findings: ReportFindings, section: Section) -> Scope:
    """Return the scope of a section; counts are of what it carries, rows of its whole page."""
    report = report_findings.report
    carried = list_carried(report, section)
    numbers = {other.number for other in carried}
    facts = sum(fact.section in numbers for fact in report_findings.facts)
    rows = {
        (id, tag.role, tag.year, tag.of)
        for tag in report.tags
        if report.page_of(report.section_at(tag.span.start)) is section
        for id in (tag.facts or (tag.span,) * tag.is_unnamed)  # noqa: A001
    }
    return (
        one(
            heading=read_heading(report, section),
            bare_heading=BRACKETED.sub("", read_heading(report, section)),
            marker=read_marker(report, section),
            placed_heading=place_heading(report, section),
            section_facts=facts,
            section_rows=len(rows),
            undefined_terms=_join_undefined(report_findings, section),
        )
        | describe_english_section(report_findings, section, numbers)
        | _list_section_keywords(report_findings, section)
    )


def _join_undefined(report_findings: ReportFindings, page: Section) -> str:
    """Return the terms on a page of which nobody says what they are, in the order of the catalogue."""
    report = report_findings.report
    return "、".join(
        mention.term.id
        for mention in report_findings.terms
        if not mention.term.definition
        and any(report.page_of(report.section_at(span.start)) is page for span in mention.spans)
    )


def _list_section_keywords(report_findings: ReportFindings, section: Section) -> Scope:
    words = [
        k.text
        for entry in report_findings.keywords
        if entry.section == section.number
        for k in entry.keywords
    ]
    return {"keywords": (join_keywords(words),)} if words else {}


def join_keywords(words: list[str]) -> str:
    """Return keywords as the head of a page lists them: six at most, each once."""
    return ",".join(list(dict.fromkeys(words))[:KEYWORDS])
