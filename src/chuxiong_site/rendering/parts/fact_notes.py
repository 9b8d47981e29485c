"""The notes that open at a number in the text: one record a fact, as data for the page's script.

The note is an upgrade: without it each number is a link to its row, which says the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ...charts import picture_id, render_json
from ...model import addresses
from ...model.chart import ChartRecord
from ...model.check_specs import TableSum
from ...model.findings import CheckResult, Fact, ReportFindings
from ...model.headings import describe_marker
from ...model.place import Span
from ...model.records import dataclass
from ...model.report import Report
from ..citing.gbt7714 import describe_citation
from ..frame.page import Context
from ..text.text_fragment import describe_text_fragment, join_lines
from .fact_rows import FactRow, describe_name_note, describe_rows
from .outcomes import describe_outcome

Entries = list[dict[str, str]]
"""Lines of a note, each with its address."""


def render_fact_notes(context: Context, facts: tuple[Fact, ...], *, here: str) -> Markup:
    """Return the notes of some facts as JSON; `here` is the page's path, addresses are relative to it."""
    root = addresses.relative_root(here)
    rows = describe_rows(context.report_findings, facts, {})
    sums = _describe_sums(context.report_findings, root)
    notes = [_describe_note(context, row, root, sums) for row in rows]
    data = {
        "report": context.report.id,
        "title": context.report.title,
        "citation": describe_citation(context.report),
        "problem": _describe_contact(context),
        "rows": root + addresses.report_page(context.report, "facts"),
        "facts": notes,
    }
    return render_json(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What was recomputed in a report, by the ids of the facts concerned."""

    claimed: Mapping[str, Entries]
    """Of the number that each check recomputes: how it came out, the sum, why."""
    used: Mapping[str, Entries]
    """Of the numbers that it computes with, which nothing verifies: for which number, and the sum."""


def _describe_sums(report_findings: ReportFindings, root: str) -> Sums:
    claimed: dict[str, Entries] = {}
    used: dict[str, Entries] = {}
    for check in report_findings.checks:
        if check.claim is None:
            continue
        said = {"sum": describe_sum(check)}
        place = {"href": root + addresses.check_href(report_findings.report, check.spec.id)}
        outcome = {"text": describe_outcome(check), **said, "reason": check.reason, **place}
        claimed.setdefault(check.claim.id, []).append(outcome)
        for fact in _list_used(check):
            used.setdefault(fact.id, []).append({"text": _name(check.claim), **said, **place})
    return Sums(claimed=claimed, used=used)


def describe_sum(check: CheckResult) -> str:
    """Return the sum as the checks page prints it, 41159件 ÷ 41903件 = 98.2244…%; empty where there is none."""
    return f"{check.formula} = {check.computed}" if check.computed else check.formula


def _list_used(check: CheckResult) -> tuple[Fact, ...]:
    """Return the report's own numbers that a sum is made of; in a table every cell would be one of them."""
    return check.inputs[:-1] if check.formula and not isinstance(check.spec, TableSum) else ()


def _name(fact: Fact) -> str:
    role = f"（{fact.role_name}）" if fact.role_name else ""
    return fact.indicator.name + role + describe_name_note(fact.indicator)


def _describe_note(context: Context, row: FactRow, root: str, sums: Sums) -> dict[str, object]:
    report, fact = context.report, row.fact
    chart = find_chart(context.charts, report, fact)
    return {
        "id": fact.id,
        "name": _name(fact),
        "shown": row.shown,
        "unit": fact.counted_in,
        "measure": row.measure,
        "qualifier": row.qualifier_note,
        "scope": fact.indicator.scope,
        "marker": row.marker,
        "sentence": row.sentence,
        "definition": fact.indicator.definition,
        "source": fact.indicator.definition_source,
        "checks": sums.claimed.get(fact.id, []),
        "uses": sums.used.get(fact.id, []),
        "chart": f"{root}{_chart_href(report, chart)}" if chart else "",
        "again": [_describe_occurrence(context.report_findings, span, root) for span in fact.occurrences],
        "official": describe_official_address(report, fact),
    }


def find_chart(charts: tuple[ChartRecord, ...], report: Report, fact: Fact) -> ChartRecord | None:
    """Return the first chart of the report that shows the fact, or `None`."""
    return next(
        (
            chart
            for chart in charts
            if chart.report_id == report.id and any(row.fact.id == fact.id for row in chart.rows)
        ),
        None,
    )


def _chart_href(report: Report, chart: ChartRecord) -> str:
    section = next(section for section in report.sections if section.number == chart.section)
    return f"{addresses.section_href(report, section)}#{picture_id(chart)}"


def _describe_occurrence(report_findings: ReportFindings, span: Span, root: str) -> dict[str, str]:
    report = report_findings.report
    return {
        "text": describe_marker(report, report.section_at(span.start)),
        "href": root + addresses.sentence_href(report, span),
    }


def describe_official_address(report: Report, fact: Fact) -> str:
    """Return the official page's address with a text fragment that finds the number; empty where it is not known."""
    if not report.source_url:
        return ""
    page, span = join_lines(report, fact.span)
    return f"{report.source_url}#{describe_text_fragment(page, span)}"


def _describe_contact(context: Context) -> str:
    """Return the address for reporting a problem: an issue form, a mail address, or nothing."""
    site = context.site
    if site.repository:
        return f"{site.repository.rstrip('/')}/issues/new?title="
    return f"mailto:{site.contact}?subject=" if site.contact else ""
