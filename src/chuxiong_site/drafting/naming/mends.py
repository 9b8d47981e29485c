"""A problem that a check tells → the edits that mend it, where one answer alone is right and the program knows it surely.

What could be meant in two ways has no mend: staff decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...model.findings import Fact
from ...model.numeral import Numeral, NumeralKind
from ...model.place import Place, Span
from ...model.report import Tag
from ...problems import Problem
from .desk import Desk
from .mender import Mend, Mender
from .outline import plan_unlist
from .tag_edits import add_attribute, drop_attribute, drop_tag, edit_tag
from .tag_moves import move_tag
from .text_edits import TextEdit
from .written import read_written

AGAIN = "again=yes"
_ATTRIBUTE = re.compile(r'\s*(?P<key>[a-z]+)(?:=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"{}]+)))?(?=\s|$)')


def list_mends(problems: Iterable[Problem], desk: Desk, lines: Sequence[str]) -> dict[Problem, Mend]:
    """Return the problems of a report that have a mend; `lines` are those of its annotated file as it stands."""
    mender = Mender(desk, lines)
    plans = ((problem, _plan(mender, problem)) for problem in problems)
    return {problem: mend for problem, mend in plans if mend is not None}


def _plan(mender: Mender, problem: Problem) -> Mend | None:
    plan = _PLANS.get(problem.code)
    return plan(mender, problem.place) if plan and mender.stands(problem.place) else None


def _mend_waiver(mender: Mender, place: Place) -> Mend | None:
    """The program reads the words as what the tag says."""
    tag = mender.tags.get(place)
    return Mend(words="去掉标记", edits=(drop_tag(mender.line_of(place), place),)) if tag else None


def _mend_extent(mender: Mender, place: Place) -> Mend | None:
    """The tag of a fact touches one number alone: it is that number's."""
    tag = mender.tags.get(place)
    if tag is None or not tag.is_fact:
        return None
    touched = [numeral for span, numeral in mender.numerals.items() if span.overlaps(tag.span)]
    if len(touched) != 1 or touched[0].kind is not NumeralKind.FACT or touched[0].value is None:
        return None
    [numeral] = touched
    whole = Span(start=min(tag.span.start, numeral.span.start), end=max(tag.span.end, numeral.span.end))
    near = [other for other in mender.report.tags_across(whole) if other is not tag]
    if any(other.is_fact or other.numeral or not _encloses(other, tag, whole) for other in near):
        return None
    target = mender.report.place_of(numeral.span)
    edit = move_tag(mender.line_of(place), place, target, numeral.text)
    return Mend(words=f"标记改成包住「{numeral.text}」", edits=(edit,)) if edit else None


def _encloses(other: Tag, tag: Tag, whole: Span) -> bool:
    return other.span.contains(whole) and other.span != tag.span


def _mend_repetition(mender: Mender, place: Place) -> Mend | None:
    """The words have another tag that names them, or the fact was stated before with the same value."""
    tag = mender.tags.get(place)
    if tag is None:
        return None
    if tag.is_unnamed:
        same = [other for other in mender.beside(tag) if other.span == tag.span and other.is_fact]
        return (
            Mend(words="只留有名称的标记", edits=(drop_tag(mender.line_of(place), place),))
            if any(other.facts for other in same)
            else None
        )
    first = mender.facts.get(tag.facts[0] + tag.part) if len(tag.facts) == 1 else None
    numeral = mender.numerals.get(tag.span)
    if first is None or numeral is None or tag.again or not _is_same(first, numeral):
        return None
    edit = add_attribute(mender.line_of(place), place, AGAIN)
    return Mend(words=f"写明是又说一遍（{AGAIN}）", edits=(edit,))


def _is_same(fact: Fact, numeral: Numeral) -> bool:
    """Tell whether a number says what a fact says, and as exactly."""
    stated = (fact.value, fact.upper, fact.resolution, fact.unit, fact.qualifier, fact.per)
    return stated == (
        numeral.value,
        numeral.upper,
        numeral.resolution,
        numeral.unit,
        numeral.qualifier,
        numeral.per,
    )


