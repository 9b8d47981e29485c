"""Match sections of problems with the sections of plans on the same subject; this site's reading, none where unsure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.report import Report, Section
from .part_kinds import PartKind, describe_heading, find_part_kinds

SUBJECT = 4
"""How many characters in a row two headings must share to have one subject: 营商环境, 执法队伍."""


def find_counterparts(report: Report) -> dict[str, str]:
    """Return section with problems → section with plans, by what the headings share, else by the plans tagged.

    Words of the report's own title are no subject of a section. A section whose problems have their plans in
    one and the same section has the subject of that one.
    """
    problems = [section for section in report.sections if _has_tag(report, section, "problem")]
    parts = _list_plan_parts(report) - {section.part for section in problems}
    plans = [section for section in report.sections if "." in section.number and section.part in parts]
    scores = {(p.number, q.number): _compare(report, p, q) for p in problems for q in plans}
    return _read_tagged(report, problems, plans) | {i: j for i, j in scores if _leads(i, j, scores)}


def _has_tag(report: Report, section: Section, kind: str) -> bool:
    return any(getattr(tag, kind) and section.span.contains(tag.span) for tag in report.tags)


def _list_plan_parts(report: Report) -> set[str]:
    tagged = {report.section_at(tag.span.start).part for tag in report.tags if tag.plan}
    kinds = find_part_kinds(report.body, report.sections)
    return tagged | {part for part, kind in kinds.items() if kind is PartKind.PLANS}


def _compare(report: Report, ours: Section, theirs: Section) -> int:
    """Return the length of the longest run of characters in both headings and not in the report's title."""
    mine, other = (describe_heading(report.body, section) for section in (ours, theirs))
    return max((len(run) for run in _list_runs(mine) if run in other and run not in report.title), default=0)


def _list_runs(heading: str) -> Iterator[str]:
    for start in range(len(heading)):
        for end in range(start + SUBJECT, len(heading) + 1):
            yield heading[start:end]


def _leads(ours: str, theirs: str, scores: Mapping[tuple[str, str], int]) -> bool:
    """Tell whether two headings are closer to each other than either is to any third."""
    own = scores[ours, theirs]
    rivals = [score for (i, j), score in scores.items() if (i == ours) != (j == theirs)]
    return own > max(rivals, default=0)


def _read_tagged(report: Report, problems: list[Section], plans: list[Section]) -> dict[str, str]:
    found = {}
    for section in problems:
        keys = {tag.problem for tag in report.tags if tag.problem and section.span.contains(tag.span)}
        answers = {report.section_at(tag.span.start).number for tag in report.tags if tag.plan in keys}
        if len(answers) == 1 and answers <= {plan.number for plan in plans}:
            found[section.number] = answers.pop()
    return found
