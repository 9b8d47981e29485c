"""The catalogue of indicators with the values of every year that numbers speak of, and a page each once two reports exist."""

from __future__ import annotations

from collections import Counter

from ...charts import ChartView, picture_id
from ...model import addresses
from ...model.catalogue import Indicator
from ...model.findings import Fact, Findings, ReportFindings
from ...model.measures import MEASURES
from ...model.records import dataclass
from ...model.report import Report
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.comparisons import describe_comparisons
from ..parts.fact_rows import FactRow, describe_name_note, describe_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A value on an indicator's own page, or a report that has none."""

    label: str
    """2023, 2023（压缩后）, 2011（2012年度报告）."""
    year: str
    """The year that it speaks of."""
    told: str
    """What tells it from other values of the same year: 目标; 2012年度报告, where two reports state the same."""
    report_id: str
    row: FactRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """What all reports say of an indicator in one year; no rows when they say nothing."""

    year: str
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """An indicator with the years that numbers speak of, newest first."""

    indicator: Indicator
    name_note: str
    """That nobody has confirmed the name; empty for others."""
    measure: str
    definition: str
    """Printed with the first indicator that has it; its neighbours of the same theme do not say it again."""
    href: str
    """Its own page; empty with a single year."""
    years: tuple[YearCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeGroup:
    """The indicators of one theme."""

    name: str
    lines: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorsPage:
    """What the catalogue page shows."""

    themes: tuple[ThemeGroup, ...]
    years: tuple[str, ...]
    total: int
    alone: str
    """That there is no other year, where one report stands alone; empty elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """What an indicator's own page shows."""

    line: IndicatorLine
    theme: str
    rows: tuple[YearRow, ...]
    """By county or group, then from the newest year to the oldest."""
    charts: tuple[ChartView, ...]


def describe_indicator_pages(context: Context) -> tuple[Page, ...]:
    """Return the catalogue, and a page each for the indicators when there are two reports."""
    findings = context.findings
    groups = tuple(
        ThemeGroup(
            name=theme.name,
            lines=_describe_lines(findings, theme.id),
        )
        for theme in findings.project.themes
    )
    total = len(findings.project.indicators)
    catalogue = describe_page(
        context,
        path=addresses.INDICATORS,
        title="指标",
        description="全部指标的名称、单位、范围、种类，以及历年数值。",
        kind="indicators",
        body=IndicatorsPage(
            themes=tuple(group for group in groups if group.lines),
            years=_list_years(findings),
            total=total,
            alone="" if context.surroundings.several else describe_comparisons(context),
        ),
        site_column="数据发布",
    )
    own = tuple(
        _describe_own_page(context, line, group.name) for group in groups for line in group.lines if line.href
    )
    return (catalogue, *own)


def _describe_lines(findings: Findings, theme: str) -> tuple[IndicatorLine, ...]:
    lines, said = [], set()
    for indicator in findings.project.indicators.values():
        if indicator.theme == theme:
            definition = "" if indicator.definition in said else indicator.definition
            lines.append(_describe_line(findings, indicator, definition))
            said.add(indicator.definition)
    return tuple(lines)


def _describe_line(findings: Findings, indicator: Indicator, definition: str) -> IndicatorLine:
    values = _list_values(findings, indicator)
    return IndicatorLine(
        indicator=indicator,
        name_note=describe_name_note(indicator),
        measure=MEASURES[indicator.measure].name,
        definition=definition,
        href=addresses.indicator_page(indicator.id) if len(findings.reports) > 1 else "",
        years=tuple(
            YearCell(year=year, rows=tuple(value for value in values if value.year == year))
            for year in _list_years(findings)
        ),
    )


def _list_years(findings: Findings) -> tuple[str, ...]:
    """Return the years that numbers with names speak of, and those of the reports, newest first."""
    reports = findings.reports
    spoken = {_find_year(entry.report, fact) for entry in reports for fact in entry.facts if fact.named}
    return tuple(sorted(spoken | {entry.report.id for entry in reports}, reverse=True))


def _list_values(findings: Findings, indicator: Indicator) -> tuple[YearRow, ...]:
    """Return every value of an indicator, the newest report first, in the order of its text."""
    facts = [(entry, fact) for entry in findings.reports for fact in entry.facts_of(indicator.id)]
    stated = Counter((_find_year(entry.report, fact), _tell_apart(fact)) for entry, fact in facts)
    return tuple(
        _describe_value(entry, fact, is_alone=stated[_find_year(entry.report, fact), _tell_apart(fact)] == 1)
        for entry, fact in facts
    )


def _describe_value(entry: ReportFindings, fact: Fact, *, is_alone: bool) -> YearRow:
    year, words = _find_year(entry.report, fact), list(_tell_apart(fact))
    source = [report_crumb(entry.report).text]
    long = words + source * (year != entry.report.id)
    return YearRow(
        label=f"{year}（{'，'.join(long)}）" if long else year,
        year=year,
        told="，".join(words + source * (not is_alone)),
        report_id=entry.report.id,
        row=describe_rows(entry, (fact,), {})[0],
    )


def _find_year(report: Report, fact: Fact) -> str:
    return fact.year or report.id


def _tell_apart(fact: Fact) -> tuple[str, ...]:
    """Return what tells a value from others of its indicator and year."""
    told = f"{fact.told_year}年" if fact.told_year else ""
    return tuple(word for word in fact.role_name.split("，") if word and word != told)


def _list_rows(findings: Findings, line: IndicatorLine) -> tuple[YearRow, ...]:
    """Return an indicator's values and the reports without one: by county or group, then from the newest year."""
    rows = list(_list_values(findings, line.indicator))
    stating = {row.report_id for row in rows}
    for entry in findings.reports:
        id = entry.report.id  # noqa: A001  # the contract's word
        if id not in stating:
            rows.append(YearRow(label=id, year=id, told="", report_id=id, row=None))
    groups = [None, *dict.fromkeys(row.row.fact.of for row in rows if row.row and row.row.fact.of)]
    rows.sort(key=lambda row: row.year, reverse=True)
    rows.sort(key=lambda row: groups.index(row.row.fact.of) if row.row else 0)
    return tuple(rows)


def _describe_own_page(context: Context, line: IndicatorLine, theme: str) -> Page:
    charts = tuple(
        context.views[picture_id(record)]
        for record in context.charts
        if any(row.fact.indicator.id == line.indicator.id for row in record.rows)
    )
    return describe_page(
        context,
        path=line.href,
        title=line.indicator.name,
        description=f"{line.indicator.name}：历年数值、单位、范围。",
        kind="indicator",
        body=IndicatorPage(line=line, theme=theme, rows=_list_rows(context.findings, line), charts=charts),
        crumbs=(Link(text="指标", href=addresses.INDICATORS),),
        site_column="数据发布",
        has_charts=bool(charts),
    )
