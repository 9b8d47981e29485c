"""Shares, changes and averages for which nobody has written a check: said by the program, so that staff need not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.check_specs import OpenClaim
from ..model.findings import CheckResult, Fact
from ..model.report import Report
from .check_results import create_unverifiable

REASON = "没有写出它由报告里的哪些数算得，本站没有复算。"


def list_open_claims(
    report: Report, facts: Iterable[Fact], checks: Iterable[CheckResult]
) -> Iterator[CheckResult]:
    """Yield a result that says so for every claim that no check is of."""
    claimed = {check.claim.id for check in checks if check.claim is not None}
    order = 0
    for fact in facts:
        if fact.is_claim and fact.id not in claimed:
            order += 1
            start = report.captured.span(fact.span).start
            name = fact.indicator.name + (f"（{fact.role_name}）" if fact.role_name else "")
            spec = OpenClaim(id=f"open-{start}-{order}", name=name)
            yield create_unverifiable(spec, (fact,), fact, REASON)
