"""Decisions as the desk's page sends them → records; what a page never sends is refused before anything is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..drafting.naming.catalogue_edits import Value
from ..drafting.naming.decisions import Decision, DecisionKind
from ..drafting.naming.entries import KINDS as GROUPS
from ..drafting.naming.entries import DropDecision, EntryDecision
from ..drafting.naming.marks import MarkDecision, MarkKind, SelectDecision
from ..drafting.naming.outline import LISTS, ListDecision, PageDecision
from ..drafting.naming.planning import AnyDecision
from ..drafting.naming.tag_edits import Naming
from ..model.catalogue import ID_PATTERN
from ..model.errors import SiteError
from ..model.place import Place, Span
from .desk_records import KINDS

ENTRY = ("name", "measure", "unit", "scope", "theme")
"""The keys of a new indicator's entry."""
FREE = frozenset({"name", "unit", "scope"})
"""Those of them that are words, and no ids."""
MEND = "mend"
"""What the page asks for where it sends no decision of its own."""
LONGEST = 2000
"""Code points of one value."""
_VALUE = re.compile(r"[a-z0-9_-]*")
"""What can stand behind the equals sign of a mark."""


class IllFormedError(SiteError):
    """Staff wrote something in another form than it has; the message says which it has."""


def read_decision(said: Mapping[str, Any]) -> AnyDecision:
    """Return the decision that a page sent. Raises `ValueError` where it is none, `IllFormedError` where staff wrote it so."""
    kind = _read(said, "kind")
    return _READERS[kind](said) if kind in _READERS else _read_number(said)


def read_mend(said: Mapping[str, Any]) -> tuple[str, Place]:
    """Return the code of a problem that a page wants mended, and where it stands. Raises `ValueError` where it says neither."""
    place = said.get("place")
    if not isinstance(place, dict):
        raise ValueError(f"place：{place!r}")
    line, column = _count(place, "line"), _count(place, "column")
    return _read(said, "code"), Place(file=_read(place, "file"), line=line, column=column)


def read_entry(said: Mapping[str, Any]) -> EntryDecision:
    """Return what an entry is to say. Raises `ValueError` where that is no entry."""
    values = said.get("values")
    if not isinstance(values, dict) or not all(re.fullmatch("[a-z_]+", key) for key in values):
        raise ValueError(f"values：{values!r}")
    group, id = _read_entry_name(said)  # noqa: A001
    told = {key: _read_value(key, value) for key, value in values.items()}
    seen = _read_seen(said.get("seen"))
    return EntryDecision(report=_read(said, "report"), group=group, id=id, values=told, seen=seen)


def _read_seen(seen: Any) -> Mapping[str, Value] | None:
    """Return what a page was told that an entry says; it is compared with that, and never written."""
    if seen is None:
        return None
    if not isinstance(seen, dict) or not all(isinstance(value, str | list) for value in seen.values()):
        raise ValueError(f"seen：{seen!r}")
    return seen


def _refuse_id(value: str) -> IllFormedError:
    return IllFormedError("标识要用小写英文、数字和连字符" if value else "没有写标识")


def _read_drop(said: Mapping[str, Any]) -> DropDecision:
    group, id = _read_entry_name(said)  # noqa: A001
    return DropDecision(report=_read(said, "report"), group=group, id=id)


def _read_entry_name(said: Mapping[str, Any]) -> tuple[str, str]:
    group = _read(said, "group")
    id = _read_words("id", said.get("id")) if group == "terms" else _read(said, "id")  # noqa: A001
    if group not in GROUPS:
        raise ValueError(f"group：{group!r}")
    if not (id if group == "terms" else re.match(ID_PATTERN, id)):
        raise _refuse_id(id)
    return group, id


def _read_value(key: str, value: Any) -> Value:
    """Return the value of a key: words of one line, or a list of such."""
    if isinstance(value, list):
        return tuple(_read_words(key, item) for item in value if item)
    return _read_words(key, value)


def _read_words(key: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or any(ord(char) < ord(" ") for char in value):
        raise ValueError(f"{key}：{value!r}")
    return value.strip()


def _read_selection(said: Mapping[str, Any]) -> SelectDecision:
    return SelectDecision(
        report=_read(said, "report"),
        block=_count(said, "block"),
        first=_count(said, "from"),
        last=_count(said, "to"),
        words=_read_words("words", said.get("words")),
        kind=MarkKind(_read(said, "mark")),
        value=_read_mark_value(said),
    )


def _read_mark_value(said: Mapping[str, Any]) -> str:
    value = _read(said, "value")
    if not value or not _VALUE.fullmatch(value):
        raise _refuse_id(value)
    return value


def _read_unmark(said: Mapping[str, Any]) -> MarkDecision:
    span = Span(start=_count(said, "start"), end=_count(said, "end"))
    return MarkDecision(report=_read(said, "report"), span=span, kind=MarkKind(_read(said, "mark")), value="")


def _read_page(said: Mapping[str, Any]) -> PageDecision:
    slug = _read(said, "slug")
    if slug and not re.match(ID_PATTERN, slug):
        raise IllFormedError("网页名要用小写英文、数字和连字符")
    return PageDecision(report=_read(said, "report"), section=_read(said, "section"), slug=slug)


def _read_list(said: Mapping[str, Any]) -> ListDecision:
    key, id = _read(said, "key"), _read(said, "id")  # noqa: A001
    if key not in LISTS or not id:
        raise ValueError(f"{key}：{id!r}")
    return ListDecision(report=_read(said, "report"), key=key, id=id, is_in=said.get("in") is True)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], AnyDecision]] = {
    "mark": _read_selection,
    "unmark": _read_unmark,
    "page": _read_page,
    "list": _read_list,
    "entry": read_entry,
    "drop": _read_drop,
}
"""Kind → what reads it; all other kinds are about a number."""


def _read_number(said: Mapping[str, Any]) -> Decision:
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
        raise IllFormedError("没有写指标")
    return Decision(
        kind=kind,
        report=_read(said, "report"),
        number=_read(said, "number"),
        naming=naming if is_named else None,
        entry={key: _read_part(said, key) for key in ENTRY} if kind is DecisionKind.NEW else None,
        theme_name=_read_words("themeName", said.get("themeName", "")) if kind is DecisionKind.NEW else "",
        numeral=numeral,
    )


def _read_part(said: Mapping[str, Any], key: str) -> str:
    return _read_words(key, said.get(key, "")) if key in FREE else _read(said, key)


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


def _count(said: Mapping[str, Any], key: str) -> int:
    value = said.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{key}：{value!r}")
    return value
