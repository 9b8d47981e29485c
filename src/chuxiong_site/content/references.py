"""Check that the sections named in the front matter stand in the text: doors name parts, elements sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.catalogue import FrontMatter
from ..model.place import Place
from ..model.project import KeyPath
from ..model.report import Section
from ..problems import Problem


def check_references(
    front: FrontMatter, sections: tuple[Section, ...], places: Mapping[KeyPath, Place]
) -> Iterator[Problem]:
    """Yield every number for which the text has no part or section."""
    parts = [section.number for section in sections if section.is_part]
    for number in front.doors:
        if number not in parts:
            yield _create_unknown_section_problem(number, parts, places[("doors", number, "#key")])
    numbers = [section.number for section in sections]
    for name, stated in front.elements.items():
        for index, number in enumerate(stated):
            if number not in numbers:
                yield _create_unknown_section_problem(number, numbers, places[("elements", name, index)])


def _create_unknown_section_problem(number: str, known: list[str], place: Place) -> Problem:
    found, expected = f"正文里没有「{number}」", f"正文里有的：{'、'.join(known)}"
    return Problem(code="E344", place=place, found=found, expected=expected)
