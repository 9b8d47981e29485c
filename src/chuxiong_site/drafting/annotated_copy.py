"""Write a draft's annotated copy: front matter, then the official lines with their numbers tagged.

A number whose indicator nobody has named yet is tagged `{fact}`. Certain matches are named only where they are accepted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.captured import CapturedText
from ..model.catalogue import Disclosure
from ..model.place import Span
from ..model.report import Report
from . import Draft, DraftedNumber

NORMALISE = "[punctuation, spaces]"
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
    for index, (start, line) in enumerate(_list_lines(draft.raw.body)):
        inside = [f for f in draft.numbers if start <= f.numeral.span.start < start + len(line)]
        span = Span(start=start, end=start + len(line))
        written, columns = _tag_line(draft.raw.captured, span, inside, accept=accept)
        lines.append(written)
        places |= {span: (first + 2 * index, column) for span, column in columns.items()}
    return AnnotatedDraft(text=head + "\n\n".join(lines) + "\n", places=places)


def write_unnamed(words: str) -> str:
    """Return a number as a fact that nobody has named."""
    return f"[{words}]{{fact}}"


def write_tag(drafted: DraftedNumber, facts: tuple[str, ...], role: str | None, words: str = "") -> str:
    """Return a number with its tag, as staff would write it; `words` are the number as captured."""
    ids = " ".join(facts)
    attributes = [f"fact={ids}" if len(facts) == 1 else f'fact="{ids}"']
    attributes += [f"as={role}"] * bool(role) + ["again=yes"] * drafted.again
    return f"[{words or drafted.numeral.text}]{{{' '.join(attributes)}}}"


def quote(value: str) -> str:
    """Return a YAML scalar: as it is where nothing in it means anything to YAML, else in double quotes."""
    return value if _PLAIN.match(value) else json.dumps(value, ensure_ascii=False)


def _tag_line(
    captured: CapturedText, line: Span, numbers: list[DraftedNumber], *, accept: bool
) -> tuple[str, dict[Span, int]]:
    """Return the line as captured with its tags; a hidden character stands before the seen one that follows it."""
    pieces: list[str] = []
    columns: dict[Span, int] = {}
    end, length = captured.place(line.start - 1) + 1 if line.start else 0, 0
    for drafted in numbers:
        span = drafted.numeral.span
        start, after = captured.place(span.start), captured.place(span.end - 1) + 1
        before, words = captured.text[end:start], captured.text[start:after]
        written = _write_number(drafted, words, accept=accept)
        columns[span] = length + len(before) + 1 + (written != words)
        pieces += [before, written]
        length += len(before) + len(written)
        end = after
    return "".join([*pieces, captured.text[end : captured.place(line.end)]]), columns


def _write_number(drafted: DraftedNumber, words: str, *, accept: bool) -> str:
    """Return a number with its tag; one without a certain value cannot be a fact and stays as it is."""
    slots = drafted.certain
    if not (accept and slots):
        return words if drafted.numeral.value is None else write_unnamed(words)
    return write_tag(drafted, tuple(slot.indicator.id for slot in slots), slots[0].role, words)


def _list_lines(body: str) -> list[tuple[int, str]]:
    """Return the lines of the body that are not blank, with their offsets."""
    lines, start = [], 0
    for line in body.split("\n"):
        if line.strip():
            lines.append((start, line))
        start += len(line) + 1
    return lines


def _render_head(draft: Draft, latest: Report | None, origin: Origin, *, accept: bool) -> str:
    fields = draft.raw.disclosure
    rows = ["---", "disclosure:"]
    rows += [f"  {name}: {quote(getattr(fields, name))}" for name in Disclosure.model_fields]
    rows += [f"source_url: {quote_address(origin.source_url)}", f"source_sha256: {origin.sha256}"]
    rows += [f"body_from_line: {draft.raw.body_from_line}", f"normalise: {NORMALISE}", "sections:"]
    rows += [f'  "{number}": {slug}' for number, slug in draft.slugs.items()]
    invented = [json.dumps(number) for number in draft.invented]
    rows += [f"drafted: [{', '.join(invented)}]"] * bool(invented)
    rows += _render_headline(draft, latest if accept else None)
    rows += _render_readings(draft, latest) if latest else []
    return "\n".join([*rows, "---", "", ""])


def quote_address(url: str) -> str:
    """Return an address as a YAML scalar; most need no quotes."""
    return url if re.match(r"^https?://[^\s#'\"]+$", url) else json.dumps(url, ensure_ascii=False)


def _render_headline(draft: Draft, latest: Report | None) -> list[str]:
    stated = {slot.id for drafted in draft.numbers for slot in drafted.certain}
    kept = [fact for fact in (latest.headline if latest else ()) if fact in stated]
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
