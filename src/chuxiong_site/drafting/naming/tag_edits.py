"""Write what staff say of a number into its tag, or give it one."""

from __future__ import annotations

import re

from ...model.place import Place
from ...model.records import dataclass
from .text_edits import TextEdit

_ATTRIBUTES = re.compile(r'\]\{((?:"[^"]*"|[^"{}])*)\}')
_OTHERS = re.compile(r'\b(?:problem|plan|achievement|heading|omit)=(?:"[^"]*"|[^\s"]+)')
"""What a tag says that is not of its number: it stays."""
_SAFE = re.compile(r"[^\s\"'={}.]+")
"""Values that need no quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a number states: an indicator, and in which part."""

    indicator: str
    role: str = ""
    year: str = ""
    of: str = ""
    again: bool = False

    @property
    def attributes(self) -> str:
        """What stands in the braces of its tag."""
        told = {"fact": self.indicator, "as": self.role, "year": self.year, "of": self.of}
        words = [f"{key}={_quote(value)}" for key, value in told.items() if value]
        return " ".join([*words, *["again=yes"] * self.again])


def edit_tag(line: str, place: Place, attributes: str) -> TextEdit:
    """Return the edit that gives the words at a place a tag with these attributes of a number, or changes those of the tag they have.

    `line` is the line of the annotated file as it stands. The words stay, and all that tags say of other things.
    """
    first = place.column - 1
    after = first + place.length
    tag = _ATTRIBUTES.match(line, after)
    if tag and first and line[first - 1] == "[":
        return _rewrite(tag, place, attributes)
    words = line[first:after]
    return TextEdit(
        file=place.file,
        line=place.line,
        column=place.column,
        length=place.length,
        words=f"[{words}]{{{attributes}}}",
    )


def drop_tag(line: str, place: Place) -> TextEdit:
    """Return the edit that takes the tag of the words at a place away, or what it says of a number; they have one."""
    first = place.column - 1
    tag = find_tag_end(line, place)
    if says_more(tag[1]):
        return _rewrite(tag, place, "")
    return TextEdit(
        file=place.file,
        line=place.line,
        column=place.column - 1,
        length=tag.end() - first + 1,
        words=line[first : tag.start()],
    )


def add_attribute(line: str, place: Place, attribute: str) -> TextEdit:
    """Return the edit that adds to the tag of the words at a place what they have not said yet."""
    tag = find_tag_end(line, place)
    return TextEdit(file=place.file, line=place.line, column=tag.end(1) + 1, length=0, words=f" {attribute}")


def drop_attribute(line: str, place: Place, attribute: str) -> TextEdit | None:
    """Return the edit that takes an attribute out of the tag of the words at a place; `None` where it is not written so."""
    tag = find_tag_end(line, place)
    found = re.search(rf"\s+{re.escape(attribute)}(?=\s|$)", tag[1])
    return found and TextEdit(
        file=place.file,
        line=place.line,
        column=tag.start(1) + found.start() + 1,
        length=found.end() - found.start(),
        words="",
    )


def find_tag_end(line: str, place: Place) -> re.Match[str]:
    """Return what stands behind the words at a place, which have a tag: `]{…}`, its attributes in group 1.

    The words may have tags of their own inside, up to their end.
    """
    depth, end = 0, place.column - 1
    while depth or line[end] != "]":
        depth += {"[": 1, "]": -1}.get(line[end], 0)
        end += 1
    tag = _ATTRIBUTES.match(line, end)
    assert tag is not None, f"no tag: {place}"
    return tag


def _rewrite(tag: re.Match[str], place: Place, attributes: str) -> TextEdit:
    """Return the edit that changes what a tag says of a number; the rest of it stays."""
    return TextEdit(
        file=place.file,
        line=place.line,
        column=tag.start(1) + 1,
        length=tag.end(1) - tag.start(1),
        words=" ".join(filter(None, [attributes, *_OTHERS.findall(tag[1])])),
    )


def says_more(attributes: str) -> bool:
    """Tell whether a tag says something that is not of its number."""
    return _OTHERS.search(attributes) is not None


def _quote(value: str) -> str:
    return value if _SAFE.fullmatch(value) else f'"{value}"'
