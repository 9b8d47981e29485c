"""An indicator's own pages, once two reports exist: what every report says of it, the newest first, in pages of bounded length.

A page is full with `MOST_ROWS` rows, counted from the oldest report: a new report changes the newest page alone, and an
address always leads to the same years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...charts import ChartView, picture_id
from ...model import addresses
from ...model.catalogue import Indicator
from ...model.findings import ReportFindings
from ...model.measures import MEASURES
from ...model.records import dataclass
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page
from ..frame.titles import name_report
from ..parts.fact_rows import describe_name_note
from ..parts.year_values import Stated, YearValue, group_stated, list_values
from ..text.quotation import Quotation, describe_quotation

MOST_ROWS = 30

Entries = Sequence[tuple[ReportFindings, Stated]]
"""Reports with their facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A value, or a report that has none."""

    label: str
    year: str
    report_id: str
    value: YearValue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """What a page of an indicator shows."""

    indicator: Indicator
    name_note: str
    measure: str
    theme: str
    is_newest: bool
    """Whether it is the first page: it also says what the indicator is."""
    said_by: str
    """The newest report, whose sentences are quoted."""
    quotations: tuple[Quotation, ...]
    span: str
    """The reports whose values stand here; empty where it is all of them."""
    rows: tuple[YearRow, ...]
    """By county or group, then from the newest year to the oldest."""
    later: Link | None
    earlier: Link | None
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What stands on one page of an indicator."""

    indicator: Indicator
    parts: Sequence[Entries]
    """The reports page by page, the newest first."""
    order: int
    """Which of these pages it is."""

    @property
    def newest(self) -> ReportFindings:
        """The newest report on it."""
        return self.parts[self.order][0][0]

    @property
    def known_by(self) -> tuple[object, ...]:
        """What it shows in few words: the facts of its reports, and the links to the pages beside it."""
        near = range(max(0, self.order - 1), min(self.order + 2, len(self.parts)))
        links = [_describe_link(self.indicator, self.parts, order) for order in near]
        return [entry.stated or entry for entry, _ in self.parts[self.order]], links


def describe_indicator_pages(context: Context) -> Iterator[Page]:
    """Yield the page of every indicator with its newest values; none where there is one report."""
    return (describe_chapter(context, chapter) for chapter in _list_chapters(context) if not chapter.order)


def group_earlier_chapters(context: Context) -> dict[str, list[Chapter]]:
    """Return the pages with earlier values by the newest report that stands on them: what it is in, they are like its own.

    Nothing that a newer report says changes them.
    """
    groups: dict[str, list[Chapter]] = {}
    for chapter in _list_chapters(context):
        if chapter.order:
            groups.setdefault(chapter.newest.report.id, []).append(chapter)
    return groups


def _list_chapters(context: Context) -> Iterator[Chapter]:
    if not context.surroundings.several:
        return
    entries = [(entry, group_stated(entry)) for entry in context.findings.reports]
    for indicator in context.findings.project.indicators.values():
        parts = _split(entries, indicator.id)
        yield from (Chapter(indicator=indicator, parts=parts, order=order) for order in range(len(parts)))


def _split(entries: Entries, indicator: str) -> list[Entries]:
    """Return the reports page by page, the newest first; the first page holds the last full one and what came after it."""
    full: list[list[tuple[ReportFindings, Stated]]] = []
    begun: list[tuple[ReportFindings, Stated]] = []
    rows = 0
    for entry, stated in reversed(entries):
        begun.insert(0, (entry, stated))
        rows += max(1, len(stated.get(indicator, ())))
        if rows >= MOST_ROWS:
            full.append(begun)
            begun, rows = [], 0
    last = full.pop() if full else []
    return [[*begun, *last], *reversed(full)]


