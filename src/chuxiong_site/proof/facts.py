"""Prove every element that names a fact: its text, its value, its link, and its place in text and table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from ..model.findings import Fact, Findings, ReportFindings
from ..problems import Problem
from .documents.built_page import BuiltPage, ShownFact
from .faults import create_fault
from .links import resolve, turn_inward
from .scopes.data import locate_section
from .scopes.looking import belongs
from .scopes.words import say_value

HOME = "index.html"


def check_facts(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield every number shown otherwise than the report states it, leading elsewhere, or without its place."""
    reports = {report_findings.report.id: report_findings for report_findings in findings.at_hand}
    for path, page in pages.items():
        own = next(
            (entry for entry in findings.reports if belongs(path, entry.report.id)),
            findings.reports[0],
        )
        for shown in page.facts:
            report_findings = reports.get(shown.report_id) if shown.report_id else own
            link = turn_inward(findings.project.site.base_url, path, shown.link)
            placed = shown if link == shown.link else replace(shown, link=link)
            yield from _check_shown(path, placed, report_findings)
        yield from _check_sorting(path, page, own)
    yield from _check_places(findings.reports[0], pages)
    yield from _check_headline(findings.reports[0], pages)


def _check_shown(path: str, shown: ShownFact, report_findings: ReportFindings | None) -> Iterator[Problem]:
    facts: dict[str, Fact] = {}
    for id in shown.ids.split(" "):  # noqa: A001
        fact = report_findings.fact(id) if report_findings else None
        facts |= {id: fact} if fact else {}
        if fact is None:
            yield create_fault(path, f"数字「{id}」", "报告里有的数字")
            continue
        if shown.text not in {fact.display, say_value(fact)}:
            yield create_fault(path, f"{id} 显示为「{shown.text}」", f"「{fact.display}」")
        if shown.value and not _is_equal(shown.value, fact.value):
            yield create_fault(path, f"{id} 的值是 {shown.value}", f"{fact.value:f}")
    if shown.anchor and shown.anchor not in shown.ids.split(" "):
        yield create_fault(path, f"{shown.ids} 的标识写成了「{shown.anchor}」", shown.ids)
    if shown.link and report_findings and all(id in facts for id in shown.ids.split(" ")):  # noqa: A001
        yield from _check_link(path, shown, report_findings, [facts[id] for id in shown.ids.split(" ")])  # noqa: A001


def _is_equal(text: str, value: Decimal) -> bool:
    try:
        return Decimal(text) == value
    except InvalidOperation:
        return False


def _check_link(
    path: str, shown: ShownFact, report_findings: ReportFindings, facts: list[Fact]
) -> Iterator[Problem]:
    """Yield a fault where a link around a number leads elsewhere than to its sentence or row of the same report."""
    target, anchor = resolve(path, shown.link)
    wanted = {
        place
        for fact in facts
        for place in (
            (locate_section(report_findings.report, fact.section), fact.id),
            (locate_section(report_findings.report, fact.section), f"_row-{fact.id}"),
            (f"{report_findings.report.id}/facts.html", f"_row-{fact.id}"),
            (path, f"_row-{fact.id}"),
            (path, fact.id),
        )
    }
    if (target, anchor) not in wanted:
        yield create_fault(path, f"{shown.ids} 的链接到了「{shown.link}」", f"{shown.ids} 自己的位置")


def _check_sorting(path: str, page: BuiltPage, report_findings: ReportFindings) -> Iterator[Problem]:
    for anchor, value in page.sort_values.items():
        fact = report_findings.fact(anchor.removeprefix("_row-")) if anchor.startswith("_row-") else None
        if fact is not None and not _is_equal(value, fact.value):
            yield create_fault(path, f"{anchor} 排序用的值是 {value}", f"{fact.value:f}")


def _check_headline(report_findings: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults where the home page lacks a headline figure of the latest report."""
    if HOME not in pages:
        return
    shown = [fact.ids for fact in pages[HOME].facts]
    wanted = [id for id in report_findings.report.headline if id not in shown]  # noqa: A001
    for id in wanted:  # noqa: A001
        yield create_fault(HOME, f"没有主要数字 {id}", "front matter 的 headline 里的每一个")


def _check_places(report_findings: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Each fact stands once under its own anchor on its section's page and on the full page, in its row on the facts page."""
    report = report_findings.report
    for fact in report_findings.facts:
        places = (
            (locate_section(report, fact.section), fact.id),
            *(
                [(locate_section(report, fact.section), f"_row-{fact.id}")]
                if fact.section != "T"  # the title line is on no page of a section
                else []
            ),
            (f"{report.id}/full.html", fact.id),
            (f"{report.id}/facts.html", f"_row-{fact.id}"),
        )
        for path, anchor in places:
            if path in pages and anchor not in pages[path].ids:
                yield create_fault(path, f"没有「{anchor}」这个位置", f"{fact.id} 有自己的位置")
