"""What was verified, how, with what result; what could not be, and why; and every number of the text by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ...model import addresses
from ...model.check_specs import TableSum
from ...model.display_names import KIND_NAMES
from ...model.findings import CheckOutcome, CheckResult, ReportFindings
from ...model.numeral import NumeralKind, describe_decimal
from ...model.records import dataclass
from ...model.report import Report
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.display_changes import list_display_changes
from ..parts.fact_rows import FactRow, describe_rows
from ..parts.outcomes import compute_tallies, describe_outcome, describe_tallies
from ..text.breaks import keep_whole

ROWS_ADDED = "各行相加"
TOTAL_NAME = re.compile(f"(「.*」一行)?、?(「.*」一栏)?：({ROWS_ADDED}|各栏相加)", re.DOTALL)
"""How totals of tables are named: their row, their column, what is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """A line of the auditor's sheet."""

    anchor: str
    name: str
    formula: Markup
    """Its figures kept whole."""
    printed: str
    computed: str
    interval: str
    outcome: str
    outcome_id: str
    reason: Markup
    """Why, its figures kept whole."""
    accepted: str
    """Staff's word for a claim that the official text itself fails."""
    inputs: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalView:
    """A total of a table, where it stands in the text, and the sum where it differs."""

    anchor: str
    row: FactRow
    outcome_id: str
    said: str
    """That the sum agrees, or what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsView:
    """The totals of one row or one column of a table."""

    name: str
    """「合计」一行：各行相加."""
    totals: tuple[TotalView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table with totals."""

    name: str
    href: str
    lines: tuple[TotalsView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumeralWord:
    """A number of the text as written, how often, and where it first stands."""

    text: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """A kind of numeral in the census."""

    kind: str
    name: str
    count: int
    words: tuple[NumeralWord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksPage:
    """What the checks page shows."""

    report: Report
    recomputed: tuple[CheckView, ...]
    relations: tuple[CheckView, ...]
    """What is only larger or smaller than something else."""
    tables: tuple[TableView, ...]
    """What is added up in tables, a block a table."""
    unverifiable: tuple[CheckView, ...]
    tallies: Markup
    """How everything came out; empty for a report without a check."""
    census: tuple[KindLine, ...]
    numerals: int
    tagged: int
    """Of the numerals, those that state facts; one 100% may state two."""
    facts: int
    characters: int
    """Code points of the body that are not white space."""
    marks: tuple[tuple[str, str, int], ...]
    changes: tuple[str, ...]
    """What else is shown otherwise than it was captured."""
    hidden: int
    """How many characters that nobody sees are left out."""
    hidden_href: str
    """Where they are listed: with the report's source, in a site of one report on its page about itself."""
    json: str
    numerals_json: str


def describe_checks_page(context: Context) -> Page:
    """Return the page of the checks."""
    report, report_findings = context.report, context.report_findings
    relations = tuple(
        _describe_check(report_findings, check) for check in report_findings.checks if check.claim is None
    )
    claims = tuple(
        _describe_check(report_findings, check)
        for check in report_findings.checks
        if check.claim is not None and not isinstance(check.spec, TableSum)
    )
    body = ChecksPage(
        report=report,
        recomputed=tuple(view for view in claims if view.outcome_id != CheckOutcome.UNVERIFIABLE),
        relations=relations,
        tables=tuple(_describe_tables(report_findings)),
        unverifiable=tuple(view for view in claims if view.outcome_id == CheckOutcome.UNVERIFIABLE),
        tallies=describe_tallies(compute_tallies(report_findings)),
        census=tuple(
            _describe_kind(report_findings, kind) for kind in NumeralKind if _count(report_findings, kind)
        ),
        numerals=len(report_findings.census),
        tagged=sum(bool(entry.facts) for entry in report_findings.census),
        facts=len(report_findings.facts),
        characters=sum(not char.isspace() for char in report.body),
        marks=report.display.marks,
        changes=list_display_changes(report),
        hidden=len(report.captured.hidden),
        hidden_href=f"{addresses.report_page(report, 'index')}#_display"
        if context.surroundings.several
        else f"{addresses.ABOUT}#_display",
        json=addresses.data_file(report, "checks.json"),
        numerals_json=addresses.data_file(report, "numerals.json"),
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "checks"),
        title="核对了什么",
        description=f"{report.title}：原文与官方页逐字比对、每一处数归类的结果{'；哪些比率能复算，哪些不能，为什么' if report_findings.checks else ''}。",
        kind="checks",
        body=body,
        crumbs=(report_crumb(report),),
        site_column="数据发布",
    )


def _describe_check(report_findings: ReportFindings, check: CheckResult) -> CheckView:
    return CheckView(
        anchor=addresses.check_anchor(check.spec.id),
        name=check.spec.name,
        formula=keep_whole(check.formula, {fact.display for fact in check.inputs}),
        printed=check.printed,
        computed=check.computed,
        interval=describe_interval(check),
        outcome=describe_outcome(check),
        outcome_id=check.outcome.value,
        reason=_keep_figures(check),
        accepted=report_findings.report.accepted_failures.get(check.spec.id, ""),
        inputs=describe_rows(report_findings, check.inputs, {}),
    )


def _describe_tables(report_findings: ReportFindings) -> Iterator[TableView]:
    """Yield the tables with totals, in order; the totals of one row or one column together."""
    report = report_findings.report
    for order, table in enumerate(report.tables, start=1):
        checks = [
            check
            for check in report_findings.checks
            if isinstance(check.spec, TableSum) and table.span.contains(check.inputs[-1].span)
        ]
        if checks:
            note = report.display.of(table.notes[0]).strip("* \u3000") if table.notes else ""
            yield TableView(
                name=note or f"第 {order} 张表",
                href=addresses.sentence_href(report, table.lines[0]),
                lines=tuple(_describe_lines(report_findings, checks)),
            )


def _describe_lines(report_findings: ReportFindings, checks: Iterable[CheckResult]) -> Iterator[TotalsView]:
    lines: dict[str, list[CheckResult]] = {}
    for check in checks:
        match = TOTAL_NAME.fullmatch(check.spec.name)
        assert match is not None, "a total is named by its row, its column and what is added"
        row, column, way = match.groups()
        whose = (row or column) if way == ROWS_ADDED else (column or row)
        lines.setdefault(f"{whose}：{way}", []).append(check)
    for name, own in lines.items():
        rows = describe_rows(report_findings, tuple(check.inputs[-1] for check in own), {})
        yield TotalsView(
            name=name,
            totals=tuple(_describe_total(check, row) for check, row in zip(own, rows, strict=True)),
        )


def _describe_total(check: CheckResult, row: FactRow) -> TotalView:
    return TotalView(
        anchor=addresses.check_anchor(check.spec.id),
        row=row,
        outcome_id=check.outcome.value,
        said=describe_outcome(check) if check.outcome is CheckOutcome.HOLDS else check.reason,
    )


def _keep_figures(check: CheckResult) -> Markup:
    """Return the reason with the printed figures whole, and the computed one with its 「…」."""
    computed = re.findall(r"[\d.]+…%", check.reason)
    return keep_whole(check.reason, {*computed, *(fact.display for fact in check.inputs)})


def describe_interval(check: CheckResult) -> str:
    """Return the interval of the printed claim, in its own unit: 98.215%～98.225%."""
    if check.interval is None:
        return ""
    unit = check.inputs[-1].unit
    return f"{describe_decimal(check.interval.low)}{unit}～{describe_decimal(check.interval.high)}{unit}"


def _count(report_findings: ReportFindings, kind: NumeralKind) -> int:
    return sum(entry.kind is kind for entry in report_findings.census)


def _describe_kind(report_findings: ReportFindings, kind: NumeralKind) -> KindLine:
    report = report_findings.report
    words: dict[str, NumeralWord] = {}
    for entry in report_findings.census:
        if entry.kind is kind:
            text = report.display.of(entry.span)
            known = words.get(text)
            href = known.href if known else addresses.sentence_href(report, entry.span)
            words[text] = NumeralWord(text=text, count=(known.count if known else 0) + 1, href=href)
    return KindLine(
        kind=kind.value,
        name=KIND_NAMES[kind],
        count=_count(report_findings, kind),
        words=tuple(words.values()),
    )
