"""Match a text with the site's own phrases, each slot with the texts that are allowed for it.

`全部 {facts} 个数字[，{tagged} 处]` is a phrase: words, slots in braces, an optional piece in brackets.
A slot stands for one of the texts that the caller allows for it, never for anything else. A piece in brackets is there if
its slots have something to say, and is not there if they have not; without a slot it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Protocol

from ..model.records import dataclass

PIECE = re.compile(r"\{([^{}]+)\}|\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a proved text."""

    name: str


@dataclass(frozen=True, slots=True)
class Optional:
    """A piece that may be absent."""

    parts: tuple[Part, ...]
    names: tuple[str, ...]
    """Of its slots."""


Part = str | Slot | Optional
Phrase = tuple[Part, ...]


class Texts:
    """Many texts that may stand in one slot, found by their words: as fast for a thousand as for one."""

    __slots__ = ("known", "lengths", "texts")

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts = texts
        self.known = frozenset(texts)
        self.lengths = sorted(set(map(len, texts)))

    def __contains__(self, text: object) -> bool:
        return text in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def list_ends(self, text: str, start: int) -> list[int]:
        """Return where those of the texts end that stand at `start`."""
        room = len(text) - start
        ends = (start + length for length in self.lengths if length <= room)
        return [end for end in ends if text[start:end] in self.known]


Allowed = tuple[str, ...] | Texts
"""The texts that may stand in a slot."""
Look = Callable[[str], Allowed]
"""Slot → the texts that may stand in its place; empty where there is nothing that may."""


class View(Protocol):
    """What an utterance is held against."""

    def look(self, slot: str) -> Allowed:
        """Return the texts that may stand in a slot."""

    def allows(self, text: str, slots: frozenset[str]) -> bool:
        """Tell whether a text may stand in one of some slots."""


class PhraseBook:
    """Phrases by how they begin, end, and what they say besides their slots, so that few are tried on a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        phrases = [parse_phrase(text) for text in texts]
        self.slots = frozenset(slot.name for slot, *rest in phrases if isinstance(slot, Slot) and not rest)
        """The slots that are a phrase by themselves."""
        self.names = frozenset(name for phrase in phrases for name in _list_slots(phrase))
        """All slots."""
        self.others: dict[str, dict[str, list[Phrase]]] = {}
        """First character, empty where a slot or an optional piece comes first → words that must be there → phrases."""
        for phrase in phrases:
            if len(phrase) > 1 or isinstance(phrase[0], str):
                first = phrase[0][0] if isinstance(phrase[0], str) else ""
                words = max((part for part in phrase if isinstance(part, str)), key=len, default="")
                self.others.setdefault(first, {}).setdefault(words, []).append(phrase)

    def find(self, text: str, view: View) -> Phrase | None:
        """Return the phrase that a text is, with allowed texts in its slots."""
        if view.allows(text, self.slots):
            return next((Slot(slot),) for slot in self.slots if text in view.look(slot))
        for first in (text[:1], ""):
            for words, phrases in self.others.get(first, {}).items():
                if words in text:
                    for phrase in phrases:
                        if _ends_like(text, phrase) and is_said_by(text, phrase, view.look):
                            return phrase
        return None


def _list_slots(phrase: Phrase) -> Iterator[str]:
    for part in phrase:
        if isinstance(part, Slot):
            yield part.name
        elif isinstance(part, Optional):
            yield from _list_slots(part.parts)


def _ends_like(text: str, phrase: Phrase) -> bool:
    return not isinstance(phrase[-1], str) or text.endswith(phrase[-1])


def parse_phrase(text: str) -> Phrase:
    """Return a phrase from its notation; brackets hold no brackets."""
    return tuple(_list_parts(text))


def _list_parts(text: str) -> Iterator[Part]:
    at = 0
    for match in PIECE.finditer(text):
        if text[at : match.start()]:
            yield text[at : match.start()]
        yield Slot(match[1]) if match[1] else _create_optional(parse_phrase(match[2]))
        at = match.end()
    if text[at:]:
        yield text[at:]


def _create_optional(parts: Phrase) -> Optional:
    return Optional(parts, tuple(part.name for part in parts if isinstance(part, Slot)))


def is_said_by(text: str, phrase: Phrase, look: Look) -> bool:
    """Tell whether a text is the phrase, whole, with allowed texts in its slots."""
    first, *rest = phrase or ("",)
    if not rest and isinstance(first, Slot):
        return text in look(first.name)
    return len(text) in _list_ends(text, 0, phrase, look)


def _list_ends(text: str, start: int, parts: Phrase, look: Look) -> Collection[int]:
    """Return where the parts may end that begin at `start`."""
    ends: Collection[int] = (start,)
    for part in parts:
        if isinstance(part, str):
            ends = [begin + len(part) for begin in ends if text.startswith(part, begin)]
        elif isinstance(part, Slot):
            ends = _list_slot_ends(text, ends, look(part.name))
        else:
            ends = [end for begin in ends for end in _list_optional_ends(text, begin, part, look)]
        if not ends:
            break
        if len(ends) > 1:
            ends = set(ends)
    return ends


def _list_slot_ends(text: str, starts: Iterable[int], allowed: Allowed) -> list[int]:
    if isinstance(allowed, Texts):
        return [end for start in starts for end in allowed.list_ends(text, start)]
    return [start + len(words) for start in starts for words in allowed if text.startswith(words, start)]


def _list_optional_ends(text: str, start: int, part: Optional, look: Look) -> Collection[int]:
    for name in part.names:
        if not any(look(name)):
            return (start,)
    ends = _list_ends(text, start, part.parts, look)
    return ends if part.names else (start, *ends)