def describe_chapter(context: Context, chapter: Chapter) -> Page:
    """Return a page of an indicator: the first is the site's, as the newest report has it; one with earlier values is as the newest report on it has its pages."""
    indicator, parts, order = chapter.indicator, chapter.parts, chapter.order
    entries, is_newest = parts[order], order == 0
    if not is_newest:
        owner = replace(
            chapter.newest, words={}, keywords=(), excerpts=()
        )  # whether a run knows them is chance
        context = replace(context, report_findings=owner, pictures={})
    themes = {theme.id: theme.name for theme in context.findings.project.themes}
    span = describe_span(entries)
    charts = tuple(_list_charts(context, indicator)) if is_newest else ()
    body = IndicatorPage(
        indicator=indicator,
        name_note=describe_name_note(indicator),
        measure=MEASURES[indicator.measure].name,
        theme=themes.get(indicator.theme, ""),
        is_newest=is_newest,
        said_by=name_report(context.report),
        quotations=tuple(_list_quotations(context.report_findings, indicator.id)) if is_newest else (),
        span=span if len(parts) > 1 else "",
        rows=_list_rows(entries, indicator.id, context.findings.reports[0]),
        later=_describe_link(indicator, parts, order - 1) if order else None,
        earlier=_describe_link(indicator, parts, order + 1) if order + 1 < len(parts) else None,
        charts=charts,
    )
    return describe_page(
        context,
        path=_find_path(indicator, parts, order),
        title=indicator.name if is_newest else f"{indicator.name}（{span}）",
        description=f"{indicator.name}：历年数值、单位、范围。"
        if is_newest
        else f"{indicator.name}：{span}里的数值。",
        kind="indicator",
        body=body,
        crumbs=(Link(text="指标", href=addresses.INDICATORS),),
        site_column="数据发布",
        has_charts=bool(charts),
        near=_find_section(context.report_findings, indicator) if is_newest else "",
    )


def _find_section(newest: ReportFindings, indicator: Indicator) -> str:
    """Return the page on which the newest report states an indicator first; empty where it does not."""
    hrefs = (addresses.fact_href(newest.report, fact) for fact in newest.facts_of(indicator.id))
    return next(hrefs, "").partition("#")[0]


def describe_span(entries: Entries) -> str:
    """Return reports that follow one another in a few words: 1984—2003年度报告."""
    reports = [entry.report for entry, _ in reversed(entries)]
    ends = list(dict.fromkeys((reports[0].id, reports[-1].id)))
    if all(end.isdecimal() for end in ends):
        return f"{'—'.join(ends)}年度报告"
    return "—".join(dict.fromkeys(name_report(report) for report in (reports[0], reports[-1])))


def _find_path(indicator: Indicator, parts: Sequence[Entries], order: int) -> str:
    return addresses.indicator_page(indicator.id, len(parts) - order if order else 0)


def _describe_link(indicator: Indicator, parts: Sequence[Entries], order: int) -> Link:
    return Link(text=describe_span(parts[order]), href=_find_path(indicator, parts, order))


def _list_rows(entries: Entries, indicator: str, newest: ReportFindings) -> tuple[YearRow, ...]:
    """Return an indicator's values and the reports without one: by county or group, then from the newest year."""
    values = list_values(((entry, stated.get(indicator, ())) for entry, stated in entries), newest)
    rows = [
        YearRow(label=value.label, year=value.year, report_id=value.brief.report_id, value=value)
        for value in values
    ]
    for entry, stated in entries:
        if indicator not in stated:
            id = entry.report.id  # noqa: A001  # the contract's word
            rows.append(YearRow(label=id, year=id, report_id=id, value=None))
    groups = [None, *dict.fromkeys(value.brief.fact.of for value in values if value.brief.fact.of)]
    rows.sort(key=lambda row: row.year, reverse=True)
    rows.sort(key=lambda row: groups.index(row.value.brief.fact.of) if row.value else 0)
    return tuple(rows)


def _list_quotations(newest: ReportFindings, indicator: str) -> Iterator[Quotation]:
    """Yield the sentences of the newest report that state the indicator, its number marked."""
    seen = set()
    for fact in newest.facts_of(indicator):
        if fact.sentence not in seen:
            seen.add(fact.sentence)
            yield describe_quotation(newest, fact.sentence, fact.display)


def _list_charts(context: Context, indicator: Indicator) -> Iterator[ChartView]:
    """Yield the newest report's charts that draw the indicator."""
    for record in context.charts:
        is_drawn = any(row.fact.indicator.id == indicator.id for row in record.rows)
        if is_drawn and record.report_id == context.report.id:
            yield context.views[picture_id(record)]
