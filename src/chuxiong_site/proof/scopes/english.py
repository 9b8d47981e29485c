"""What the English pages may say of a fact, a check, a section: worked out anew, in plain digits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from decimal import Decimal

from ...model.check_specs import OpenClaim, PartCheck, ReductionCheck
from ...model.english_names import (
    CHECK_NAMES,
    CLAIM_NAMES,
    DRAFTED_NAME,
    NO_SCOPE,
    NO_SCOPE_NAME,
    OPEN_REASON,
    QUALIFIER_NAMES,
    ROLE_NAMES,
    UNIT_NAMES,
)
from ...model.findings import CheckResult, Fact, ReportFindings
from ...model.measures import MEASURES
from ...model.numeral import Qualifier
from ...model.report import Section
from .words import Scope, one, read_heading, read_marker

STRICT = {Qualifier.AT_LEAST: "more than", Qualifier.AT_MOST: "less than"}
SHOWN = 3


def describe_english_section(
    report_findings: ReportFindings, section: Section, numbers: Collection[str]
) -> Scope:
    """Return a heading with the place of what it is a part of, and the first things that some sections count, each once."""
    facts = [fact for fact in report_findings.facts if fact.section in numbers]
    names = [*Counter(fact.indicator.name_en for fact in facts)]
    report, above = report_findings.report, section.number.rpartition(".")[0]
    whole = next(
        (read_marker(report, other) for other in report.sections if above and other.number == above), ""
    )
    marker, heading = read_marker(report, section), read_heading(report, section)
    is_counted_anew = whole and marker.startswith(whole) and heading.startswith(marker.removeprefix(whole))
    placed = whole + heading if is_counted_anew else heading
    return one(en_heading=placed, en_names="; ".join([*names[:SHOWN], *["…"] * (len(names) > SHOWN)]))


def describe_english_fact(fact: Fact, checks: Iterable[CheckResult]) -> Scope:
    """Return what a row says of a fact in English."""
    indicator = fact.indicator
    outcomes = [*Counter(CLAIM_NAMES[check.outcome] for check in checks)]
    if indicator.scope == NO_SCOPE:
        scope = NO_SCOPE_NAME
    else:
        scope = " ".join(words for words in (indicator.scope_en, indicator.scope) if words)
    return one(
        en_named=say_name(fact),
        en_figures=say_figures(fact),
        en_measure=MEASURES["change" if fact.role == "change" else indicator.measure].name_en,
        en_scope=scope,
        en_outcomes=", ".join(outcomes) or "—",
    )


def say_name(fact: Fact) -> str:
    """Return an English name with what tells it apart, and that it is not confirmed."""
    apart = [fact.of, fact.told_year, ROLE_NAMES[fact.role] if fact.role else None]
    said = ", ".join(word for word in apart if word)
    return fact.indicator.name_en + f" ({said})" * bool(said) + f" {DRAFTED_NAME}" * fact.indicator.drafted


def say_qualifier(fact: Fact) -> str:
    """Return the English words before the digits; empty for what is meant as printed."""
    if fact.qualifier in STRICT and fact.included is False:
        return STRICT[fact.qualifier]
    return QUALIFIER_NAMES[fact.qualifier] if fact.qualifier else ""


def say_figures(fact: Fact) -> str:
    """Return a value in digits: each thousand apart, as many decimals as the report prints."""
    places = _count_places(fact.resolution)
    if fact.members:
        digits = ":".join(_write(member, _count_places(member.normalize())) for member in fact.members)
    else:
        digits = _write(fact.value, places) + (
            f"–{_write(fact.upper, places)}" if fact.upper is not None else ""
        )
    per = f" per {_write(fact.per, 0)}" if fact.per is not None else ""
    unit = UNIT_NAMES[fact.unit][digits + per != "1"] if fact.unit in UNIT_NAMES else ""
    return f"{say_qualifier(fact)} {digits}{per}{unit}".lstrip()


def _count_places(number: Decimal) -> int:
    """Return how many decimals a number is written with; none where its end is left of the point."""
    digits = format(number.normalize(), "f")
    return len(digits.partition(".")[2])


def _write(number: Decimal, places: int) -> str:
    digits = format(abs(number).quantize(Decimal(1).scaleb(-places)), "f")
    whole, point, rest = digits.partition(".")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
    return "-" * (number < 0) + ",".join(reversed(groups)) + point + rest


def describe_english_check(check: CheckResult) -> Scope:
    """Return what is said of a check: what it is of, how it came out, why it could not be done."""
    spec, last = check.spec, check.inputs[-1]
    title = say_name(last)
    if isinstance(spec, PartCheck):
        title = f"{say_name(check.inputs[0])} ≤ {say_name(last)}"
    elif isinstance(spec, ReductionCheck):
        title = f"{say_name(last)} < {say_name(check.inputs[0])}"
    said = OPEN_REASON if isinstance(spec, OpenClaim) else getattr(spec, "reason_en", "")
    return one(
        en_check=title,
        en_result=(CLAIM_NAMES if check.claim else CHECK_NAMES)[check.outcome],
        en_reason=said or check.reason,
    )