def _mend_first(mender: Mender, place: Place) -> Mend | None:
    """The fact is said again further on, with the same value: here it is said first."""
    tag = mender.tags.get(place)
    if tag is None or len(tag.facts) != 1:
        return None
    fact = mender.facts.get(tag.facts[0] + tag.part)
    if fact is None or fact.place != place or not fact.occurrences:
        return None
    edit = drop_attribute(mender.line_of(place), place, AGAIN)
    return Mend(words=f"去掉 {AGAIN}", edits=(edit,)) if edit else None


def _mend_doubled(mender: Mender, place: Place) -> Mend | None:
    """The attribute says a second time what it says before in the same tag."""
    line, first = mender.line_of(place), place.column - 1
    start = line.rfind("{", 0, first) + 1
    before = list(_ATTRIBUTE.finditer(line[start:first].rstrip()))
    own = _ATTRIBUTE.fullmatch(line[first : first + place.length])
    if own is None or not any(_read(own) == _read(other) for other in before):
        return None
    blanks = first - len(line[:first].rstrip())
    edit = TextEdit(
        file=place.file,
        line=place.line,
        column=place.column - blanks,
        length=place.length + blanks,
        words="",
    )
    return Mend(words=f"去掉后一个 {own['key']}", edits=(edit,))


def _read(attribute: re.Match[str]) -> tuple[str, str]:
    return attribute["key"], attribute["quoted"] or attribute["bare"] or ""


def _mend_unread(mender: Mender, _: Place) -> Mend | None:
    """The program reads some words now that it did not read when they were tagged."""
    edits = []
    for tag in mender.report.tags:
        numeral = mender.numerals.get(tag.span)
        is_read = tag.numeral is NumeralKind.UNREAD and numeral is not None and mender.stands(tag.place)
        if numeral is None or not is_read or any(tag.span.contains(o.span) for o in mender.beside(tag)):
            continue
        line = mender.line_of(tag.place)
        if numeral.kind is not NumeralKind.FACT:
            edits.append(drop_tag(line, tag.place))
        elif numeral.value is not None:
            edits.append(edit_tag(line, tag.place, "fact"))
    return Mend(words=f"{len(edits)} 个照现在读出来的写", edits=tuple(edits)) if edits else None


def _mend_answered(mender: Mender, place: Place) -> Mend | None:
    """The problem has a plan, so that it is not unanswered."""
    keys = [key for key, where in mender.report.unanswered.items() if where == place]
    known = {tag.problem for tag in mender.report.tags}
    answered = {tag.plan for tag in mender.report.tags}
    if len(keys) != 1 or keys[0] not in known & answered:
        return None
    return _unlist(mender, "unanswered", keys[0])


def _mend_numbered(mender: Mender, place: Place) -> Mend | None:
    """The section is there, and its heading counts as it should."""
    number = mender.line_of(place)[place.column - 1 : place.column - 1 + place.length].strip("\"'")
    if mender.report.section(number) is None:
        return None
    return _unlist(mender, "misnumbered", number)


def _unlist(mender: Mender, key: str, id: str) -> Mend | None:  # noqa: A002
    edits = plan_unlist(read_written(mender.report.file, mender.lines), key, id)
    return Mend(words=f"从 {key} 去掉 {id}", edits=edits) if edits else None


_PLANS: Mapping[str, Callable[[Mender, Place], Mend | None]] = {
    "E304": _mend_doubled,
    "E402": _mend_extent,
    "E406": _mend_repetition,
    "E407": _mend_first,
    "W401": _mend_waiver,
    "W403": _mend_numbered,
    "W405": _mend_answered,
    "W410": _mend_unread,
}
"""Code → its mend, or `None` where more than one is right."""
