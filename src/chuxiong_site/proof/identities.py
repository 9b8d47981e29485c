"""Prove what facts are called: by indicator, role, year and county as their tags say; without a name by place and clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Fact, ReportFindings
from ..model.numeral import NumeralKind
from ..model.report import Report
from ..problems import Problem
from .cells import Cell, locate_cell, read_grids
from .faults import create_fault

NAME = re.compile("「(.+?)」(?:里的(?:第 ([0-9]+) 处)?「([^「」]+)」)?", re.DOTALL)
OWN_YEAR = re.compile("(?:19|20)[0-9]{2}")
ROLES = {
    None: re.compile(""),
    "before": re.compile("[\u4e00-\u9fff]{2}前"),
    "after": re.compile("[\u4e00-\u9fff]{2}后"),
    "target": re.compile("目标"),
    "previous": re.compile("上年"),
    "change": re.compile("变化"),
}
"""Role → its name beside the indicator's; the two ends of a change are named by the report's own verb."""
BORDERS = "，；：。！？,;:!?…—\t\n|、 　（(）)“”‘’《》「」『』〔〕【】"
"""What may stand right before or after a clause."""


def check_identities(report_findings: ReportFindings) -> Iterator[Problem]:
    """Yield every fact that is called otherwise than its tag, its place and its words say."""
    grids = read_grids(report_findings.report)
    for fact in report_findings.facts:
        cell = locate_cell(report_findings.report, grids, fact.span)
        yield from _check_parts(report_findings.report, fact, cell)
        if not fact.named:
            yield from _check_unnamed(report_findings, fact, cell)


def _check_parts(report: Report, fact: Fact, cell: Cell | None) -> Iterator[Problem]:
    """Yield a fault where id, year, county or words differ from what the tag of the number says."""
    ids = ("",) if not fact.named else (fact.indicator.id,)
    tags = report.tags_in(fact.span)
    tag = next((tag for tag in tags if tag.span == fact.span and set(ids) <= {*tag.facts, ""}), None)
    if tag is None or tag.is_unnamed is fact.named:
        yield create_fault(f"{report.id}/facts.html", f"{fact.id} 没有自己的标记", "每个数字一个标记")
        return
    own = (cell.year if cell else None) or (report.id if OWN_YEAR.fullmatch(report.id) else None)
    own = None if tag.role in {"target", "previous"} else own
    parts = "".join(f".{part}" for part in (tag.role, tag.year, tag.of) if part)
    wanted = (fact.indicator.id + parts * fact.named, tag.role, tag.year, tag.year or own, tag.of)
    found = (fact.id, fact.role, fact.told_year, fact.year, fact.of)
    if found != wanted or not _is_told(fact):
        said = "、".join(str(part) for part in (*found, fact.role_name) if part)
        yield create_fault(f"{report.id}/facts.html", said, "、".join(str(part) for part in wanted if part))


def _is_told(fact: Fact) -> bool:
    """Tell whether the words beside a name say of whom, of which year and in which role, in this order."""
    said = "，".join(filter(None, (fact.of, fact.told_year and f"{fact.told_year}年")))
    rest = fact.role_name.removeprefix(said).removeprefix("，" if said and fact.role else "")
    return fact.role_name.startswith(said) and ROLES[fact.role].fullmatch(rest) is not None


def _check_unnamed(report_findings: ReportFindings, fact: Fact, cell: Cell | None) -> Iterator[Problem]:
    report = report_findings.report
    start = report.captured.span(fact.span).start
    if fact.id != f"at-{start}" or fact.indicator.id != fact.id:
        yield create_fault(f"{report.id}/facts.html", f"没有名称的数字叫「{fact.id}」", f"at-{start}")
    said = cell.name if cell else ""
    if fact.indicator.name != said if said else not is_own_clause(report_findings, fact):
        found = f"{fact.id} 的名称是「{fact.indicator.name}」"
        yield create_fault(f"{report.id}/facts.html", found, said or "它所在分句的原文，加引号")


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
        for entry in report_findings.census_in(fact.sentence)
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
