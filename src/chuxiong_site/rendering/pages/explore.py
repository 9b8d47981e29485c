"""The page on which readers choose facts of one unit and have them drawn together."""

from __future__ import annotations

from ...model import addresses
from ...model.findings import Fact
from ...model.records import dataclass
from ...model.report import Report
from ..frame.page import Context, Page, describe_page
from ..parts.fact_briefs import FactBrief, describe_brief
from ..parts.like_facts import LikeFacts, choose_example, group_like_facts, is_exact, put_first


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreRow:
    """A fact that can be chosen; the script draws from what its row says."""

    row: FactBrief
    year: str
    """The year that it speaks of."""
    series: str
    """What its values of other years have in common with it: indicator, role, county or group."""
    is_exact: bool
    is_chosen: bool
    """Whether it is drawn before a reader has chosen anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreGroup:
    """The facts that may be drawn in one picture."""

    name: str
    rows: tuple[ExploreRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplorePage:
    """What the page offers."""

    groups: tuple[ExploreGroup, ...]
    reports: tuple[Report, ...]
    """Those whose facts are offered, newest first."""
    chosen: int
    """How many facts are drawn before a reader has chosen any; the picture's place is as high."""
    total: int
    left_out: int
    """How many facts of all reports are not offered."""
    facts: str
    """The page of all facts of the latest report."""


def describe_explore_page(context: Context) -> tuple[Page, ...]:
    """Return the page; none where no two facts are alike."""
    findings = context.findings
    groups = group_like_facts(findings)
    if not groups:
        return ()
    chosen = choose_example(groups)
    total = sum(len(group.facts) for group in groups)
    stating = {entry.report.id for group in groups for entry, _ in group.facts}
    body = ExplorePage(
        groups=tuple(
            ExploreGroup(name=group.name, rows=tuple(_list_rows(group, chosen)))
            for group in put_first(groups, chosen)
        ),
        reports=tuple(entry.report for entry in findings.reports if entry.report.id in stating),
        chosen=len(chosen),
        total=total,
        left_out=sum(len(entry.facts) for entry in findings.reports) - total,
        facts=addresses.report_page(context.report, "facts"),
    )
    page = describe_page(
        context,
        path=addresses.EXPLORE,
        title="自选作图",
        description="选几个单位、种类相同的数字，画在一起看；图和数据可以带走。",
        kind="explore",
        body=body,
        site_column="数据发布",
    )
    return (page,)


def _list_rows(group: LikeFacts, chosen: frozenset[tuple[str, str]]) -> list[ExploreRow]:
    return [
        _describe_row(entry.report, fact, is_chosen=(entry.report.id, fact.id) in chosen)
        for entry, fact in group.facts
    ]


def _describe_row(report: Report, fact: Fact, *, is_chosen: bool) -> ExploreRow:
    return ExploreRow(
        row=describe_brief(report, fact),
        year=fact.year or report.id,
        series="/".join((fact.indicator.id, fact.role or "", fact.of or "")),
        is_exact=is_exact(fact),
        is_chosen=is_chosen,
    )
