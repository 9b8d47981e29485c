"""How the checks of a report came out, counted anew from their results, in the words of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.check_specs import OpenClaim, SumCheck, TableSum
from ...model.display_names import CHECK_NAMES, CLAIM_NAMES
from ...model.findings import CheckOutcome, ReportFindings
from ..lately import keep_last
from .things import group_claims, say_measure

CLAIM_ORDER = (
    CLAIM_NAMES[CheckOutcome.HOLDS],
    CLAIM_NAMES[CheckOutcome.FAILS],
    "报告没给分子或分母",
    "报告没给全部分项",
    "报告给的数不能用来复算",
    "没有复算",
)
UNSTATED = "表里没有写明怎样加总"


Tally = tuple[str, str, Counter[str], tuple[str, ...]]
"""What is counted, its measure word, how often each outcome came, the order in which outcomes are said."""


@keep_last
def list_claims_tallies(report_findings: ReportFindings) -> list[Tally]:
    """Return how the printed rates and totals came out."""
    claims = [
        fact for fact in report_findings.facts if fact.named and fact.role not in {"target", "previous"}
    ]
    totals = [
        check.claim for check in report_findings.checks if isinstance(check.spec, SumCheck) and check.claim
    ]
    judged = (
        *(
            (
                name,
                Counter(
                    _judge(report_findings, fact.id, CLAIM_ORDER[2])
                    for fact in claims
                    if say_measure(fact) == code
                ),
            )
            for code, name in (("share", "比率"), ("change", "增减"), ("average", "平均数"))
        ),
        ("合计", Counter(_judge(report_findings, fact.id, CLAIM_ORDER[3]) for fact in totals)),
    )
    said: list[Tally] = [(name, "个", counts, CLAIM_ORDER) for name, counts in judged if counts]
    added = Counter(
        CLAIM_ORDER[0] if check.outcome is CheckOutcome.HOLDS else UNSTATED
        for check in report_findings.checks
        if isinstance(check.spec, TableSum)
    )
    return [*said, ("表里的合计", "个", added, (CLAIM_ORDER[0], UNSTATED))] if added else said


def list_relation_tallies(report_findings: ReportFindings) -> list[Tally]:
    """Return how the relations between numbers came out."""
    counts = Counter(CHECK_NAMES[check.outcome] for check in report_findings.checks if check.claim is None)
    return [("大小关系", "项", counts, tuple(CHECK_NAMES.values()))] if counts else []


def list_tally_lines(tallies: list[Tally]) -> Iterator[str]:
    """Yield the lines of the workbook's cover: each tally's total, then each outcome."""
    for name, unit, counts, order in tallies:
        yield f"{name}（{unit}）：{counts.total()}"
        yield from (f"{name}：{outcome}（{unit}）：{counts[outcome]}" for outcome in order if counts[outcome])


def _judge(report_findings: ReportFindings, id: str, lacking: str) -> str:  # noqa: A002
    checks = [
        check
        for check in group_claims(report_findings).get(id, ())
        if not isinstance(check.spec, OpenClaim | TableSum)
    ]
    outcomes = {check.outcome for check in checks}
    if CheckOutcome.FAILS in outcomes:
        return CLAIM_ORDER[1]
    if CheckOutcome.HOLDS in outcomes:
        return CLAIM_ORDER[0]
    if any(check.lacks_input for check in checks):
        return lacking
    return CLAIM_ORDER[4] if checks else CLAIM_ORDER[5]


def say_tally(tally: Tally) -> str:
    """Return 13 个比率：2 个复算相符，11 个报告没给分子或分母."""
    name, unit, counts, order = tally
    said = [(outcome, counts[outcome]) for outcome in order if counts[outcome]]
    if counts.total() == 1:
        return f"1 {unit}{name}：{said[0][0]}"
    return f"{counts.total()} {unit}{name}：" + "，".join(
        f"{count} {unit}{outcome}" for outcome, count in said
    )
