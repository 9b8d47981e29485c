"""Scopes of a fact, a check, an indicator, a term, a keyword."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from ...model.catalogue import Indicator, Term
from ...model.display_names import CHECK_NAMES, CLAIM_NAMES, DRAFTED_NAME, QUALIFIER_NAMES, QUALIFIER_NOTES
from ...model.findings import CheckResult, Fact, ReportFindings
from ...model.measures import CHANGE, MEASURES
from ...model.numeral import describe_decimal
from ...model.report import Report
from ...model.words import TermMention
from ..lately import keep_last
from .english import describe_english_check, describe_english_fact
from .words import Scope, one, read_marker, say_value


def describe_indicator(indicator: Indicator, theme: str) -> Scope:
    """Return the scope of an indicator."""
    return one(
        name=indicator.name,
        name_note=DRAFTED_NAME if indicator.drafted else "",
        unit=indicator.unit,
        scope=indicator.scope,
        measure=MEASURES[indicator.measure].name,
        theme=theme,
        definition=indicator.definition,
        definition_source=indicator.definition_source,
    )


def describe_fact(report_findings: ReportFindings, fact: Fact, theme: str) -> Scope:
    """Return the scope of a fact."""
    claims = list_claims(report_findings, fact)
    checks = list(dict.fromkeys(say_outcome(check) for check in claims))
    return (
        describe_value(report_findings.report, fact, theme)
        | one(
            outcome="、".join(checks) or "—",
            sentence=report_findings.report.display.of(fact.sentence),
        )
        | describe_english_fact(fact, claims)
    )


def describe_value(report: Report, fact: Fact, theme: str) -> Scope:
    """Return what is said of a fact away from its report: nothing of the text around it, nothing of its checks."""
    before_role: Scope = {"name_before_role": (fact.indicator.name,) if fact.role_name else ()}
    return (
        describe_indicator(fact.indicator, theme)
        | before_role
        | one(
            role=fact.role_name,
            unit=say_unit(fact),
            measure=MEASURES[say_measure(fact)].name,
            qualifier_name=QUALIFIER_NAMES[fact.qualifier] if fact.qualifier else "",
            value=say_value(fact),
            display=fact.display,
            names=fact.indicator.name,
            number=describe_decimal(fact.value),
            fact_marker=read_marker(report, report.section_at(fact.span.start)),
        )
    )


def say_measure(fact: Fact) -> str:
    """Return what a fact measures: of a change, a change."""
    return CHANGE if fact.role == "change" else fact.indicator.measure


def say_unit(fact: Fact) -> str:
    """Return what a fact is counted in: its indicator's unit, or a change's own."""
    return fact.unit if fact.role == "change" else fact.indicator.unit


def say_qualifier(fact: Fact) -> str:
    """Return how a number is meant, with what that means."""
    return f"{QUALIFIER_NAMES[fact.qualifier]}：{QUALIFIER_NOTES[fact.qualifier]}" if fact.qualifier else ""


def say_outcome(check: CheckResult) -> str:
    """Return the result of a check in a word."""
    return (CLAIM_NAMES if check.claim else CHECK_NAMES)[check.outcome]


def list_claims(report_findings: ReportFindings, fact: Fact) -> list[CheckResult]:
    """Return the checks that recompute a number, not those that only use it."""
    return group_claims(report_findings).get(fact.id, [])


@keep_last
def group_claims(report_findings: ReportFindings) -> dict[str, list[CheckResult]]:
    """Return the checks that recompute a number, by its fact."""
    checks: defaultdict[str, list[CheckResult]] = defaultdict(list)
    for check in report_findings.checks:
        if check.claim is not None:
            checks[check.claim.id].append(check)
    return dict(checks)


def describe_check(report_findings: ReportFindings, check: CheckResult) -> Scope:
    """Return the scope of a check."""
    unit = check.inputs[-1].unit
    interval = check.interval
    return describe_english_check(check) | one(
        check=check.spec.name,
        formula=check.formula,
        computed=check.computed,
        printed=check.printed,
        outcome=say_outcome(check),
        reason=check.reason,
        low=f"{describe_decimal(interval.low)}{unit}" if interval else "",
        high=f"{describe_decimal(interval.high)}{unit}" if interval else "",
        accepted=report_findings.report.accepted_failures.get(check.spec.id, ""),
        value=say_value(check.inputs[-1]),
    )


def describe_term(own: ReportFindings, term: Term) -> Scope:
    """Return the scope of a term, with the sections of a report in which it stands."""
    places = [
        read_marker(own.report, section)
        for mention in group_mentions(own).get(term.id, ())
        for section in dict.fromkeys(own.report.section_at(span.start) for span in mention.spans)
    ]
    return one(
        term=term.id,
        definition=term.definition,
        definition_source=term.source,
        term_places="、".join(places),
    ) | {"term_place": tuple(_list_term_sentences(own, term))}


def _list_term_sentences(own: ReportFindings, term: Term) -> Iterator[str]:
    """Yield every sentence of a report that a term stands in, by its place: 一（七）第 3 句."""
    for mention in group_mentions(own).get(term.id, ()):
        for span in mention.spans:
            section = own.report.section_at(span.start)
            order = bisect_right(section.sentences, span.start, key=lambda sentence: sentence.start)
            yield f"{read_marker(own.report, section)}第 {order} 句"


@keep_last
def group_mentions(own: ReportFindings) -> dict[str, list[TermMention]]:
    """Return where each term is mentioned in a report, by its id."""
    mentions: defaultdict[str, list[TermMention]] = defaultdict(list)
    for mention in own.terms:
        mentions[mention.term.id].append(mention)
    return dict(mentions)


def list_joint_facts(report_findings: ReportFindings) -> Iterator[tuple[str, Scope]]:
    """Yield the scopes of numbers that state several facts at once, by all their ids."""
    facts = {fact.id: fact for fact in report_findings.facts}
    for ids in {entry.facts for entry in report_findings.census if len(entry.facts) > 1}:
        names = "、".join(facts[id].indicator.name for id in ids)  # noqa: A001
        yield " ".join(ids), one(display=facts[ids[0]].display, names=names)


PASSAGES = (("problem", "问题"), ("plan", "安排"), ("achievement", "已做工作"))


def list_passages(report_findings: ReportFindings) -> Iterator[tuple[str, Scope]]:
    """Yield where each passage stands, by its anchor: 二（一）问题 3."""
    report = report_findings.report
    for kind, name in PASSAGES:
        tags = sorted((tag for tag in report.tags if getattr(tag, kind)), key=lambda tag: tag.span)
        seen: Counter[str] = Counter()
        for tag in tags:
            section, key = report.section_at(tag.span.start), getattr(tag, kind)
            seen[key] += 1
            anchor = f"_{kind}-{key}" + (f"-{seen[key]}" if seen[key] > 1 else "")
            own = [other for other in tags if section.span.contains(other.span)]
            yield anchor, one(passage_place=f"{read_marker(report, section)}{name} {own.index(tag) + 1}")
