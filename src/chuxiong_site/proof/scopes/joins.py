"""What is said of problems and plans: how many have one, where the plans stand; read anew from the tags."""

from __future__ import annotations

from ...model.report import Report, Section
from .words import BRACKETED, COUNTED, DOTTED, TITLED, read_heading, read_marker

MARKS = (TITLED, BRACKETED, DOTTED, COUNTED)


def count_answers(report: Report) -> dict[str, object]:
    """Return the slots of the page of problems and plans: how many problems, with a plan and without, and the plans' part."""
    problems = {tag.problem for tag in report.tags if tag.problem}
    answered = problems & {tag.plan for tag in report.tags}
    return {
        "problems": len(problems),
        "answered": len(answered),
        "unanswered": len(problems) - len(answered),
        "plan_part": name_plan_part(report),
    }


def list_plan_parts(report: Report) -> list[Section]:
    """Return the parts in which plans stand."""
    numbers = {report.section_at(tag.span.start).number.partition(".")[0] for tag in report.tags if tag.plan}
    return [section for section in report.sections if section.number in numbers]


def name_plan_part(report: Report) -> str:
    """Return the heading of the one part in which all plans stand, without its ordinal; empty where there is none."""
    parts = [part for part in list_plan_parts(report) if part.heading is not None]
    if len(parts) != 1 or len(list_plan_parts(report)) != 1:
        return ""
    heading = read_heading(report, parts[0])
    match = next(filter(None, (mark.match(heading) for mark in MARKS)), None)
    return heading[match.end() if match else 0 :].lstrip("、．. \u3000")


def place_heading(report: Report, section: Section) -> str:
    """Return a heading after the mark of its part, once: 三（一）以…… and 三、重点."""
    part = next(
        (other for other in report.sections if other.number == section.number.partition(".")[0]), section
    )
    heading, marker = read_heading(report, section), read_marker(report, part)
    return heading if heading.startswith(marker) else marker + heading
