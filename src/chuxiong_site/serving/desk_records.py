"""The desk as plain records, sent to its page as JSON; and decisions as they come back from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..build.naming import Step
from ..drafting.naming.decisions import Decision, DecisionKind
from ..drafting.naming.desk import OPEN, Desk, DeskNumber, State, list_measures
from ..drafting.naming.mender import Mend
from ..drafting.naming.tag_edits import Naming
from ..model.display_names import KIND_NAMES, ROLE_NAMES
from ..model.numeral import NumeralKind
from ..model.place import Place, Span
from ..model.project import Project
from ..model.report import Report
from ..model.table import Table
from ..problems import Problem
from .folders import Folders
from .records import describe_editor_address, describe_problem

KINDS = tuple(kind for kind in NumeralKind if kind not in {NumeralKind.FACT, NumeralKind.LIST_MARKER})
"""What a number can be said to be that is no fact; heading marks have their own way."""
ENTRY = ("name", "measure", "unit", "scope", "theme")
"""The keys of a new indicator's entry."""
UNNAMED_CODE = "W407"
"""Numbers have no names yet."""
MEND = "mend"
"""What the page asks for where it sends no decision of its own."""
STATES = {
    State.NAMED: "已命名",
    State.DOUBTFUL: "可能是往年的",
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
        "blocks": list(_list_blocks(desk)),
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
    """Return the decisions of the session, the last one first, and what can be done with them."""
    rows = [{"words": step.words, "number": step.number, "report": step.report} for step in reversed(log)]
    return {"log": rows, "canUndo": bool(log), "canRedo": can_redo}


def _list_blocks(desk: Desk) -> Iterator[dict[str, Any]]:
    """Yield headings, paragraphs and tables in order, cut where numbers stand."""
    for section in desk.report.sections:
        tables = {table.lines[0]: table for table in section.tables}
        rows = {line for table in section.tables for line in table.lines}
        for block in section.blocks:
            if block in tables:
                yield {
                    "rows": [
                        _describe_row(desk, tables[block], row) for row in range(len(tables[block].rows))
                    ]
                }
            elif block not in rows:
                heading = section.depth if block == section.heading else 0
                yield {"heading": heading, "pieces": list(_cut(desk, block))}


def _describe_row(desk: Desk, table: Table, row: int) -> list[dict[str, Any]]:
    """Return the cells of a row, each with whether it is a head."""
    return [
        {"head": row < table.head_rows or column < table.head_columns, "pieces": list(_cut(desk, cell))}
        for column, cell in enumerate(table.rows[row])
    ]


def _cut(desk: Desk, block: Span) -> Iterator[dict[str, str]]:
    display, start = desk.report.display, block.start
    for number in desk.numbers_in(block):
        yield {"text": display.of(Span(start=start, end=number.span.start))}
        yield {"text": display.of(number.span), "number": number.id}
        start = number.span.end
    yield {"text": display.of(Span(start=start, end=block.end))}


def _describe_number(number: DeskNumber, report: Report, folders: Folders) -> dict[str, Any]:
    sentence, span, display = number.sentence, number.span, report.display
    place = number.place
    return {
        "id": number.id,
        "words": display.of(span),
        "state": number.state.value,
        "kind": KIND_NAMES[number.kind],
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


def read_mend(said: Mapping[str, Any]) -> tuple[str, Place]:
    """Return the code of a problem that a page wants mended, and where it stands. Raises `ValueError` where it says neither."""
    place = said.get("place")
    if not isinstance(place, dict) or not all(isinstance(place.get(key), int) for key in ("line", "column")):
        raise ValueError(f"place：{place!r}")
    return _read(said, "code"), Place(file=_read(place, "file"), line=place["line"], column=place["column"])


def read_decision(said: Mapping[str, Any]) -> Decision:
    """Return the decision that a page sent. Raises `ValueError` where it is none."""
    kind = DecisionKind(_read(said, "kind"))
    numeral = _read(said, "numeral")
    if numeral and numeral not in {kind.value for kind in KINDS}:
        raise ValueError(numeral)
    is_named = kind in {DecisionKind.NAME, DecisionKind.NEW}
    naming = Naming(
        indicator=_read(said, "indicator"),
        role=_read(said, "as"),
        year=_read(said, "year"),
        of=_read(said, "of"),
        again=said.get("again") is True,
    )
    if is_named and not naming.indicator:
        raise ValueError("没有写指标")
    return Decision(
        kind=kind,
        report=_read(said, "report"),
        number=_read(said, "number"),
        naming=naming if is_named else None,
        entry={key: _read(said, key) for key in ENTRY} if kind is DecisionKind.NEW else None,
        theme_name=_read(said, "themeName") if kind is DecisionKind.NEW else "",
        numeral=numeral,
    )


def _read(said: Mapping[str, Any], key: str) -> str:
    """Return a value as one line of text."""
    value = said.get(key, "")
    if (
        not isinstance(value, str)
        or any(ord(char) < ord(" ") for char in value)
        or any(c in value for c in '"{}[]')
    ):
        raise ValueError(f"{key}：{value!r}")
    return value.strip()
