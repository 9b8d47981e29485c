"""The catalogue of indicators with the values of the newest reports, by the years that they speak of."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import addresses
from ...model.catalogue import Indicator
from ...model.findings import ReportFindings
from ...model.measures import MEASURES
from ...model.records import dataclass
from ..frame.page import Context, Page, describe_page
from ..parts.comparisons import describe_comparisons
from ..parts.fact_rows import describe_name_note
from ..parts.year_values import Stated, YearValue, find_year, group_stated, list_values

SHOWN_REPORTS = 3
"""Of how many reports the catalogue shows the values: what fits side by side. All of them stand on each indicator's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """What the reports say of an indicator in one year; no values when they say nothing."""

    year: str
    values: tuple[YearValue, ...]


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
    shown: int
    """Of how many reports the values are shown; 0 where it is all."""
    alone: str
    """That there is no other year, where one report stands alone; empty elsewhere."""


def describe_indicators_page(context: Context) -> Page:
    """Return the catalogue."""
    findings = context.findings
    shown = findings.reports[:SHOWN_REPORTS]
    stated = [(entry, group_stated(entry)) for entry in shown]
    years = _list_years(shown)
    groups = tuple(
        ThemeGroup(name=theme.name, lines=_describe_lines(context, theme.id, stated, years))
        for theme in findings.project.themes
    )
    return describe_page(
        context,
        path=addresses.INDICATORS,
        title="指标",
        description="全部指标的名称、单位、范围、种类，以及历年数值。",
        kind="indicators",
        body=IndicatorsPage(
            themes=tuple(group for group in groups if group.lines),
            years=years,
            total=len(findings.project.indicators),
            shown=len(shown) if len(findings.reports) > len(shown) else 0,
            alone="" if context.surroundings.several else describe_comparisons(context),
        ),
        site_column="数据发布",
    )


def _describe_lines(
    context: Context, theme: str, stated: Sequence[tuple[ReportFindings, Stated]], years: tuple[str, ...]
) -> tuple[IndicatorLine, ...]:
    lines, said = [], set()
    for indicator in context.findings.project.indicators.values():
        if indicator.theme == theme:
            values = list_values(
                ((entry, own.get(indicator.id, ())) for entry, own in stated), context.report_findings
            )
            lines.append(
                IndicatorLine(
                    indicator=indicator,
                    name_note=describe_name_note(indicator),
                    measure=MEASURES[indicator.measure].name,
                    definition="" if indicator.definition in said else indicator.definition,
                    href=addresses.indicator_page(indicator.id) if context.surroundings.several else "",
                    years=tuple(
                        YearCell(year=year, values=tuple(value for value in values if value.year == year))
                        for year in years
                    ),
                )
            )
            said.add(indicator.definition)
    return tuple(lines)


def _list_years(reports: Sequence[ReportFindings]) -> tuple[str, ...]:
    """Return the years that numbers with names speak of, and those of the reports, newest first."""
    spoken = {find_year(entry.report, fact) for entry in reports for fact in entry.facts if fact.named}
    return tuple(sorted(spoken | {entry.report.id for entry in reports}, reverse=True))
