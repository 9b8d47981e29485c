"""Is every fact that a page shows the report's, and does every fact stand where readers are sent?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..charts import describe_value
from ..model.findings import Fact, Findings, ReportFindings
from ..problems import Problem
from . import urls
from .faults import describe_fault
from .read_back import BuiltPage, ShownFact


def check_facts(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield every number that is not the report's, and every fact that is missing from a page."""
    facts = {found.report.id: {fact.id: fact for fact in found.facts} for found in findings.reports}
    latest = findings.reports[0]
    for path, page in pages.items():
        own = urls.find_report_id(path)
        for shown in page.facts:
            report = shown.report or (own if own in facts else latest.report.id)
            yield from _check_shown(path, shown, facts.get(report, {}))
        for anchor, value in page.row_values.items():
            yield from _check_row(path, anchor, value, facts.get(own, {}))
    for found in findings.reports:
        for fact in found.facts:
            yield from _check_anchors(found, fact, pages)
        yield from _check_table(found, pages)
    yield from _check_headline(latest, pages)


def _check_shown(path: str, shown: ShownFact, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    for id in shown.ids.split():  # noqa: A001
        fact = facts.get(id)
        if fact is None or shown.text not in {fact.display, describe_value(fact)}:
            expected = f"「{fact.display}」" if fact else "报告里有的数字"
            yield describe_fault(path, f"{id} 写成了「{shown.text}」", expected)
        elif shown.value is not None and shown.value != f"{fact.value:f}":
            yield describe_fault(path, f"{id} 的值写成了 {shown.value}", f"{fact.value:f}")


def _check_row(path: str, anchor: str, value: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    fact = facts.get(anchor.removeprefix(urls.row_id("")))
    if fact is None or value != f"{fact.value:f}":
        yield describe_fault(
            path, f"{anchor} 按 {value} 排序", f"{fact.value:f}" if fact else "报告里有的数字"
        )


def _check_anchors(found: ReportFindings, fact: Fact, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """A fact stands in its sentence on two pages, and in a table on two pages."""
    own, _, anchor = urls.fact_href(found.report, fact).partition("#")
    wanted = (
        (own, anchor),
        (urls.report_page(found.report, "full"), anchor),
        (own, urls.row_id(fact.id)),
        (urls.report_page(found.report, "facts"), urls.row_id(fact.id)),
    )
    for path, id in wanted:  # noqa: A001
        if id not in pages.get(path, BuiltPage()).ids:
            yield describe_fault(path, f"没有「{id}」这个位置", f"{fact.id} 有自己的位置")


def _check_table(found: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    path = urls.report_page(found.report, "facts")
    shown = [fact.ids for fact in pages.get(path, BuiltPage()).facts]
    if shown != [fact.id for fact in found.facts]:
        yield describe_fault(path, f"列了 {len(shown)} 个数字", f"{len(found.facts)} 个，与正文同序")


def _check_headline(found: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    shown = {fact.ids for fact in pages.get(urls.HOME, BuiltPage()).facts}
    for id in found.report.headline:  # noqa: A001
        if id not in shown:
            yield describe_fault(urls.HOME, f"没有 {id}", "首页的每个主要数字")
