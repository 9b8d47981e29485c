"""The gate on the way out: has every number, unit and qualifying word that a page says an origin that is proved?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..problems import Problem
from .documents.utterance import Utterance
from .faults import describe_fault
from .phrases import Phrase, Slot, is_said_by, parse_phrase
from .scopes import Scopes
from .vocabulary import BOUND, PHRASES, PLACED

NUMBER = re.compile(
    "[0-9０-９%‰％①-⑳]|[余约近超逾拟万亿]|不少于|不多于|不超过|不低于|以上|以下|以内|左右|平均|人均|计划|至少|至多|突破"
)
"""Digits, and words that change a number."""
COMMON = tuple(parse_phrase(text) for text in PHRASES)
IN_PLACE = {role: tuple(parse_phrase(text) for text in texts) for role, texts in PLACED.items()}
ROLES = {role: tuple(parse_phrase(text) for text in texts) for role, texts in BOUND.items()}
RECORDS = frozenset({"facts", "numerals", "checks", "report", "note", "notes"})
"""Kinds of record: each field is a slot of its own, `facts.value`."""
LONGEST = 60


def check_numbers(
    said: Iterable[tuple[str, Utterance]], scopes: Scopes, phrases: Iterable[str] = ()
) -> Iterator[Problem]:
    """Yield every utterance with a number that nothing accounts for, and every one in a bound place that differs."""
    own = tuple(parse_phrase(phrase) for phrase in phrases)
    for path, words in said:
        if not has_origin(path, words, scopes, own):
            yield describe_fault(
                path,
                f"「{words.text[:LONGEST]}」（{words.role}）里的数没有来处",
                "报告、字段或者本站词汇里有的话",
            )


def has_origin(path: str, said: Utterance, scopes: Scopes, own: tuple[Phrase, ...] = ()) -> bool:
    """Tell whether an utterance is accounted for."""
    bound = find_bound(said.role)
    if bound is None and (not NUMBER.search(said.text) or said.text in scopes.staff):
        return True
    return any(
        (bound is None and said.text in report.whole)
        or _is_said(said.text, bound or (*IN_PLACE.get(said.role, ()), *COMMON, *own), chain)
        for report, chain in scopes.list_chains(path, said)
    )


def find_bound(role: str) -> tuple[Phrase, ...] | None:
    """Return what may stand in a place whose words are proved whatever they hold: a field of a record, a column."""
    if "." in role and role.partition(".")[0] in RECORDS:
        return ((Slot(role),),)
    return ROLES.get(role)


def _is_said(text: str, phrases: tuple[Phrase, ...], chain: Mapping[str, tuple[str, ...]]) -> bool:
    return any(is_said_by(text, phrase, lambda slot: chain.get(slot, ())) for phrase in phrases)
