"""Match a text with the site's own phrases, each slot with the texts that are allowed for it.

`全部 {facts} 个数字[，{tagged} 处]` is a phrase: words, slots in braces, an optional piece in brackets.
A slot stands for one of the texts that the caller allows for it, never for anything else. A piece in brackets is there if
its slots have something to say, and is not there if they have not; without a slot it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from ..model.records import dataclass

Look = Callable[[str], Collection[str]]
"""Slot → the texts that may stand in its place; empty where there is nothing that may."""
PIECE = re.compile(r"\{([^{}]+)\}|\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a proved text."""

    name: str


@dataclass(frozen=True, slots=True)
class Optional:
    """A piece that may be absent."""

    parts: tuple[Part, ...]


Part = str | Slot | Optional
Phrase = tuple[Part, ...]


class PhraseBook:
    """Phrases by how they begin and end, so that few are tried on a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        phrases = [parse_phrase(text) for text in texts]
        self.slots = tuple(slot.name for slot, *rest in phrases if isinstance(slot, Slot) and not rest)
        """The slots that are a phrase by themselves."""
        self.others: dict[str, list[Phrase]] = {}
        """First character, empty where a slot or an optional piece comes first → phrases."""
        for phrase in phrases:
            if len(phrase) > 1 or isinstance(phrase[0], str):
                first = phrase[0][0] if isinstance(phrase[0], str) else ""
                self.others.setdefault(first, []).append(phrase)

    def holds(self, text: str, look: Look) -> bool:
        """Tell whether a text is one of the phrases, with allowed texts in its slots."""
        return any(text in look(slot) for slot in self.slots) or any(
            _ends_like(text, phrase) and is_said_by(text, phrase, look)
            for first in (text[:1], "")
            for phrase in self.others.get(first, ())
        )


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
        yield Slot(match[1]) if match[1] else Optional(parse_phrase(match[2]))
        at = match.end()
    if text[at:]:
        yield text[at:]


def is_said_by(text: str, phrase: Phrase, look: Look) -> bool:
    """Tell whether a text is the phrase, whole, with allowed texts in its slots."""
    return len(text) in _list_ends(text, 0, phrase, look)


def _list_ends(text: str, start: int, parts: Phrase, look: Look) -> Iterable[int]:
    """Return where the parts may end that begin at `start`."""
    ends = {start}
    for part in parts:
        ends = {end for begin in ends for end in _list_part_ends(text, begin, part, look)}
        if not ends:
            break
    return ends


def _list_part_ends(text: str, start: int, part: Part, look: Look) -> Iterable[int]:
    if isinstance(part, str):
        return (start + len(part),) if text.startswith(part, start) else ()
    if isinstance(part, Optional):
        inside = _list_ends(text, start, part.parts, look)
        slots = [look(slot.name) for slot in part.parts if isinstance(slot, Slot)]
        said = all(any(allowed) for allowed in slots)
        return {*((start,) if not slots or not said else ()), *(inside if said else ())}
    return [start + len(allowed) for allowed in look(part.name) if text.startswith(allowed, start)]
