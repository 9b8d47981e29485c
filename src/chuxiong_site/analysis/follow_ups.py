"""Which plans and achievements belong to which problem? This site's reading, from tags (本站整理)."""

from __future__ import annotations

from ..model.findings import FollowUp
from ..model.report import Report
from ..problems import Problem, describe_nearest


def compute_follow_ups(report: Report) -> tuple[FollowUp, ...]:
    """Return one entry a problem, in the order the report states them."""
    tags = sorted(report.tags, key=lambda tag: tag.span)
    return tuple(
        FollowUp(
            key=key,
            problems=tuple(tag.span for tag in tags if tag.problem == key),
            plans=tuple(tag.span for tag in tags if tag.plan == key),
            achievements=tuple(tag.span for tag in tags if tag.achievement == key),
        )
        for key in dict.fromkeys(tag.problem for tag in tags if tag.problem is not None)
    )


def check_follow_ups(report: Report) -> list[Problem]:
    """Report plans and achievements that name a problem which is not tagged."""
    known = {tag.problem for tag in report.tags if tag.problem is not None}
    problems = []
    for tag in report.tags:
        for kind, key in (("plan", tag.plan), ("achievement", tag.achievement)):
            if key and key not in known:
                problems.append(
                    Problem(
                        code="E410",
                        place=tag.place,
                        found=f"{kind}={key}，却没有 problem={key}",
                        expected="已标出的问题的标识",
                        hint=describe_nearest(key, known),
                    )
                )
    return problems
