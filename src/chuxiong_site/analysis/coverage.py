"""Check reports against catalogues: headlines that exist, checks that fail, indicators that are used."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..model.catalogue import UNNAMED_ID
from ..model.findings import CheckOutcome, Findings, ReportFindings
from ..model.project import Project
from ..problems import Problem, describe_nearest
from .checks import list_inputs
from .placeholders import describe_placeholder_hint
from .registered import is_whole, list_registered
from .reminders import remind_unread

SHOWN = 3
"""How many facts without a name are named."""


def check_coverage(findings: Findings) -> list[Problem]:
    """Return problems where a report and the catalogues do not match."""
    problems: list[Problem] = []
    registered = list_registered(findings.project, "indicators.yaml", "indicators")
    for report_findings in findings.reports:
        problems += _check_headline(findings.project, report_findings, registered)
        problems += _check_unnamed(report_findings)
        problems += _check_failures(findings.project, report_findings)
        problems += remind_unread(report_findings)
    problems += _check_natures(findings)
    problems += _check_untagged(findings)
    problems += _check_unused(findings)
    return problems


def _check_untagged(findings: Findings) -> Iterable[Problem]:
    """Warn of a report without tagged problems when another report has some."""
    if any(report_findings.follow_ups for report_findings in findings.reports):
        for report_findings in findings.reports:
            if not report_findings.follow_ups:
                place = report_findings.report.place_of(report_findings.report.sections[0].span)
                said, expected = "没有标出一条问题", "像别的年度那样标出问题和安排"
                yield Problem(code="W406", place=place, found=said, expected=expected)


def _check_headline(
    project: Project, report_findings: ReportFindings, registered: Collection[str]
) -> Iterable[Problem]:
    ids = [fact.id for fact in report_findings.facts]
    report = report_findings.report
    for id, place in zip(report.headline, report.headline_places, strict=True):  # noqa: A001
        indicator = id.partition(".")[0]
        if indicator not in registered and not UNNAMED_ID.fullmatch(id):
            hint = describe_nearest(id, ids) or describe_nearest(indicator, project.indicators)
            yield Problem(
                code="E501",
                place=place,
                found=f"指标「{indicator}」",
                expected="indicators.yaml 里有的指标",
                hint=hint,
                about=(indicator,),
            )
        elif id not in ids and (indicator in project.indicators or indicator not in registered):
            hint = describe_placeholder_hint(id, ids)
            expected = "这份报告里标了的数字"
            yield Problem(code="E512", place=place, found=f"「{id}」", expected=expected, hint=hint)


def _check_natures(findings: Findings) -> Iterable[Problem]:
    """Yield a problem for every chart whose numbers, in one report, are of different nature."""
    for chart in findings.project.charts:
        for report_findings in findings.reports:
            natures: dict[str, list[str]] = {}
            for id in chart.indicators:  # noqa: A001
                if (fact := report_findings.fact(id)) is not None:
                    natures.setdefault(fact.nature, []).append(id)
            if len(natures) > 1:
                place = findings.project.place("charts.yaml", "charts", chart.id, "indicators", "#key")
                each = "，".join(f"{nature}（{'、'.join(ids)}）" for nature, ids in natures.items())
                expected = "要么都是实际数，要么都是标准或计划"
                yield Problem(
                    code="E506",
                    place=place,
                    found=f"性质不同：{each}",
                    expected=expected,
                    about=chart.indicators,
                )
                break


def _check_unnamed(report_findings: ReportFindings) -> Iterable[Problem]:
    """Warn once of all the facts of a report that have no name yet."""
    unnamed = [fact for fact in report_findings.facts if not fact.named]
    if unnamed:
        shown = "，".join(f"第 {fact.place.line} 行「{fact.display}」" for fact in unnamed[:SHOWN])
        more = " 等" * (len(unnamed) > SHOWN)
        found = f"{len(unnamed)} 个数字还没有名称：{shown}{more}"
        expected = "每个数字都有名称：fact=指标标识"
        yield Problem(code="W407", place=unnamed[0].place, found=found, expected=expected)


def _check_failures(project: Project, report_findings: ReportFindings) -> Iterable[Problem]:
    accepted = report_findings.report.accepted_failures
    failed = {check.spec.id for check in report_findings.checks if check.outcome is CheckOutcome.FAILS}
    for check in report_findings.checks:
        if check.spec.id in failed and check.spec.id not in accepted:
            yield Problem(
                code="E511",
                place=check.inputs[-1].place,
                found=f"{check.formula}。{check.reason}" if check.printed else check.reason,
                expected=f"与报告写的「{check.printed}」相符"
                if check.printed
                else f"{check.spec.name}：{check.formula}",
                about=tuple(fact.indicator.id for fact in check.inputs),
                hint=f"先看标记是否标错了数；原文确实如此，就在报告开头的说明里写 accepted_failures: {{{check.spec.id}: 原因}}。",
            )
    for id in accepted:  # noqa: A001
        if id not in failed:
            yield Problem(
                code="W402",
                place=project.place(report_findings.report.file, "accepted_failures", id, "#key"),
                found=f"核对「{id}」没有不符",
                expected="只列复算不符的核对",
            )


def _check_unused(findings: Findings) -> Iterable[Problem]:
    project = findings.project
    used = {fact.indicator.id for report_findings in findings.reports for fact in report_findings.facts}
    for id in project.indicators:  # noqa: A001
        if id not in used:
            place = project.place("indicators.yaml", "indicators", id, "#key")
            yield Problem(
                code="W501", place=place, found=f"指标「{id}」没有一份报告用到", expected="至少一份报告里有它"
            )
    whole = is_whole(project, "indicators.yaml", "indicators", set(project.indicators))
    for chart in project.charts if whole else ():
        if not set(chart.indicators) & used:
            place = project.place("charts.yaml", "charts", chart.id, "#key")
            yield Problem(
                code="W502",
                place=place,
                found=f"图「{chart.id}」画不出来",
                expected="它的指标至少在一份报告里",
            )
    for check in project.checks if whole else ():
        if not set(list_inputs(check)) & used:
            place = project.place("checks.yaml", "checks", check.id, "#key")
            yield Problem(
                code="W503",
                place=place,
                found=f"核对「{check.id}」用不上",
                expected="它的指标至少在一份报告里",
            )
