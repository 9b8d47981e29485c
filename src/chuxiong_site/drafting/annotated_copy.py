"""Write a draft's annotated copy: front matter, then the official lines with their numbers tagged.

A number whose indicator nobody has named yet is tagged `{fact}`. Certain matches are named only where they are accepted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from ..model.place import Span
from ..model.records import dataclass
from ..model.report import Report
from . import Draft, DraftedNumber, Slot
from .answers import UNREAD, answer_numbers
from .disclosure import list_disclosure
from .tagged_lines import list_rules, write_line

UNNAMED = "fact"
"""What stands in the braces of a fact that nobody has named."""
_PLAIN = re.compile(r"^[一-鿿A-Za-z0-9《》][一-鿿A-Za-z0-9《》（）、。，/._-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a raw report comes from."""

    source_url: str
    sha256: str
    """Of the captured page as it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDraft:
    """The annotated copy, and where each number stands in it."""

    text: str
    places: Mapping[Span, tuple[int, int]]
    """Span in the body → line and column in the copy, from 1."""


def render_draft_report(
    draft: Draft, latest: Report | None, origin: Origin, *, accept: bool = False
) -> AnnotatedDraft:
    """Return the annotated copy; with `accept` the certain numbers bear the names of their indicators."""
    head = _render_head(draft, latest, origin, accept=accept)
    first = head.count("\n") + 1
    lines: list[str] = []
    places: dict[Span, tuple[int, int]] = {}
    tags = _list_tags(draft, accept=accept)
    for index, line in enumerate(draft.raw.paragraphs):
        words, columns = write_line(draft.raw, line, tags)
        lines.append(words)
        places |= {span: (first + 2 * index, column) for span, column in columns.items()}
    written = tuple(places.items())
    places |= {
        drafted.numeral.span: next(place for span, place in written if span.overlaps(drafted.numeral.span))
        for drafted in draft.numbers
        if drafted.numeral.span not in places
    }
    return AnnotatedDraft(text=head + "\n\n".join(lines) + "\n", places=places)


def write_unnamed(words: str) -> str:
    """Return a number as a fact that nobody has named."""
    return f"[{words}]{{{UNNAMED}}}"


def write_tag(drafted: DraftedNumber, slots: tuple[Slot, ...]) -> str:
    """Return a number with the tag that states facts, as staff would write it."""
    return f"[{drafted.numeral.text}]{{{write_attributes(drafted, slots)}}}"


def write_attributes(drafted: DraftedNumber, slots: tuple[Slot, ...]) -> str:
    """Return what stands in the braces of a number's tag; facts that share a number share all that is said of them."""
    ids = " ".join(slot.indicator.id for slot in slots)
    told = {"as": slots[0].role or drafted.contexts[0].role, "year": slots[0].year, "of": slots[0].of}
    attributes = [f"fact={ids}" if len(slots) == 1 else f'fact="{ids}"']
    attributes += [f"{key}={value}" for key, value in told.items() if value]
    return " ".join([*attributes, *["again=yes"] * drafted.again])


def quote(value: str) -> str:
    """Return a YAML scalar: as it is where nothing in it means anything to YAML, else in double quotes."""
    return value if _PLAIN.match(value) else json.dumps(value, ensure_ascii=False)


def _list_tags(draft: Draft, *, accept: bool) -> dict[Span, str]:
    """Return what stands in the braces of every number: a fact, with its name where that is certain, or not read."""
    answers = answer_numbers(draft.raw)
    tags = {numeral.span: UNNAMED for numeral in answers.facts} | dict.fromkeys(answers.unread, UNREAD)
    named = {drafted.numeral.span: drafted for drafted in draft.numbers if accept and drafted.certain}
    return {
        span: write_attributes(named[span], named[span].certain) if span in named else said
        for span, said in tags.items()
    }


def _render_head(draft: Draft, latest: Report | None, origin: Origin, *, accept: bool) -> str:
    rows = ["---", "disclosure:"]
    rows += [f"  {name}: {quote(value)}" for name, value in list_disclosure(draft.raw).items()]
    rows += [f"source_url: {quote_address(origin.source_url)}", f"source_sha256: {origin.sha256}"]
    rows += [
        f"body_from_line: {draft.raw.body_from_line}",
        f"normalise: {list_rules(draft.raw)}",
        "sections:",
    ]
    rows += [f'  "{number}": {slug or quote("")}' for number, slug in draft.slugs.items()]
    invented = [json.dumps(number) for number in draft.invented]
    rows += [f"drafted: [{', '.join(invented)}]"] * bool(invented)
    rows += _render_headline(draft, latest if accept else None)
    rows += _render_readings(draft, latest) if latest else []
    return "\n".join([*rows, "---", "", ""])


def quote_address(url: str) -> str:
    """Return an address as a YAML scalar; most need no quotes."""
    return url if re.match(r"^https?://[^\s#'\"]+$", url) else json.dumps(url, ensure_ascii=False)


def _render_headline(draft: Draft, latest: Report | None) -> list[str]:
    stated = {slot.fact: slot.id for drafted in draft.numbers for slot in drafted.certain}
    kept = [stated[fact] for fact in (latest.headline if latest else ()) if fact in stated]
    return ["headline:", *(f"  - {fact}" for fact in kept)] if kept else ["headline: []"]


def _render_readings(draft: Draft, latest: Report) -> list[str]:
    """Return doors and elements of the latest report for the sections that continue; the others are left to staff."""
    doors = [
        f'  "{number}": {quote(name)}'
        for part, name in latest.doors.items()
        for number in draft.renumbered.get(part, ())
    ]
    elements = [
        f"  {quote(name)}: [{', '.join(json.dumps(number) for number in numbers)}]"
        for name, sections in latest.elements.items()
        if (numbers := list_continuing(draft, sections)) or not sections
    ]
    rows = ["doors:", *doors] if doors else []
    rows += [f"elements_source: {quote(latest.elements_source)}"] if latest.elements_source else []
    return rows + (["elements:", *elements] if elements else [])


def list_continuing(draft: Draft, sections: tuple[str, ...]) -> list[str]:
    """Return the new numbers of sections of the latest report."""
    return [number for section in sections for number in draft.renumbered.get(section, ())]
