"""Facts and checks as the English pages list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import addresses
from ...model.check_specs import OpenClaim, PartCheck, ReductionCheck, UnverifiableCheck
from ...model.english_names import (
    CHECK_NAMES,
    CLAIM_NAMES,
    DRAFTED_NAME,
    NO_SCOPE,
    NO_SCOPE_NAME,
    OPEN_REASON,
)
from ...model.findings import CheckOutcome, CheckResult, Fact, ReportFindings
from ...model.measures import MEASURES
from ...model.numeral import describe_decimal
from ...model.records import dataclass
from ..parts.fact_rows import FactRow, describe_rows
from .figures import describe_figures, describe_role

RELATIONS: dict[type, str] = {PartCheck: "≤", ReductionCheck: "<"}
"""Kind of check that recomputes nothing → how its figures should stand to each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of a check of one figure, and where it is told."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishRow:
    """A fact with its English words beside the report's own."""

    chinese: FactRow
    name: str
    note: str
    """That nobody has confirmed the name; empty for others."""
    of: str
    """Of whom it speaks, in the report's own words."""
    role: str
    figures: str
    measure: str
    scope: str
    """The scope in English; empty where staff wrote it in Chinese alone."""
    is_scope_told: bool
    """Whether the report says the scope."""
    section_href: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishCheck:
    """A check in English, with the report's own figures."""

    anchor: str
    subject: EnglishRow
    """What is recomputed, or compared."""
    relation: str
    """≤ or <; empty where a figure is recomputed."""
    other: EnglishRow
    """What it is compared with."""
    outcome: str
    outcome_id: str
    formula: str
    computed: str
    low: str
    high: str
    reason: str
    """Why it cannot be recomputed, in staff's English words."""
    chinese_reason: str
    accepted: str
    inputs: tuple[EnglishRow, ...]


def describe_english_rows(report_findings: ReportFindings, facts: tuple[Fact, ...]) -> tuple[EnglishRow, ...]:
    """Return the rows of some facts, in their order."""
    rows = describe_rows(report_findings, facts, {})
    return tuple(_describe_row(report_findings, fact, row) for fact, row in zip(facts, rows, strict=True))


def _describe_row(report_findings: ReportFindings, fact: Fact, row: FactRow) -> EnglishRow:
    report, indicator = report_findings.report, fact.indicator
    return EnglishRow(
        chinese=row,
        name=indicator.name_en,
        note=DRAFTED_NAME if indicator.drafted else "",
        of=fact.of or "",
        role=describe_role(fact),
        figures=describe_figures(fact),
        measure=MEASURES[fact.measure].name_en,
        scope=NO_SCOPE_NAME if indicator.scope == NO_SCOPE else indicator.scope_en,
        is_scope_told=indicator.scope != NO_SCOPE,
        section_href=addresses.section_href(report, report.section_at(fact.span.start)),
        outcomes=tuple(_list_outcomes(report_findings, fact)),
    )


def _list_outcomes(report_findings: ReportFindings, fact: Fact) -> Iterator[Outcome]:
    """Yield each outcome of a figure once, with the address of the first check that came to it."""
    told = set()
    page = addresses.ENGLISH + addresses.report_page(report_findings.report, "checks")
    for check in report_findings.checks:
        if check.claim is not None and check.claim.id == fact.id and check.outcome not in told:
            told.add(check.outcome)
            yield Outcome(
                text=CLAIM_NAMES[check.outcome], href=f"{page}#{addresses.check_anchor(check.spec.id)}"
            )


def describe_english_checks(
    report_findings: ReportFindings, checks: Iterable[CheckResult]
) -> tuple[EnglishCheck, ...]:
    """Return some checks, in their order."""
    return tuple(_describe_check(report_findings, check) for check in checks)


def _describe_check(report_findings: ReportFindings, check: CheckResult) -> EnglishCheck:
    spec, unit = check.spec, check.inputs[-1].unit
    rows = describe_english_rows(report_findings, check.inputs)
    subject, other = (rows[0], rows[-1]) if isinstance(spec, PartCheck) else (rows[-1], rows[0])
    interval = check.interval if check.outcome is not CheckOutcome.UNVERIFIABLE else None
    return EnglishCheck(
        anchor=addresses.check_anchor(spec.id),
        subject=subject,
        relation=RELATIONS.get(type(spec), ""),
        other=other,
        outcome=(CLAIM_NAMES if check.claim is not None else CHECK_NAMES)[check.outcome],
        outcome_id=check.outcome.value,
        formula=check.formula,
        computed=check.computed,
        low=f"{describe_decimal(interval.low)}{unit}" if interval else "",
        high=f"{describe_decimal(interval.high)}{unit}" if interval else "",
        reason=_describe_reason(spec),
        chinese_reason=check.reason,
        accepted=report_findings.report.accepted_failures.get(spec.id, ""),
        inputs=rows,
    )


def _describe_reason(spec: object) -> str:
    """Return why a claim cannot be recomputed; empty where that is said in Chinese alone."""
    if isinstance(spec, UnverifiableCheck):
        return spec.reason_en
    return OPEN_REASON if isinstance(spec, OpenClaim) else ""
