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
    best = [_list_best(scores, side) for side in (0, 1)]
    leading = {i: j for (i, j), own in scores.items() if own and best[0][i] == best[1][j] == [own]}
    return _read_tagged(report, problems, plans) | leading


def _has_tag(report: Report, section: Section, kind: str) -> bool:
    return any(getattr(tag, kind) for tag in report.tags_in(section.span))


def _list_plan_parts(report: Report) -> set[str]:
    tagged = {report.section_at(tag.span.start).part for tag in report.tags if tag.plan}
    kinds = find_part_kinds(report.body, report.sections)
    return tagged | {part for part, kind in kinds.items() if kind is PartKind.PLANS}


def _compare(report: Report, ours: Section, theirs: Section) -> int:
    """Return the length of the longest run of characters in both headings and not in the report's title.

    Two headings that are each other's only best have one subject: closer to each other than either to any third.
    """
    mine, other = (describe_heading(report.body, section) for section in (ours, theirs))
    return max((len(run) for run in _list_runs(mine, other) if run not in report.title), default=0)


def _list_runs(heading: str, other: str) -> Iterator[str]:
    """Yield from each place on the longest run that stands in the other heading too; shorter ones tell nothing more."""
    for start in range(len(heading)):
        end = start + SUBJECT
        while end <= len(heading) and heading[start:end] in other:
            end += 1
        if end > start + SUBJECT:
            yield heading[start : end - 1]


def _list_best(scores: Mapping[tuple[str, str], int], side: int) -> dict[str, list[int]]:
    """Return the highest score of each heading of one side, as often as it has it: once where it leads alone."""
    best: dict[str, list[int]] = {}
    for pair, score in scores.items():
        known = best.get(pair[side])
        if known is None or score > known[0]:
            best[pair[side]] = [score]
        elif score == known[0]:
            known.append(score)
    return best


def _read_tagged(report: Report, problems: list[Section], plans: list[Section]) -> dict[str, str]:
    planned: dict[str, set[str]] = {}
    for tag in report.tags:
        if tag.plan:
            planned.setdefault(tag.plan, set()).add(report.section_at(tag.span.start).number)
    found, numbers = {}, {plan.number for plan in plans}
    for section in problems:
        keys = {tag.problem for tag in report.tags_in(section.span) if tag.problem}
        answers = set[str]().union(*(planned.get(key, ()) for key in keys))
        if len(answers) == 1 and answers <= numbers:
            found[section.number] = answers.pop()
    return found
