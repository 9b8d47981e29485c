"""What the data files have to hold, field by field: `facts.value`, `numerals.kind`, `checks.formula`, `report.title`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from ...model.catalogue import DataLicence
from ...model.check_specs import TableSum
from ...model.display_names import CHECK_NAMES, DRAFTED_NAME, KIND_NAMES, QUALIFIER_CODES, ROLE_NAMES
from ...model.findings import CensusEntry, CheckResult, Fact, ReportFindings
from ...model.measures import MEASURES
from ...model.numeral import describe_decimal
from ...model.report import Report
from .things import say_measure, say_outcome, say_qualifier, say_unit
from .words import Scope, one, read_day, read_marker, say_value


def _prefix(table: str, **fields: object) -> Scope:
    return one(**{f"{table}.{name}": "" if value is None else value for name, value in fields.items()})


def describe_report_fields(report: Report, licence: DataLicence) -> Scope:
    """Return the scope of the report's own fields in the data."""
    fields = report.disclosure
    return _prefix(
        "report",
        id=report.id,
        title=report.title,
        publisher=fields.publisher,
        published=read_day(fields.published),
        index_number=fields.index_number,
        source_url=report.source_url,
        source_sha256=report.capture_sha256,
        licence="-".join(licence.name.split(" ")),
    )


def describe_fact_fields(report_findings: ReportFindings, fact: Fact) -> Scope:
    """Return a fact's record; `surface` and `sentence` are cut from the body anew."""
    report = report_findings.report
    section = report.section_at(fact.span.start)
    return _prefix(
        "facts",
        id=fact.id,
        indicator=fact.indicator.id if fact.named else "",
        named=str(fact.named).lower(),
        role=fact.role,
        role_name=ROLE_NAMES.get(fact.role or "", ""),
        year=fact.year,
        of=fact.of,
        name=fact.indicator.name,
        surface=report.captured.of(fact.span),
        display=report.display.of(fact.span),
        value=describe_decimal(fact.value),
        unit=fact.unit,
        measure=say_measure(fact),
        measure_name=MEASURES[say_measure(fact)].name,
        qualifier=fact.qualifier.value if fact.qualifier else None,
        qualifier_name=QUALIFIER_CODES[fact.qualifier] if fact.qualifier else "",
        scope=fact.indicator.scope,
        section=section.number,
        section_label=read_marker(report, section),
        start=report.captured.span(fact.span).start,
        end=report.captured.span(fact.span).end,
        sentence=report.captured.of(fact.sentence),
        href=f"{locate_section(report, section.number)}#{quote(fact.id)}",
        upper=None if fact.upper is None else describe_decimal(fact.upper),
        per=None if fact.per is None else describe_decimal(fact.per),
        members=" ".join(describe_decimal(member) for member in fact.members),
        included=None if fact.included is None else str(fact.included).lower(),
    )


def locate_section(report: Report, number: str) -> str:
    """Return the page of a section; a part stands on its first section's, the title line on the full page."""
    section = report.section(number)
    page = report.page_of(section) if section else None
    return f"{report.id}/{page.slug if page else 'full'}.html"


def locate_numeral(report: Report, entry: CensusEntry) -> str:
    """Return the anchor of a numeral: its place in `report.txt`."""
    return f"_numeral-{report.captured.span(entry.span).start}"


def describe_numeral_fields(report: Report, entry: CensusEntry) -> Scope:
    """Return a numeral's record."""
    span = report.captured.span(entry.span)
    return _prefix(
        "numerals",
        start=span.start,
        end=span.end,
        text=report.captured.of(entry.span),
        kind=entry.kind.value,
        kind_name=KIND_NAMES[entry.kind],
        fact=" ".join(entry.facts),
    )


def describe_check_fields(check: CheckResult) -> Scope:
    """Return a check's record."""
    interval = check.interval
    bounds = [describe_decimal(interval.low), describe_decimal(interval.high)] if interval else []
    return _prefix(
        "checks",
        id=check.spec.id,
        name=check.spec.name,
        inputs=" ".join(fact.id for fact in check.inputs),
        formula=check.formula,
        printed=check.printed,
        interval=" ".join(bounds),
        low=bounds[0] if bounds else "",
        high=bounds[1] if bounds else "",
        result=check.outcome.value,
        result_name=CHECK_NAMES[check.outcome],
        reason=check.reason,
    )


def describe_check_notes(check: CheckResult) -> Scope:
    """Return what the notes on the numbers of a check say of it."""
    if check.claim is None:
        return {}
    worked_out = " = ".join(filter(None, (check.formula, check.computed)))
    claimed = {"text": say_outcome(check), "sum": worked_out, "reason": check.reason}
    used = {"text": _name(check.claim), "sum": worked_out}
    return _prefix("note.checks", **claimed) | _prefix("note.uses", **used)


def list_sums(report_findings: ReportFindings) -> dict[tuple[str, str], list[str]]:
    """Return the anchors of checks by (`checks`, fact) of the number recomputed, by (`uses`, fact) of those it takes."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for check in report_findings.checks:
        *parts, last = check.inputs
        if check.claim is not None:
            found["checks", last.id].append(f"_check-{check.spec.id}")
        if check.claim is not None and check.formula and not isinstance(check.spec, TableSum):
            for part in parts:
                found["uses", part.id].append(f"_check-{check.spec.id}")
    return found


def _name(fact: Fact) -> str:
    role = f"（{fact.role_name}）" if fact.role_name else ""
    return fact.indicator.name + role + (DRAFTED_NAME if fact.indicator.drafted else "")


def describe_note_fields(report_findings: ReportFindings, fact: Fact) -> Scope:
    """Return the scope of the note on a number; `again` may have several texts."""
    report, indicator = report_findings.report, fact.indicator
    return _prefix(
        "note",
        id=fact.id,
        name=_name(fact),
        shown=say_value(fact),
        unit=say_unit(fact),
        measure=MEASURES[say_measure(fact)].name,
        qualifier=say_qualifier(fact),
        scope=indicator.scope,
        marker=read_marker(report, report.section_at(fact.span.start)),
        sentence=report.display.of(fact.sentence),
        definition=indicator.definition,
        source=indicator.definition_source,
    ) | {
        "note.again.text": tuple(
            read_marker(report, report.section_at(span.start)) for span in fact.occurrences
        ),
    }


def list_anchored_fields(report_findings: ReportFindings) -> Iterator[tuple[str, Scope]]:
    """Yield the records of a report by the anchors that stand for their things."""
    for fact in report_findings.facts:
        yield (
            fact.id,
            describe_fact_fields(report_findings, fact) | describe_note_fields(report_findings, fact),
        )
    for entry in report_findings.census:
        yield (
            locate_numeral(report_findings.report, entry),
            describe_numeral_fields(report_findings.report, entry),
        )
    for check in report_findings.checks:
        yield f"_check-{check.spec.id}", describe_check_fields(check) | describe_check_notes(check)


def merge(scopes: dict[str, Scope], more: Mapping[str, Scope]) -> None:
    """Add scopes by anchor to those that are there."""
    for anchor, scope in more.items():
        scopes[anchor] = scopes.get(anchor, {}) | scope
