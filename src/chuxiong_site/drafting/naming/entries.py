"""Charts, checks and terms as staff decide them: an entry of a catalogue file written, changed or taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from ...model.catalogue import ChartSpec, Term
from ...model.check_specs import CheckSpec
from ...model.display_names import ROLE_NAMES
from ...model.errors import SiteError
from ...model.records import dataclass
from ...model.rules import list_descriptions
from .catalogue_edits import Value, add_entry, list_told
from .entry_edits import drop_key, read_entries, set_entry
from .text_edits import TextEdit, split_lines
from .written import Written, read_written

KINDS: Mapping[str, tuple[Any, ...]] = {
    "charts": (ChartSpec,),
    "checks": get_args(CheckSpec),
    "terms": (Term,),
}
"""Group, also the name of its file → the records that an entry can be."""
GROUP_NAMES = {"charts": "图", "checks": "核对", "terms": "词语"}
LABELS = {
    "form": "图形", "title": "标题", "note": "提醒", "indicators": "指标", "emphasis": "着重",
    "name": "名称", "rate": "比率", "part": "部分", "whole": "整体", "total": "合计", "parts": "各部分",
    "indicator": "指标", "change": "增减", "count": "个数", "reason": "原因", "reason_en": "原因的英文",
    "definition": "解释", "source": "出处", "also": "其他写法",
}  # fmt: skip
"""Key → what a form calls it."""
IN_FORMS = {
    r"^[^，；。{]*标识(?:。|，)": "",
    "写它的标识": "选它",
    r"数字写成 \{指标标识\}": "数字从下面的「数字」里选",
    "^图形，一个词：.*": "",
    "用 ratio": "用「比率」",
    "as=previous 的": f"角色是「{ROLE_NAMES['previous']}」的",
    "as=change 的": f"角色是「{ROLE_NAMES['change']}」的",
    "照录 reason": "照录原因",
}
"""Words about a file → words about its form."""
UNSAID = frozenset({"id", "kind", "drafted"})
"""Keys that no form asks for: the first is the entry's own, the second chosen before, the third goes once staff have decided."""


class FieldKind(StrEnum):
    """How a value is asked for."""

    TEXT = "text"
    TEXTS = "texts"
    """One a line."""
    INDICATOR = "indicator"
    INDICATORS = "indicators"
    FORM = "form"
    """Of a chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form."""

    key: str
    label: str
    note: str
    kind: FieldKind
    is_needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What an entry can be, with the questions that its form asks."""

    group: str
    id: str
    """The `kind` of a check; empty where entries are all alike."""
    name: str
    note: str
    """More about it; mostly nothing."""
    fields: tuple[Field, ...]


class UnknownEntryError(SiteError):
    """The file has no such entry any more."""


class OtherEntryError(SiteError):
    """The entry does not say what its form was opened with: what others wrote would be lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDecision:
    """An entry is to say these things; what is empty is not written, and the mark of a draft goes."""

    report: str
    group: str
    id: str
    values: Mapping[str, Value]
    seen: Mapping[str, Value] | None = None
    """What it said when its form was opened; `None` where it is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDecision:
    """An entry goes."""

    report: str
    group: str
    id: str


def list_shapes() -> tuple[Shape, ...]:
    """Return all that can be entered, as the records say it: a new kind of check has its form at once."""
    return tuple(_describe_shape(group, record) for group, records in KINDS.items() for record in records)


def _describe_shape(group: str, record: Any) -> Shape:
    kind = get_type_hints(record).get("kind")
    notes = {key: _say_in_form(note) for key, note in list_descriptions(record).items()}
    name, _, note = notes["kind"].partition("；") if kind else (GROUP_NAMES[group], "", "")
    return Shape(
        group=group,
        id=get_args(kind)[0] if kind else "",
        name=name.rstrip("。"),
        note=note,
        fields=tuple(
            Field(
                key=one.name,
                label=LABELS[one.name],
                note=notes[one.name],
                kind=_find_kind(str(one.type)),
                is_needed=one.default is MISSING and one.default_factory is MISSING,
            )
            for one in fields(record)
            if one.name not in UNSAID
        ),
    )


def _say_in_form(note: str) -> str:
    """Return what is said of a key to those who choose from lists, where the file has ids and words of its own."""
    for pattern, words in IN_FORMS.items():
        note = re.sub(pattern, words, note)
    return note


def _find_kind(type: str) -> FieldKind:  # noqa: A002  # of a field
    """Return how a field is asked for, from its type as the record writes it."""
    if "FormWord" in type:
        return FieldKind.FORM
    is_many = type.startswith("tuple")
    if "Id" in type:
        return FieldKind.INDICATORS if is_many else FieldKind.INDICATOR
    return FieldKind.TEXTS if is_many else FieldKind.TEXT


def list_entries(group: str, files: Mapping[str, bytes]) -> Mapping[str, Mapping[str, Value]]:
    """Return the entries of a group as the file says them now. Raises `ForeignStyleError` where it cannot be read."""
    return read_entries(_read(group, files), group)


def plan_entry(decision: EntryDecision, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits after which an entry says what was decided; what it says so already is not touched.

    Raises `UnknownEntryError` and `OtherEntryError` where it is not as it was seen.
    """
    written, name = _read(decision.group, files), decision.id
    present = read_entries(written, decision.group).get(name)
    if present is None and decision.seen is not None:
        raise _miss(written, name)
    if present is not None and decision.seen is None:
        raise OtherEntryError(f"{written.file} 里已经有「{name}」了，没有写；要改它，在它旁边点「改」")
    if present is None:
        return (add_entry(list(written.lines), written.file, decision.group, name, decision.values),)
    if present != _thaw(decision.seen or {}):
        raise OtherEntryError(f"「{name}」刚刚在别处改过，没有写；要改它，重新点「改」")
    return set_entry(written, (decision.group, name), list_told(decision.values))


def _thaw(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return values with lists as they are read."""
    return {key: value if isinstance(value, str) else list(value) for key, value in values.items()}


def _miss(written: Written, id: str) -> UnknownEntryError:  # noqa: A002
    return UnknownEntryError(f"{written.file} 里没有「{id}」了，可能刚刚在别处改过")


def plan_drop(decision: DropDecision, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edit that takes an entry out. Raises `UnknownEntryError`."""
    written = _read(decision.group, files)
    if decision.id not in read_entries(written, decision.group):
        raise _miss(written, decision.id)
    return (drop_key(written, (decision.group, decision.id)),)


def _read(group: str, files: Mapping[str, bytes]) -> Written:
    name = f"{group}.yaml"
    return read_written(name, split_lines(files[name])[0])
