"""The words for the outcomes of a report's checks, one by one and together.

A count is never said to have been verified: a mark belongs to the number that was recomputed, or to the relation
that was looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from ...model import measures
from ...model.check_specs import OpenClaim, SumCheck, TableSum
from ...model.display_names import CHECK_NAMES, CLAIM_NAMES
from ...model.findings import CheckOutcome, CheckResult, Fact, ReportFindings
from ...model.records import dataclass
from ..text.breaks import keep_whole

RELATIONS = "大小关系"
OPEN = "报告给的数不能用来复算"
UNCHECKED = "没有复算"
UNSTATED = "表里没有写明怎样加总"
CLAIMS = {measures.SHARE: "比率", measures.CHANGE: "增减", measures.AVERAGE: "平均数"}
"""Measure of a claim → what the claims are called together."""
NO_PARTS = "报告没给分子或分母"
NO_ADDENDS = "报告没给全部分项"
HELD, FAILED = CLAIM_NAMES[CheckOutcome.HOLDS], CLAIM_NAMES[CheckOutcome.FAILS]
CLAIM_ORDER = (HELD, FAILED, NO_PARTS, NO_ADDENDS, OPEN, UNCHECKED)
"""In which order the outcomes of recomputed numbers are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the claims of one kind came out."""

    name: str
    """比率, 合计, 大小关系."""
    unit: str
    total: int
    outcomes: tuple[tuple[str, int], ...]
    """(outcome, how many) for those that occur."""

    def __str__(self) -> str:
        """Return 13 个比率：2 个复算相符，11 个报告没给分子或分母."""
        if self.total == 1:
            return f"1 {self.unit}{self.name}：{self.outcomes[0][0]}"
        parts = (f"{count} {self.unit}{outcome}" for outcome, count in self.outcomes)
        return f"{self.total} {self.unit}{self.name}：" + "，".join(parts)


def describe_outcome(check: CheckResult) -> str:
    """Return the result of a check in a word."""
    names = CLAIM_NAMES if check.claim else CHECK_NAMES
    return names[check.outcome]


def compute_tallies(report_findings: ReportFindings) -> tuple[Tally, ...]:
    """Return the tallies of a report's rates, totals and relations; none for kinds that it lacks."""
    claims = {
        name: [fact for fact in report_findings.facts if fact.is_claim and fact.measure == measure]
        for measure, name in CLAIMS.items()
    }
    in_tables = (
        UNSTATED if check.outcome is CheckOutcome.UNVERIFIABLE else describe_outcome(check)
        for check in report_findings.checks
        if isinstance(check.spec, TableSum)
    )
    totals = tuple(
        check.claim for check in report_findings.checks if isinstance(check.spec, SumCheck) and check.claim
    )
    relations = tuple(describe_outcome(check) for check in report_findings.checks if check.claim is None)
    tallies = (
        *(
            _tally(name, "个", (_judge(report_findings, fact, NO_PARTS) for fact in facts), CLAIM_ORDER)
            for name, facts in claims.items()
        ),
        _tally("合计", "个", (_judge(report_findings, fact, NO_ADDENDS) for fact in totals), CLAIM_ORDER),
        _tally("表里的合计", "个", in_tables, (HELD, UNSTATED)),
        _tally(RELATIONS, "项", relations, tuple(CHECK_NAMES.values())),
    )
    return tuple(tally for tally in tallies if tally.total)


def describe_tallies(tallies: Iterable[Tally]) -> Markup:
    """Return the tallies as words whose numbers keep their measure words on their line; empty without any."""
    tallies = tuple(tallies)
    text = "；".join(map(str, tallies))
    figures = {f"{tally.total} {tally.unit}{tally.name}" for tally in tallies}
    return keep_whole(text, figures | {f"{n} {t.unit}" for t in tallies for _, n in t.outcomes})


def _tally(name: str, unit: str, outcomes: Iterable[str], order: tuple[str, ...]) -> Tally:
    counts = Counter(outcomes)
    return Tally(
        name=name,
        unit=unit,
        total=counts.total(),
        outcomes=tuple((outcome, counts[outcome]) for outcome in order if counts[outcome]),
    )


def _judge(report_findings: ReportFindings, fact: Fact, lacking: str) -> str:
    """Return the outcome of all checks of one claim: a failure weighs most, then a success, then a missing input."""
    checks = [
        check
        for check in report_findings.checks
        if check.claim is not None
        and check.claim.id == fact.id
        and not isinstance(check.spec, OpenClaim | TableSum)
    ]
    outcomes = {check.outcome for check in checks}
    for outcome in (CheckOutcome.FAILS, CheckOutcome.HOLDS):
        if outcome in outcomes:
            return CLAIM_NAMES[outcome]
    if any(check.lacks_input for check in checks):
        return lacking
    return OPEN if checks else UNCHECKED
