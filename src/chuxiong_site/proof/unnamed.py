"""Prove facts without a name: called by their place, named by nothing but their own clause in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Fact, ReportFindings
from ..model.numeral import NumeralKind
from ..model.report import Report
from ..problems import Problem
from .faults import create_fault

NAME = re.compile("「(.+?)」(?:里的(?:第 ([0-9]+) 处)?「([^「」]+)」)?", re.DOTALL)
BORDERS = "，；：。！？,;:!?…—\t\n|、 　（(）)“”‘’《》「」『』〔〕【】"
"""What may stand right before or after a clause."""


def check_unnamed(report_findings: ReportFindings) -> Iterator[Problem]:
    """Yield every fact without a name that is called otherwise than its place and its words say."""
    report = report_findings.report
    for fact in report_findings.facts:
        if fact.named:
            continue
        start = report.captured.span(fact.span).start
        if fact.id != f"at-{start}" or fact.indicator.id != fact.id:
            yield create_fault(f"{report.id}/facts.html", f"没有名称的数字叫「{fact.id}」", f"at-{start}")
        if not is_own_clause(report_findings, fact):
            found = f"{fact.id} 的名称是「{fact.indicator.name}」"
            yield create_fault(f"{report.id}/facts.html", found, "它所在分句的原文，加引号")


def is_own_clause(report_findings: ReportFindings, fact: Fact) -> bool:
    """Tell whether a name quotes the sentence of its fact, from mark to mark around it, and says which number is meant."""
    report = report_findings.report
    match = NAME.fullmatch(fact.indicator.name)
    if match is None or report.sentence_at(fact.span.start) != fact.sentence:
        return False
    sentence = report.display.of(fact.sentence)
    first = report.display.offsets[fact.sentence.start]
    place = report.display.offsets[fact.span.start] - first
    return any(
        _says_which(report_findings, fact, match, first + at)
        for at in _find_all(sentence, match[1])
        if at <= place
        and place + len(fact.display) <= at + len(match[1])
        and sentence[at - 1 : at] in ("", *BORDERS)
        and sentence[at + len(match[1]) :][:1] in ("", *BORDERS)
    )


def _says_which(report_findings: ReportFindings, fact: Fact, match: re.Match[str], at: int) -> bool:
    """Tell whether the words after the quotation are there if several quantities stand in it, and name this one."""
    report, end = report_findings.report, at + len(match[1])
    inside = [
        entry
        for entry in report_findings.census
        if entry.kind is NumeralKind.FACT
        and at <= report.display.offsets[entry.span.start]
        and report.display.offsets[entry.span.end] <= end
    ]
    if len(inside) < 2 or match[3] is None:
        return len(inside) < 2 and match[3] is None
    order = match[1][: _place(report, fact) - at].count(fact.display) + 1
    several = match[1].count(fact.display) > 1
    return match[3] == fact.display and match[2] == (str(order) if several else None)


def _place(report: Report, fact: Fact) -> int:
    return report.display.offsets[fact.span.start]


def _find_all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
