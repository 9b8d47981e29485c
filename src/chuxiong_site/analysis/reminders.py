"""What a report leaves open, said once: numbers that nobody read."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.findings import ReportFindings
from ..model.numeral import NumeralKind
from ..problems import Problem

SHOWN = 5
"""How many unread numbers are named."""


def remind_unread(report_findings: ReportFindings) -> Iterable[Problem]:
    """Yield one reminder of all the numbers that the annotated copy says are not read."""
    report = report_findings.report
    tags = sorted(
        (tag for tag in report.tags if tag.numeral is NumeralKind.UNREAD), key=lambda tag: tag.span.start
    )
    if tags:
        shown = "，".join(f"第 {tag.place.line} 行「{tag.span.of(report.body)}」" for tag in tags[:SHOWN])
        found = f"{len(tags)} 个数没有读出来：{shown}{' 等' * (len(tags) > SHOWN)}"
        yield Problem(code="W410", place=tags[0].place, found=found, expected="每个数都写明是什么")
