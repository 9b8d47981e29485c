"""Prove the pages of indicators: which reports' values each shows, in which order and columns; together they show them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ..model.findings import Fact, Findings, ReportFindings
from ..model.records import dataclass
from ..model.report import Report
from ..model.site import Site
from ..problems import Problem
from .documents.parsed import parse_page
from .documents.utterance import fold
from .faults import create_fault
from .links import resolve
from .scopes.words import name_report
from .scopes.years import CATALOGUE_REPORTS, say_column

CATALOGUE = "indicators.html"
Stated = Mapping[str, Mapping[str, list[Fact]]]
"""The id of a report → its facts by their indicators."""
FULL = 30
"""With how many rows a page of an indicator is full, counted from the oldest report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """A page of an indicator, as it has to be."""

    path: str
    entries: tuple[ReportFindings, ...]
    """The reports whose values stand on it, newest first."""
    span: str
    """What they are called together: 1984—2003年度报告."""


def _create_page(path: str, entries: tuple[ReportFindings, ...]) -> IndicatorPage:
    return IndicatorPage(path=path, entries=entries, span=_say_span(entries[-1].report, entries[0].report))


def _say_span(first: Report, last: Report) -> str:
    if first is last:
        return name_report(first)
    if first.id.isdecimal() and last.id.isdecimal():
        return f"{first.id}—{last.id}年度报告"
    return f"{name_report(first)}—{name_report(last)}"


def list_indicator_pages(findings: Findings) -> Mapping[str, tuple[IndicatorPage, ...]]:
    """Return the pages that each indicator has to have, its first page first; none where there is one report."""
    reports = findings.reports
    if len(reports) < 2:
        return {}
    counts: list[dict[str, int]] = [defaultdict(int) for _ in reports]
    for count, entry in zip(counts, reports, strict=True):
        for fact in entry.facts:
            count[fact.indicator.id] += 1
    return {
        id: tuple(_cut(f"indicators/{id}", reports, [count[id] for count in counts]))
        for id in findings.project.indicators  # noqa: A001
    }


def _cut(stem: str, reports: tuple[ReportFindings, ...], counts: list[int]) -> Iterator[IndicatorPage]:
    """Yield the pages of an indicator; `counts` are its values in each report."""
    ends, rows = [len(reports)], 0
    for at in range(len(reports) - 1, -1, -1):
        rows += counts[at] or 1
        if rows >= FULL:
            ends.append(at)
            rows = 0
    # `ends` are where full pages end, from the oldest; what came after the last full one stands with it
    first = ends[-2] if len(ends) > 1 else ends[0]
    yield _create_page(f"{stem}.html", reports[:first])
    for number in range(len(ends) - 2, 0, -1):
        yield _create_page(f"{stem}/{number}.html", reports[ends[number] : ends[number - 1]])


def check_indicators(findings: Findings, files: Site) -> Iterator[Problem]:
    """Yield faults of the catalogue and of each indicator's pages: values and reports that are missing, or stand elsewhere."""
    if CATALOGUE in files:
        yield from _check_catalogue(findings, files)
    stated = {entry.report.id: _group_facts(entry) for entry in findings.reports}
    for id, pages in list_indicator_pages(findings).items():  # noqa: A001
        for order, page in enumerate(pages):
            if page.path in files:
                yield from _check_page(
                    findings, id, pages, order, parse_page(files, page.path), stated=stated
                )


def _check_catalogue(findings: Findings, files: Site) -> Iterator[Problem]:
    entries = findings.reports[:CATALOGUE_REPORTS]
    years = {say_column(entry.report, fact) for entry in entries for fact in entry.facts if fact.named}
    columns = sorted(years | {entry.report.id for entry in entries}, reverse=True)
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        for fact in entry.facts:
            cells[fact.indicator.id, say_column(entry.report, fact)].append(f"{entry.report.id} {fact.id}")
    tree = parse_page(files, CATALOGUE)
    is_cut = len(findings.reports) > CATALOGUE_REPORTS
    if any("份报告的数" in p.text() for p in tree.css("main p")) != is_cut:
        yield create_fault(CATALOGUE, "列了几份报告的数", "不是全部就写明")
    for table in tree.css("table"):
        shown = [fold(head.text()) for head in table.css("thead th")][4:]
        if shown != columns:
            yield create_fault(CATALOGUE, f"年份一栏：{'、'.join(shown)}", "、".join(columns))
    rows = {(row.attributes.get("id") or "").removeprefix("_indicator-"): row for row in tree.css("tbody tr")}
    if set(rows) != set(findings.project.indicators):
        yield create_fault(CATALOGUE, f"{len(rows)} 个指标各一行", "每个指标一行")
    for id, row in rows.items():  # noqa: A001
        shown_cells = [_list_facts(cell) for cell in row.css("td")][3:]
        wanted = [cells.get((id, year), []) for year in columns]
        if shown_cells != wanted:
            yield create_fault(CATALOGUE, f"{id} 的数值：{shown_cells}", str(wanted))
        link = row.css_first("th a")
        address = (link.attributes.get("href") or "") if link is not None else ""
        own = f"indicators/{id}.html" if len(findings.reports) > 1 else ""
        if address != own:
            yield create_fault(CATALOGUE, f"{id} 的链接是「{address}」", own or "没有自己的网页")


