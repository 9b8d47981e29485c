"""Which sections of a new report get a page of their own: a page is a reading unit, neither one line nor a whole report."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from ..model.report import CLOSING, TITLE, Section, is_within

SHORT = 120
"""Characters. A section shorter than this stands on the page before it."""
LONG = 3000
"""Characters. A section longer than this is divided where it has sections."""
FOLLOWED = 2
"""Levels of headings."""
ALWAYS_DIVIDED = 1
"""The depth of the headings whose sections have pages of their own, however long they are."""


def follow_pages(sections: Sequence[Section], merged: Container[str]) -> Mapping[str, bool]:
    """Return the same in the way of an earlier report: a page for each part without sections and each section.

    `merged` are the sections that go on those which stood on another one's page there.
    """
    numbers = [section.number for section in sections if section.number not in {TITLE, CLOSING}]
    shallow = [number for number in numbers if number.count(".") < FOLLOWED]
    leaves = [number for number in shallow if not any(is_within(other, number) for other in shallow)]
    return {number: number not in merged for number in leaves}


def choose_pages(sections: Sequence[Section]) -> Mapping[str, bool]:
    """Return number → whether the section begins a page; sections inside one that does are not named."""
    chosen: dict[str, bool] = {}
    tops = [
        section
        for section in sections
        if section.number not in {TITLE, CLOSING} and "." not in section.number
    ]
    for section in tops:
        _choose(section, sections, chosen)
    if tops and not any(chosen.values()):
        chosen[tops[0].number] = True
    return chosen


def _choose(section: Section, sections: Sequence[Section], chosen: dict[str, bool]) -> None:
    below = [other for other in sections if other.number.startswith(f"{section.number}.")]
    children = [other for other in below if other.depth == section.depth + 1]
    length = _measure(section) + sum(map(_measure, below))
    if children and _is_divided(section, children, length, sections):
        for child in children:
            _choose(child, sections, chosen)
        if not any(chosen[other.number] for other in below if other.number in chosen):
            chosen[children[0].number] = True
        return
    chosen[section.number] = length >= SHORT


def _is_divided(
    section: Section, children: Sequence[Section], length: int, sections: Sequence[Section]
) -> bool:
    if section.depth > ALWAYS_DIVIDED and length <= LONG:
        return False
    sizes = [_measure_whole(child, sections) for child in children]
    return sum(sizes) >= SHORT * len(sizes)


def _measure_whole(section: Section, sections: Sequence[Section]) -> int:
    return sum(
        _measure(other)
        for other in sections
        if other is section or other.number.startswith(f"{section.number}.")
    )


def _measure(section: Section) -> int:
    return sum(span.end - span.start for span in section.blocks)
