"""Assign plans and achievements to problems by their tags; this site's reading (本站整理)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..model.findings import FollowUp
from ..model.place import Place, Span
from ..model.report import Report
from ..problems import Problem, describe_nearest, find_nearest
from .counterparts import find_counterparts


def compute_follow_ups(report: Report) -> tuple[FollowUp, ...]:
    """Return one entry a problem, in the order the report states them."""
    tags = sorted(report.tags, key=lambda tag: tag.span)
    counterparts = find_counterparts(report)
    sections = {
        tag.problem: report.section_at(tag.span.start).number for tag in reversed(tags) if tag.problem
    }
    spans: dict[tuple[str, str | None], list[Span]] = {}
    for tag in tags:
        for kind, key in (("problem", tag.problem), ("plan", tag.plan), ("achievement", tag.achievement)):
            spans.setdefault((kind, key), []).append(tag.span)
    return tuple(
        FollowUp(
            key=key,
            problems=tuple(spans.get(("problem", key), ())),
            plans=tuple(spans.get(("plan", key), ())),
            achievements=tuple(spans.get(("achievement", key), ())),
            counterpart=counterparts.get(sections[key], ""),
        )
        for key in dict.fromkeys(tag.problem for tag in tags if tag.problem is not None)
    )


def check_follow_ups(report: Report) -> list[Problem]:
    """Return problems: plans and achievements of no problem, and problems with neither a plan nor a line in `unanswered`.

    A tag lost in an edit would make the site say that it found no plan.
    """
    known: dict[str, Place] = {}
    for tag in report.tags:
        if tag.problem is not None:
            known.setdefault(tag.problem, tag.place)
    return [*_check_keys(report, known), *_check_unanswered(report, known)]


def _check_keys(report: Report, known: Collection[str]) -> Iterator[Problem]:
    """Yield every key without a problem once, at the first tag that has it."""
    told = set(known)
    for tag in report.tags:
        for kind, key in (("plan", tag.plan), ("achievement", tag.achievement)):
            if key and key not in told:
                told.add(key)
                yield Problem(
                    code="E410",
                    place=tag.place,
                    found=f"{kind}={key}，却没有 problem={key}",
                    expected="已标出的问题的标识",
                    hint=describe_nearest(key, known),
                    about=(key,),
                )


def _check_unanswered(report: Report, known: Mapping[str, Place]) -> Iterator[Problem]:
    answered = {tag.plan for tag in report.tags}
    for key, place in known.items():
        if key not in answered and key not in report.unanswered:
            expected = f"在报告写安排的地方标出 plan={key}；确实没有逐条对应的话，就把它列进开头的 unanswered"
            found = f"问题「{key}」没有安排"
            yield Problem(code="W404", place=place, found=found, expected=expected, about=(key,))
    for key, place in report.unanswered.items():
        if key not in known:
            found, expected = f"没有 problem={key}", "已标出的问题的标识"
            near = find_nearest(key, known)
            hint = f"是不是要写 {near}？" if near else ""
            about = (near,) if near else ()
            yield Problem(code="W405", place=place, found=found, expected=expected, hint=hint, about=about)
        elif key in answered:
            yield Problem(code="W405", place=place, found=f"已经标了 plan={key}", expected="没有安排的问题")
