"""A decision of staff about one number → the edits of the content files that write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from ...model.errors import SiteError
from ...model.records import dataclass
from .catalogue_edits import add_entry
from .desk import Desk, DeskNumber
from .tag_edits import Naming, drop_tag, edit_tag
from .text_edits import TextEdit, split_lines

CATALOGUE = "indicators.yaml"
UNNAMED = "fact"
ENDS = {"before": "after", "after": "before"}
"""End of a change → its other end."""


class DecisionKind(StrEnum):
    """What can be decided about a number."""

    NAME = "name"
    """It states a known indicator."""
    NEW = "new"
    """It states an indicator that is registered with this decision."""
    OTHER = "other"
    """It is no fact, but …"""
    UNNAME = "unname"
    """It is a fact whose name is open again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What staff decided."""

    kind: DecisionKind
    report: str
    number: str
    """Its id on the desk."""
    naming: Naming | None = None
    entry: Mapping[str, str] | None = None
    """Of a new indicator: the keys of its entry."""
    theme_name: str = ""
    """Of a theme that is registered with it."""
    numeral: str = ""
    """What else the number is; empty for what the program itself reads it as."""


class UnknownNumberError(SiteError):
    """The report has no such number any more."""


def describe_decision(decision: Decision, number: DeskNumber) -> str:
    """Return a decision in a line, for the log."""
    name = decision.naming.indicator if decision.naming else ""
    told = {
        DecisionKind.NAME: f"是「{name}」",
        DecisionKind.NEW: f"登记「{(decision.entry or {}).get('name', '')}」（{name}）",
        DecisionKind.OTHER: "不是数字",
        DecisionKind.UNNAME: "名称待定",
    }
    return f"{number.words}　{told[decision.kind]}"


def plan_edits(decision: Decision, desk: Desk, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits of a decision; `files` are the content files as they stand, by name.

    What is registered comes before the tag that needs it: a program killed between two files leaves no name unknown.

    Raises `UnknownNumberError`, and `ForeignStyleError` where the catalogue cannot be added to.
    """
    number = desk.find(decision.number)
    if number is None:
        raise UnknownNumberError("报告里没有这个数了，可能刚刚在别处改过")
    lines, _ = split_lines(files[number.place.file])
    line = lines[number.place.line - 1]
    if decision.kind is DecisionKind.OTHER:
        if decision.numeral:
            return (edit_tag(line, number.place, f"numeral={decision.numeral}"),)
        return (drop_tag(line, number.place),) if number.is_tagged else ()
    if decision.kind is DecisionKind.UNNAME:
        return (edit_tag(line, number.place, UNNAMED),)
    assert decision.naming is not None, "a name is decided with its words"
    tags = (
        edit_tag(line, number.place, decision.naming.attributes),
        *_name_partner(decision, number, desk, lines),
    )
    return tags if decision.entry is None else (*_register(decision, files), *tags)


def _name_partner(
    decision: Decision, number: DeskNumber, desk: Desk, lines: list[str]
) -> tuple[TextEdit, ...]:
    """Return the edit of the other end of a change: one end alone would be a mistake."""
    naming = decision.naming
    if (
        naming is None
        or number.proposal is None
        or naming.role not in ENDS
        or naming.role != number.proposal.role
    ):
        return ()
    partner = desk.find_partner(number, ENDS[naming.role])
    stated = {fact.id for other in desk.numbers for fact in other.facts if fact.named}
    other = replace(naming, role=ENDS[naming.role])
    if partner is None or any(f"{id}.{other.role}" in stated for id in naming.indicator.split()):  # noqa: A001
        return ()
    return (edit_tag(lines[partner.place.line - 1], partner.place, other.attributes),)


def _register(decision: Decision, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits that add an indicator, and its theme where that is new."""
    assert decision.naming is not None
    assert decision.entry is not None
    lines, _ = split_lines(files[CATALOGUE])
    entry = add_entry(lines, CATALOGUE, "indicators", decision.naming.indicator, decision.entry)
    if not decision.theme_name:
        return (entry,)
    return (add_entry(lines, CATALOGUE, "themes", decision.entry["theme"], decision.theme_name), entry)
