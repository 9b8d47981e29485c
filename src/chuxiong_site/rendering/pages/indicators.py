"""The catalogue of indicators with every year's value, and a page each once two years exist."""

from __future__ import annotations

from dataclasses import dataclass

from ...charts import ChartView, picture_id
from ...model import addresses
from ...model.catalogue import Indicator
from ...model.findings import Findings
from ...model.measures import MEASURES
from ...model.report import Report
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.fact_rows import FactRow, describe_name_note, describe_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """What one report says of an indicator; no rows when it says nothing."""

    year: str
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """An indicator with all its years, newest first."""

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
class YearRow:
    """A value on an indicator's own page, or a report that has none."""

    label: str
    """2023, 2023（压缩后）, 2011（2012年度报告）."""
    report_id: str
    row: FactRow | None


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
            years=tuple(report_findings.report.id for report_findings in findings.reports),
            total=total,
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
    years = tuple(
        YearCell(
            year=report_findings.report.id,
            rows=describe_rows(report_findings, report_findings.facts_of(indicator.id), {}),
        )
        for report_findings in findings.reports
    )
    href = addresses.indicator_page(indicator.id) if len(findings.reports) > 1 else ""
    return IndicatorLine(
        indicator=indicator,
        name_note=describe_name_note(indicator),
        measure=MEASURES[indicator.measure].name,
        definition=definition,
        href=href,
        years=years,
    )


def _list_rows(findings: Findings, line: IndicatorLine) -> tuple[YearRow, ...]:
    reports = {report_findings.report.id: report_findings.report for report_findings in findings.reports}
    rows = [
        YearRow(label=_describe_year(reports[cell.year], row), report_id=cell.year, row=row)
        for cell in line.years
        for row in cell.rows
    ]
    rows += [YearRow(label=cell.year, report_id=cell.year, row=None) for cell in line.years if not cell.rows]
    groups = [None, *dict.fromkeys(row.row.fact.of for row in rows if row.row and row.row.fact.of)]
    rows.sort(key=_find_year, reverse=True)
    rows.sort(key=lambda row: groups.index(row.row.fact.of) if row.row else 0)
    return tuple(rows)


def _find_year(row: YearRow) -> str:
    return (row.row.fact.year if row.row else None) or row.report_id


def _describe_year(report: Report, row: FactRow) -> str:
    """Return the year of a value, with what else tells it from others."""
    fact = row.fact
    year = fact.year or report.id
    told = f"{fact.told_year}年" if fact.told_year else ""
    words = [word for word in fact.role_name.split("，") if word and word != told]
    words += [report_crumb(report).text] if year != report.id else []
    return f"{year}（{'，'.join(words)}）" if words else year


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
