"""Findings → chart records: which charts each report has, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..analysis.placeholders import PLACEHOLDER, list_placeholders
from ..model import addresses
from ..model.catalogue import ChartSpec
from ..model.chart import ChartRecord, ChartRow, ChartSum, LeftOutChart, TextPart
from ..model.chart_forms import CHART_FORMS, SHARE
from ..model.display_names import CLAIM_NAMES
from ..model.findings import Fact, Findings, ReportFindings
from ..model.report import Report
from .forms import FORMS, Form
from .shown import describe_value
from .source import describe_document, describe_source, describe_year

CLAUSE_END = re.compile("[，。；：？！]")


def compute_chart_records(findings: Findings) -> tuple[ChartRecord, ...]:
    """Return the charts of every report, newest report first, in the order of the catalogue."""
    return tuple(
        _compute_record(findings, report_findings, spec)
        for report_findings in findings.reports
        for spec in findings.project.charts
        if _is_due(findings, report_findings, spec) and not _list_missing(findings, report_findings, spec)
    )


def compute_left_out_charts(findings: Findings) -> tuple[LeftOutChart, ...]:
    """Return the charts that a report cannot have; a trend that waits for a second year is not among them."""
    return tuple(
        LeftOutChart(report_id=report_findings.report.id, spec=spec, missing=missing)
        for report_findings in findings.reports
        for spec in findings.project.charts
        if _is_due(findings, report_findings, spec)
        and (missing := _list_missing(findings, report_findings, spec))
    )


def _is_due(findings: Findings, report_findings: ReportFindings, spec: ChartSpec) -> bool:
    """A trend belongs to the newest report, once two reports have a point of it; others to every report."""
    if not CHART_FORMS[spec.form].is_over_years:
        return True
    return report_findings is findings.reports[0] and len(findings.series.get(spec.indicators[0], ())) >= 2


def _list_missing(findings: Findings, report_findings: ReportFindings, spec: ChartSpec) -> tuple[str, ...]:
    """Return the indicators that a report lacks; of a trend it needs to state a point, of whatever year."""
    wanted = [*list_placeholders(spec.title), *list_placeholders(spec.note)]
    ids = [id.partition(".")[0] for id in wanted if report_findings.fact(id) is None]  # noqa: A001
    return tuple(dict.fromkeys([*_list_undrawn(findings, report_findings, spec), *ids]))


def _list_undrawn(findings: Findings, report_findings: ReportFindings, spec: ChartSpec) -> list[str]:
    form = CHART_FORMS[spec.form]
    if form.is_over_years:
        points = findings.series.get(spec.indicators[0], ())
        stating = {report for report, _ in points}
        return [] if report_findings.report.id in stating else list(spec.indicators)
    return [
        indicator
        for indicator in spec.indicators
        if any(report_findings.fact(_join(indicator, role)) is None for role in form.roles)
    ]


def _join(indicator: str, role: str | None) -> str:
    return f"{indicator}.{role}" if role else indicator


def _compute_record(findings: Findings, report_findings: ReportFindings, spec: ChartSpec) -> ChartRecord:
    rows = _compute_rows(findings, report_findings, spec)
    facts = [row.fact for row in rows]
    return ChartRecord(
        id=spec.id,
        form=spec.form,
        drawing=FORMS[spec.form].choose(rows),
        report_id=report_findings.report.id,
        section=_find_section(report_findings, spec),
        subject=facts[0].indicator.name if CHART_FORMS[spec.form].is_of_one else "",
        title_parts=_fill(spec.title, report_findings),
        note_parts=_fill(spec.note, report_findings),
        unit=_join_unique(fact.counted_in for fact in facts),
        scope=_join_unique(fact.indicator.scope for fact in facts),
        source=_describe_sources(report_findings.report, rows),
        document=describe_document(report_findings.report),
        rows=rows,
        sums=_list_sums(report_findings, rows[0].fact) if spec.form == SHARE else (),
    )


def _list_sums(report_findings: ReportFindings, claim: Fact) -> tuple[ChartSum, ...]:
    """Return what became of each attempt to recompute a rate, in the order of the checks."""
    return tuple(
        ChartSum(
            formula=check.formula,
            computed=check.computed,
            outcome=CLAIM_NAMES[check.outcome],
            reason=check.reason,
            href=addresses.check_href(report_findings.report, check.spec.id),
        )
        for check in report_findings.checks
        if check.claim is not None and check.claim.id == claim.id
    )


def _find_section(report_findings: ReportFindings, spec: ChartSpec) -> str:
    facts = report_findings.facts_of(spec.indicators[0])
    drawn = (fact for fact in facts if fact.role in CHART_FORMS[spec.form].roles)
    return next(drawn, facts[0]).section


def _compute_rows(
    findings: Findings, report_findings: ReportFindings, spec: ChartSpec
) -> tuple[ChartRow, ...]:
    form = FORMS[spec.form]
    reports = {other.report.id: other.report for other in findings.at_hand}
    points = _list_points(findings, report_findings, spec)
    return tuple(
        _compute_row(
            reports[report], fact, form.label(report, fact), _is_emphasised(form, spec, fact, index, points)
        )
        for index, (report, fact) in enumerate(points)
    )


def _list_points(
    findings: Findings, report_findings: ReportFindings, spec: ChartSpec
) -> list[tuple[str, Fact]]:
    form = CHART_FORMS[spec.form]
    if form.is_over_years:
        return list(findings.series[spec.indicators[0]])
    ids = [_join(indicator, role) for indicator in spec.indicators[: form.drawn] for role in form.roles]
    facts = [report_findings.fact(id) for id in ids]  # noqa: A001
    return [(report_findings.report.id, fact) for fact in facts if fact is not None]


def _is_emphasised(
    form: Form, spec: ChartSpec, fact: Fact, index: int, points: list[tuple[str, Fact]]
) -> bool:
    if form.emphasis is not None and (CHART_FORMS[spec.form].is_of_one or spec.emphasis is None):
        whole = [point for _, point in points if point.of == points[0][1].of]
        return index == form.emphasis % len(whole)
    return fact.indicator.id == spec.emphasis


def _compute_row(report: Report, fact: Fact, label: str, emphasised: bool) -> ChartRow:
    return ChartRow(
        fact=fact,
        report_id=report.id,
        label=label,
        shown=describe_value(fact),
        value=fact.value,
        exact=fact.is_exact,
        emphasised=emphasised,
        source=describe_source(report, (fact.section,)),
        href=addresses.fact_href(report, fact),
    )


def _fill(text: str, report_findings: ReportFindings) -> tuple[TextPart, ...]:
    """Return words and values in turn; `re.split` puts the placeholders' ids at the odd places."""
    parts: list[TextPart] = []
    for index, piece in enumerate(PLACEHOLDER.split(text)):
        if index % 2:
            fact = report_findings.fact(piece.strip())
            assert fact is not None, "a chart with a placeholder that has no fact is left out"
            parts.append(TextPart(text=_say_value(fact, parts), fact=fact))
        elif piece:
            parts.append(TextPart(text=piece))
    return tuple(parts)


def _say_value(fact: Fact, before: list[TextPart]) -> str:
    """Return the value without a qualifier that the clause has already: 每个片区不少于{…} needs no second 不少于."""
    clause = CLAUSE_END.split("".join(part.text for part in before))[-1]
    said = fact.qualifier_text and fact.qualifier_text in clause
    return fact.words if said else describe_value(fact)


def _join_unique(words: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(words))


def _describe_sources(report: Report, rows: tuple[ChartRow, ...]) -> str:
    """Name the year as well where rows come from several reports."""
    if len({row.report_id for row in rows}) == 1:
        return describe_source(report, (row.fact.section for row in rows))
    return _join_unique(f"{describe_year(row.report_id)}{row.source}" for row in rows)
