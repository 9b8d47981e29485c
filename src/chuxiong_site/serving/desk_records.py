"""The desk as plain records, sent to its page as JSON: its numbers, what they may be, what a check says of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..build.decision_log import Step
from ..drafting.naming.desk import OPEN, Desk, DeskNumber, State, list_measures
from ..drafting.naming.mender import Mend
from ..model.display_names import KIND_NAMES, ROLE_NAMES
from ..model.numeral import NumeralKind
from ..model.place import Place, Span
from ..model.project import Project
from ..model.report import Report
from ..problems import Problem
from .folders import Folders
from .records import describe_editor_address, describe_problem
from .text_records import list_blocks

KINDS = tuple(kind for kind in NumeralKind if kind not in {NumeralKind.FACT, NumeralKind.LIST_MARKER})
"""What a number can be said to be that is no fact; heading marks have their own way."""
UNNAMED_CODE = "W407"
"""Numbers have no names yet."""
STATES = {
    State.NAMED: "已命名",
    State.DOUBTFUL: "有候选",
    State.UNNAMED: "没有名称",
    State.OTHER: "不是数字",
    State.UNREAD: "没有读出来",
}


def describe_desk_record(desk: Desk, project: Project, folders: Folders) -> dict[str, Any]:
    """Return all that the page shows of a report: its text in pieces, its numbers, what can be chosen."""
    numbers = {number.id: _describe_number(number, desk.report, folders) for number in desk.numbers}
    left = [number.id for number in desk.numbers if number.state in OPEN]
    return {
        "report": desk.report.id,
        "title": desk.report.title,
        "reports": [report.id for report in project.reports],
        "blocks": list_blocks(desk),
        "numbers": numbers,
        "left": left,
        "states": {state.value: name for state, name in STATES.items()},
        "counts": {state.value: sum(number.state is state for number in desk.numbers) for state in STATES},
        "indicators": [
            {"id": id, "name": indicator.name, "unit": indicator.unit}  # the contract's word
            for id, indicator in project.indicators.items()  # noqa: A001
        ],
        "measures": [{"id": id, "name": name, "note": note} for id, name, note in list_measures()],  # noqa: A001
        "themes": [{"id": theme.id, "name": theme.name} for theme in project.themes],
        "roles": [{"id": id, "name": name} for id, name in ROLE_NAMES.items()],  # noqa: A001
        "kinds": [{"id": kind.value, "name": KIND_NAMES[kind]} for kind in KINDS],
    }


def describe_log(log: tuple[Step, ...], *, can_redo: bool) -> dict[str, Any]:
    """Return the decisions that stand, the last one first, and what can be done with them."""
    rows = [{"words": step.words, "number": step.number, "report": step.report} for step in reversed(log)]
    return {"log": rows, "canUndo": bool(log), "canRedo": can_redo}


def _describe_number(number: DeskNumber, report: Report, folders: Folders) -> dict[str, Any]:
    sentence, span, display = number.sentence, number.span, report.display
    place = number.place
    return {
        "id": number.id,
        "words": display.of(span),
        "state": number.state.value,
        "kind": KIND_NAMES[number.kind],
        "tagged": number.is_tagged,
        "sentence": [
            display.of(Span(start=sentence.start, end=max(sentence.start, span.start))).strip(),
            display.of(span),
            display.of(Span(start=span.end, end=max(sentence.end, span.end))).strip(),
        ],
        "place": f"{(folders.shown / place.file).as_posix()}:{place.line}:{place.column}",
        "open": describe_editor_address(place, folders),
        "facts": [
            {
                "id": fact.id,
                "name": fact.indicator.name,
                "unit": fact.indicator.unit,
                "role": fact.role_name,
                "named": fact.named,
            }
            for fact in number.facts
        ],
        "suggestions": [
            {
                "indicator": one.indicator,
                "name": one.name,
                "as": one.role,
                "year": one.year,
                "of": one.of,
                "report": one.report,
                "shown": one.shown,
                "quote": one.quote,
                "doubts": list(one.doubts),
                "taken": one.taken,
                "again": one.again,
                "beside": one.is_beside,
            }
            for one in number.suggestions
        ],
        "proposal": _describe_proposal(number),
    }


def _describe_proposal(number: DeskNumber) -> dict[str, str] | None:
    proposal = number.proposal
    if proposal is None:
        return None
    return {
        "id": proposal.id,
        "name": proposal.name,
        "measure": proposal.measure,
        "unit": proposal.unit,
        "scope": proposal.scope,
        "theme": proposal.theme,
        "themeName": proposal.theme_name,
        "role": proposal.role,
    }


def is_remark(problem: Problem) -> bool:
    """Tell whether a problem is listed: what says only that numbers have no names the page shows anyway."""
    return problem.code != UNNAMED_CODE


def describe_remark(
    problem: Problem, desk: Desk, mends: Mapping[Problem, Mend], folders: Folders
) -> dict[str, Any]:
    """Return a problem of the content with the number that it is about, and its mend where one alone is right."""
    number = desk.find_at(problem.place)
    mend = mends.get(problem)
    return {
        **describe_problem(problem, folders),
        "number": number.id if number else "",
        "mend": mend and {"words": mend.words, "code": problem.code, "place": _describe_place(problem.place)},
    }


def _describe_place(place: Place) -> dict[str, str | int]:
    return {"file": place.file, "line": place.line, "column": place.column}
