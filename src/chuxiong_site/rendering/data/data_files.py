"""The data contract: facts as JSON and CSV, numerals and checks as JSON."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ...model import addresses
from ...model.catalogue import DataLicence
from ...model.findings import CheckResult, Fact, ReportFindings
from ...model.headings import describe_marker
from ...model.numeral import Numeral, describe_decimal
from ...model.report import Report
from ..frame.dates import iso_date
from ..json_file import render_json_file
from .fields import FACTS

CSV_FIELDS = tuple(field.name for field in FACTS.fields)
JSON_FIELDS = (
    "id", "indicator", "named", "role", "year", "of", "name", "surface", "display", "value", "unit", "measure",
    "qualifier", "scope", "section", "start", "end", "sentence", "href", "section_label",
)  # fmt: skip
FORMULA = re.compile(r"[=@＝＠\t\r\n]|[-+－＋](?![0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[%‰]?\Z)")
"""A cell that begins so is a formula to spreadsheet programs; a number with its sign is none."""
BEGINNINGS = frozenset("=@＝＠\t\r\n-+－＋")
"""The first characters of all of them: few cells have one, and there are many cells."""


def render_facts_csv(report_findings: ReportFindings) -> bytes:
    """Return all facts as a table for spreadsheet programs."""
    return render_csv([describe_fact(report_findings.report, fact) for fact in report_findings.facts])


def render_facts_json(report_findings: ReportFindings, licence: DataLicence) -> bytes:
    """Return all facts, and whose they are."""
    facts = [describe_fact(report_findings.report, fact) for fact in report_findings.facts]
    return render_json_file({"report": describe_report(report_findings.report, licence), "facts": facts})


def render_numerals_json(report_findings: ReportFindings) -> bytes:
    """Return the class of every numeral."""
    return render_json_file({"numerals": describe_numerals(report_findings)})


def render_checks_json(report_findings: ReportFindings) -> bytes:
    """Return the results of the checks as JSON."""
    return render_json_file({"checks": [describe_check(check) for check in report_findings.checks]})


def describe_report(report: Report, licence: DataLicence) -> dict[str, Any]:
    """Return the report's own fields of the data."""
    fields = report.disclosure
    return {
        "id": report.id,
        "title": report.title,
        "publisher": fields.publisher,
        "published": iso_date(fields.published),
        "index_number": fields.index_number,
        "source_url": report.source_url,
        "source_sha256": report.capture_sha256,
        "licence": licence.code,
    }


def describe_fact(report: Report, fact: Fact) -> dict[str, Any]:
    """Return one fact with the fields of the data contract, in its order; its words and places are the capture's."""
    captured = report.captured
    span = captured.span(fact.span)
    row = describe_stated(report, fact) | {
        "surface": captured.of(fact.span),
        "start": span.start,
        "end": span.end,
        "sentence": captured.of(fact.sentence),
    }
    return {name: row[name] for name in JSON_FIELDS} | describe_extent(fact)


def describe_stated(report: Report, fact: Fact) -> dict[str, Any]:
    """Return what can be said of a fact without the text around it."""
    section = report.section_at(fact.span.start)
    return {
        "id": fact.id,
        "indicator": fact.indicator.id if fact.named else None,
        "named": fact.named,
        "role": fact.role,
        "year": fact.year,
        "of": fact.of,
        "name": fact.indicator.name,
        "display": fact.display,
        "value": describe_decimal(fact.value),
        "unit": fact.unit,
        "measure": fact.measure,
        "qualifier": fact.qualifier.value if fact.qualifier else None,
        "scope": fact.indicator.scope,
        "section": fact.section,
        "href": addresses.fact_href(report, fact, section),
        "section_label": describe_marker(report, section),
    }


def describe_extent(number: Fact | Numeral) -> dict[str, Any]:
    """Return what only some numbers have: the upper end of a range, what a rate is counted by, members, a bound."""
    extent: dict[str, Any] = {
        name: None if value is None else describe_decimal(value)
        for name, value in (("upper", number.upper), ("per", number.per))
    }
    extent["members"] = [describe_decimal(member) for member in number.members] or None
    extent["included"] = number.included
    return {name: value for name, value in extent.items() if value is not None}


def render_csv(facts: list[dict[str, Any]]) -> bytes:
    """Return the facts as CSV."""
    return render_table(CSV_FIELDS, ([fact[name] for name in CSV_FIELDS] for fact in facts))


def render_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV: UTF-8 with BOM, so that spreadsheet programs show Chinese; no cell is a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([shield(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def shield(value: object) -> str:
    """Return a cell with an apostrophe before what a spreadsheet program would run as a formula."""
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text[:1] in BEGINNINGS and FORMULA.match(text) else text


def describe_numerals(report_findings: ReportFindings) -> list[dict[str, Any]]:
    """Return every numeral of the text with its kind, in order; its words and place are the capture's."""
    captured = report_findings.report.captured
    return [
        {
            "start": captured.span(entry.span).start,
            "end": captured.span(entry.span).end,
            "text": captured.of(entry.span),
            "kind": entry.kind.value,
            "fact": " ".join(entry.facts) or None,
        }
        for entry in report_findings.census
    ]


def describe_check(check: CheckResult) -> dict[str, Any]:
    """Return one check with the fields of the data contract, in its order."""
    interval = check.interval
    return {
        "id": check.spec.id,
        "name": check.spec.name,
        "inputs": [fact.id for fact in check.inputs],
        "formula": check.formula or None,
        "printed": check.printed or None,
        "interval": [describe_decimal(interval.low), describe_decimal(interval.high)] if interval else None,
        "result": check.outcome.value,
        "reason": check.reason,
    }
