"""Facts as rows of a table: one record for the section's table, the facts page and the indicator pages."""

from __future__ import annotations

import re

from ...charts import describe_value
from ...model import addresses
from ...model.catalogue import Indicator
from ...model.display_names import DRAFTED_NAME, QUALIFIER_NAMES, QUALIFIER_NOTES
from ...model.findings import CheckResult, Fact, ReportFindings
from ...model.headings import describe_marker
from ...model.measures import MEASURES
from ...model.numeral import describe_decimal
from ...model.records import dataclass
from .comparisons import ComparisonLine, describe_comparison
from .outcomes import describe_outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact with everything a table says of it."""

    fact: Fact
    anchor: str
    name: str
    name_note: str
    """That nobody has confirmed the name; empty for others."""
    role: str
    """What tells it from others of its indicator: 青石县，2011年，压缩前; or empty."""
    front: str
    """不少于, 平均, 拟: the word that qualifies the value from in front; 余 is inside the value."""
    behind: str
    """以上, 左右: the word that does so from behind."""
    shown: str
    number: str
    """The value's figures, and"""
    tail: str
    """what is printed after them: 万件, 余次, 个工作日."""
    measure: str
    qualifier: str
    """约数, 计划: how the number is meant, in a word; empty for what is meant as printed."""
    qualifier_note: str
    """The same with what it means: 约数：不是确数。"""
    theme: str
    section: str
    """The section's number, for filtering."""
    marker: str
    """一（七）."""
    href: str
    """The fact in its sentence, from the site root."""
    sentence: str
    sort_value: str
    checks: tuple[CheckLine, ...]
    comparison: ComparisonLine | None
    """Last year's value beside it; `None` where no report states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """The result of a check, in a word, with its address."""

    text: str
    reason: str
    href: str


FIGURES = re.compile(r"[0-9０-９.．,，]*[一二三四五六七八九十百千两几]*")
"""What is set large in a headline figure; 万, 亿 and the measure word are set small."""


def describe_rows(
    report_findings: ReportFindings, facts: tuple[Fact, ...], themes: dict[str, str]
) -> tuple[FactRow, ...]:
    """Return the rows of some facts, in their order."""
    checks = _group_checks(report_findings)
    return tuple(_describe_row(report_findings, fact, themes, checks.get(fact.id, ())) for fact in facts)


def _describe_row(
    report_findings: ReportFindings, fact: Fact, themes: dict[str, str], checks: tuple[CheckResult, ...]
) -> FactRow:
    report = report_findings.report
    shown = describe_value(fact)
    number = FIGURES.match(fact.display)[0]  # type: ignore[index]  # it may match nothing, never fail
    return FactRow(
        fact=fact,
        anchor=addresses.row_id(fact.id),
        name=fact.indicator.name,
        name_note=describe_name_note(fact.indicator),
        role=fact.role_name,
        front=shown[: shown.index(fact.display)],
        behind=shown[shown.index(fact.display) + len(fact.display) :],
        shown=shown,
        number=number,
        tail=fact.display[len(number) :],
        measure=MEASURES[fact.measure].name,
        qualifier=QUALIFIER_NAMES[fact.qualifier] if fact.qualifier else "",
        qualifier_note=describe_qualifier(fact),
        theme=themes.get(fact.indicator.theme, ""),
        section=fact.section,
        marker=describe_marker(report, report.section_at(fact.span.start)),
        href=addresses.fact_href(report, fact),
        sentence=report.display.of(fact.sentence),
        sort_value=describe_decimal(fact.value),
        checks=_describe_lines(report_findings, checks),
        comparison=describe_comparison(fact, report_findings.comparisons.get(fact.id)),
    )


def describe_qualifier(fact: Fact) -> str:
    """Return how a number is meant, and what that means; empty for what is meant as printed."""
    if fact.qualifier is None:
        return ""
    return f"{QUALIFIER_NAMES[fact.qualifier]}：{QUALIFIER_NOTES[fact.qualifier]}"


def describe_name_note(indicator: Indicator) -> str:
    """Return what stands after a name that a program proposed, until a person has confirmed it."""
    return DRAFTED_NAME if indicator.drafted else ""


def _describe_lines(
    report_findings: ReportFindings, checks: tuple[CheckResult, ...]
) -> tuple[CheckLine, ...]:
    """Return one line an outcome, with the address of the first check that came to it."""
    lines: dict[str, CheckLine] = {}
    for check in checks:
        text = describe_outcome(check)
        href = addresses.check_href(report_findings.report, check.spec.id)
        lines.setdefault(text, CheckLine(text=text, reason=check.reason, href=href))
    return tuple(lines.values())


def _group_checks(report_findings: ReportFindings) -> dict[str, tuple[CheckResult, ...]]:
    """Return the checks by the number that each recomputes; the numbers it computes with were not verified."""
    groups: dict[str, tuple[CheckResult, ...]] = {}
    for check in report_findings.checks:
        if check.claim is not None:
            groups[check.claim.id] = (*groups.get(check.claim.id, ()), check)
    return groups
