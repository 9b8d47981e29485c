"""Prove where readers learn what a report is from and what was corrected in it: on its front page, of the newest on the page about the site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from ..model.catalogue import Change
from ..model.findings import Findings, ReportFindings
from ..model.report import Report
from ..model.site import Site
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.parsed import parse_page
from .documents.utterance import fold
from .faults import create_fault
from .scopes.words import name_report

ABOUT = "about.html"
NEWEST = 10
"""How many corrections of reports the page about the site has."""


def check_report_source(
    findings: Findings, own: ReportFindings, files: Site, pages: Mapping[str, BuiltPage], *, several: bool
) -> Iterator[Problem]:
    """Yield what a report's front page lacks of its source and its corrections, where there are several reports."""
    path = f"{own.report.id}/index.html"
    if several and path in pages:
        yield from _check_source(path, pages[path], own.report)
        changes = [change for change in _sort(findings) if change.report == own.report.id]
        yield from _check_changes(path, files, [("", change) for change in changes])


def check_about(findings: Findings, files: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield the same of the page about the site: the newest report's source, the newest corrections."""
    if ABOUT not in pages:
        return
    yield from _check_source(ABOUT, pages[ABOUT], findings.reports[0].report)
    names = {entry.report.id: name_report(entry.report) for entry in findings.reports}
    most = NEWEST if len(findings.reports) > 1 else len(findings.project.site.changes)
    changes, reports = [], 0
    for change in _sort(findings):
        reports += bool(change.report)
        if not change.report or reports <= most:
            changes.append((f"{names[change.report]}：" if change.report else "", change))
    yield from _check_changes(ABOUT, files, changes)
    said = any(words.text == "更早的，写在各年度报告的首页上。" for words in pages[ABOUT].utterances)
    if said != (reports > most):
        yield create_fault(ABOUT, "更早的更正写在哪里", "没有列全才说")


def _sort(findings: Findings) -> list[Change]:
    return sorted(findings.project.site.changes, key=lambda change: change.date, reverse=True)


def _check_source(path: str, page: BuiltPage, report: Report) -> Iterator[Problem]:
    said = {words.text for words in page.utterances}
    body = hashlib.sha256(report.captured.text.encode()).hexdigest()
    wanted = [f"正文文件的校验值（SHA-256）：{body}"]
    if body != report.capture_sha256:
        wanted.append(f"采集的整页（正文以外还有别的字）的校验值：{report.capture_sha256}")
    wanted += [f"{report.id}：显示时改动的标点"] * bool(report.display.marks)
    for words in wanted:
        if words not in said:
            yield create_fault(path, "没有写明来源或者改动", words)
    links = {link.rpartition("../")[2] for link in page.links}
    for link in filter(None, (f"data/{report.id}/report.txt", report.source_url)):
        if link not in links and link not in page.links:
            yield create_fault(path, "没有通向来源", link)


def _check_changes(path: str, files: Site, changes: list[tuple[str, Change]]) -> Iterator[Problem]:
    tree = parse_page(files, path)
    shown = [
        tuple(fold(cell.text()) for cell in row.css("dt, dd")) for row in tree.css("dl.change-log > div")
    ]
    wanted = [(change.date, fold(name + change.text)) for name, change in changes]
    if shown != wanted:
        yield create_fault(path, f"列了 {len(shown)} 处更正", f"{len(wanted)} 处，新的在前")
