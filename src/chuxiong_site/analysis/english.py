"""Of which reports there are English pages: those whose facts all have an English name. The others are told once."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Findings, ReportFindings
from ..problems import Problem, create_problem

SHOWN = 3
"""How many indicators without an English name are named."""


def list_english_reports(findings: Findings) -> tuple[ReportFindings, ...]:
    """Return the reports with English pages, newest first; none where the newest is not among them."""
    if findings.project.site.english is None or not _is_complete(findings.reports[0]):
        return ()
    return tuple(entry for entry in findings.reports if _is_complete(entry))


def _is_complete(report_findings: ReportFindings) -> bool:
    return bool(report_findings.facts) and all(fact.indicator.name_en for fact in report_findings.facts)


def remind_of_english_names(findings: Findings) -> Iterator[Problem]:
    """Yield a reminder for the indicators without an English name, and for a newest report with facts that have no name at all."""
    if findings.project.site.english is None:
        return
    facts = [fact for entry in findings.reports for fact in entry.facts if fact.named]
    lacking = list(dict.fromkeys(fact.indicator.id for fact in facts if not fact.indicator.name_en))
    latest = findings.reports[0]
    unnamed = sum(not fact.named for fact in latest.facts)
    found = []
    if lacking:
        found.append(
            f"{len(lacking)} 个指标没有 name_en：{'、'.join(lacking[:SHOWN])}{' 等' * (len(lacking) > SHOWN)}"
        )
    if unnamed:
        found.append(f"{latest.report.id} 有 {unnamed} 个数字还没有名称")
    if found:
        place = findings.project.place("site.yaml", "english", "#key")
        yield create_problem("W507", place, "；".join(found), "报告用到的指标都有英文名称")