def _list_facts(node: Any) -> list[str]:
    return [
        f"{shown.attributes.get('data-report')} {shown.attributes.get('data-fact')}"
        for shown in node.css("[data-fact]")
    ]


def _list_value_tables(tree: LexborHTMLParser) -> list[Any]:
    """Return the tables of a page but those of its charts, which are proved with these."""
    return [
        table for table in tree.css("table") if "chart__table" not in (table.attributes.get("class") or "")
    ]


def _check_page(
    findings: Findings,
    id: str,  # noqa: A002  # the contract's word
    pages: tuple[IndicatorPage, ...],
    order: int,
    tree: LexborHTMLParser,
    *,
    stated: Stated,
) -> Iterator[Problem]:
    page = pages[order]
    rows = [row for table in _list_value_tables(tree) for row in table.css("tbody tr")]
    shown = [(row.attributes.get("id") or "", _list_facts(row.css_first("td") or row)) for row in rows]
    wanted = _list_rows(page.entries, id, stated)
    if shown != wanted:
        yield create_fault(
            page.path, _find_first(shown, wanted), f"{page.span}里的每个数值一行，按所指、年份排列"
        )
    links = {
        (link.attributes.get("rel") or "", *resolve(page.path, link.attributes.get("href") or "")[:1]): fold(
            "".join(
                child.text_content or "" for child in link.iter(include_text=True) if child.tag == "-text"
            )
        )
        for link in tree.css("nav.pager a")
    }
    around = {("prev", p.path): p.span for p in pages[max(order - 1, 0) : order]}
    around |= {("next", p.path): p.span for p in pages[order + 1 : order + 2]}
    if links != around:
        yield create_fault(page.path, f"其他年度：{links}", str(around))
    yield from _check_names(findings, id, pages, order, tree)


def _check_names(
    findings: Findings,
    id: str,  # noqa: A002
    pages: tuple[IndicatorPage, ...],
    order: int,
    tree: LexborHTMLParser,
) -> Iterator[Problem]:
    """Yield a page that is called by other reports than its own, or quotes others than the newest one's sentences."""
    page, newest = pages[order], findings.reports[0]
    source, front = tree.css_first(".masthead__source"), tree.css_first("nav.masthead__nav a")
    report = page.entries[0].report if order else newest.report
    said = fold(source.text()) if source is not None else ""
    led = resolve(page.path, (front.attributes.get("href") or "") if front is not None else "")[0]
    if report.title not in said or led != f"{report.id}/index.html":
        yield create_fault(page.path, f"页首写着「{said}」，链接到 {led}", f"{report.title}的页首")
    lead = [fold(p.text()) for p in tree.css("h2 + p.note")]
    wanted = [f"{page.span}里的数值，新的在前。"] * (len(pages) > 1)
    name = findings.project.indicators[id].name + (f"（{page.span}）" if order else "")
    title = tree.css_first("title")
    if lead != wanted or title is None or title.text().partition("｜")[0] != name:
        yield create_fault(page.path, f"写着「{''.join(lead)}」", "".join(wanted) or name)
    own = dict.fromkeys(fact.sentence for fact in newest.facts if fact.indicator.id == id and order == 0)
    heads = [said for head in tree.css("div.sheet > h2") if (said := fold(head.text())).endswith("的原句")]
    if heads != [f"{name_report(newest.report)}的原句"] * bool(own):
        yield create_fault(page.path, f"标题「{''.join(heads)}」", "最近一份报告的原句")
    quoted = [fold(quote.text()) for quote in tree.css("blockquote p")]
    sentences = [fold(newest.report.display.of(sentence)) for sentence in own]
    if len(quoted) != len(sentences) or not all(map(str.startswith, quoted, sentences)):
        yield create_fault(page.path, f"引的原句：{len(quoted)} 句", f"{newest.report.id} 写到它的每一句")


def _list_rows(entries: tuple[ReportFindings, ...], id: str, stated: Stated) -> list[tuple[str, list[str]]]:  # noqa: A002
    """Return (anchor, facts) of each row: first what is of no county or group, then by these, each from the newest year."""
    groups: dict[str, list[tuple[str, str, list[str]]]] = {"": []}
    stating = set()
    for entry in entries:
        for fact in stated[entry.report.id].get(id, ()):
            stating.add(entry.report.id)
            row = (
                say_column(entry.report, fact),
                f"_value-{entry.report.id}-{fact.id}",
                [f"{entry.report.id} {fact.id}"],
            )
            groups.setdefault(fact.of or "", []).append(row)
    for entry in entries:
        if entry.report.id not in stating:
            groups[""].append((entry.report.id, f"_value-{entry.report.id}-none", []))
    return [
        (anchor, facts)
        for rows in groups.values()
        for _, anchor, facts in sorted(rows, key=lambda row: row[0], reverse=True)
    ]


def _group_facts(entry: ReportFindings) -> Mapping[str, list[Fact]]:
    """Return a report's facts by their indicators."""
    groups: dict[str, list[Fact]] = {}
    for fact in entry.facts:
        groups.setdefault(fact.indicator.id, []).append(fact)
    return groups


def _find_first(shown: list[tuple[str, list[str]]], wanted: list[tuple[str, list[str]]]) -> str:
    """Return the first row that is not what it should be."""
    for row, other in zip(shown, wanted, strict=False):
        if row != other:
            return f"「{row[0]}」一行"
    return f"{len(shown)} 行"
