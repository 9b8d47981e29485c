"""The page of search: the box, what readers may type, and where the data of each report are."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ...model import addresses
from ...model.findings import Fact, ReportFindings
from ...model.numeral import describe_decimal
from ...model.records import dataclass
from ...model.report import Report
from ..frame.nav import Link, keep_made, name_localities
from ..frame.page import Context, Page, describe_page
from ..frame.titles import name_report
from ..parts.report_list import ReportList, describe_report_list

AT_ONCE = 2
"""How many reports are searched without being chosen: the newest and the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Something that finds something, and the kind of query it stands for."""

    kind: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page shows."""

    files: tuple[str, ...]
    """What is loaded once a reader asks: what interprets questions, and the search data of the newest reports."""
    searched: tuple[str, ...]
    """What these are called."""
    later: ReportList
    """The other reports: each is searched by itself when a reader asks."""
    sources: Mapping[str, str]
    """The link of such a report → its search data."""
    full: str
    """Where readers without scripts look instead."""
    others: tuple[Link, ...]
    """The lists that they can go through."""
    examples: tuple[Example, ...]


def describe_search_page(context: Context) -> Page:
    """Return the search page; its results are made by the script."""
    reports = [entry.report for entry in context.findings.reports]
    data = [context.assets.search_data[addresses.data_file(report, "search-data.js")] for report in reports]
    return describe_page(
        context,
        path=addresses.SEARCH,
        title="搜索",
        description="在报告全文里查找词语、数字和整句话；结果带着原句和出处。",
        kind="search",
        body=SearchPage(
            files=(context.assets.answers, *data[:AT_ONCE]),
            searched=tuple(map(name_report, reports[:AT_ONCE])),
            later=describe_report_list(reports[AT_ONCE:], address_search),
            sources=dict(zip(map(address_search, reports[AT_ONCE:]), data[AT_ONCE:], strict=True)),
            full=addresses.report_page(context.report, "full"),
            others=_list_others(context),
            examples=describe_examples(context),
        ),
    )


def address_search(report: Report) -> str:
    """Return the address of a search in one report alone."""
    return f"{addresses.SEARCH}?report={quote(report.id)}"


def describe_examples(context: Context) -> tuple[Example, ...]:
    """Return queries that work, taken from the report itself."""
    report_findings = context.report_findings
    facts = _list_leading(report_findings)
    examples = [Example(kind="数字，照报告写的", query=fact.display) for fact in facts[:1]]
    examples += [
        Example(kind="数字，写成阿拉伯数字", query=value) for value in _find_scaled(report_findings)[:1]
    ]
    examples += [Example(kind="词语", query=mention.term.id) for mention in report_findings.terms[:1]]
    examples += [
        Example(kind="关键词", query=entry.keywords[0].text)
        for entry in report_findings.keywords[:1]
        if entry.keywords
    ]
    named = [fact for fact in facts if fact.named]
    examples += [Example(kind="一句问话", query=f"{fact.indicator.name}是多少") for fact in named[:1]]
    return tuple(examples)


def _list_leading(report_findings: ReportFindings) -> list[Fact]:
    """Return the facts, those of the headline first."""
    headline = report_findings.report.headline
    return sorted(
        report_findings.facts,
        key=lambda fact: headline.index(fact.id) if fact.id in headline else len(headline),
    )


def _list_others(context: Context) -> tuple[Link, ...]:
    report = context.report
    links = (
        Link(text="全部数字，按节排列", href=addresses.report_page(report, "facts")),
        Link(text="关键词和它们所在的句子", href=addresses.KEYWORDS),
        Link(text="专门词语的解释和出处", href=addresses.TERMS),
        Link(
            text=name_localities(context.findings.project.gazetteer),
            href=addresses.report_page(report, "places"),
        ),
    )
    return keep_made(links, context.left_out_pages)


def _find_scaled(report_findings: ReportFindings) -> list[str]:
    """Return the values that are printed in 万 or 亿, in plain digits."""
    return [
        describe_decimal(fact.value)
        for fact in report_findings.facts
        if fact.display.find("万") > 0 or fact.display.find("亿") > 0
    ]
