"""What mends are planned by: a report as the desk shows it, and the lines of its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from ...analysis.report_numerals import read_report_numerals
from ...model.findings import Fact
from ...model.numeral import Numeral
from ...model.place import Place, Span
from ...model.records import dataclass
from ...model.report import Tag
from .desk import Desk
from .text_edits import TextEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """How a problem is mended."""

    words: str
    """What its button says."""
    edits: tuple[TextEdit, ...]


class Mender:
    """The text and the numbers of a report, to plan mends by."""

    def __init__(self, desk: Desk, lines: Sequence[str]) -> None:
        self.desk, self.report, self.lines = desk, desk.report, lines
        self.tags = {tag.place: tag for tag in desk.report.tags}

    @cached_property
    def numerals(self) -> Mapping[Span, Numeral]:
        """The numerals of the text as the program itself reads them."""
        return {numeral.span: numeral for numeral in read_report_numerals(self.report)}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts of the report by their ids."""
        return {fact.id: fact for number in self.desk.numbers for fact in number.facts}

    def stands(self, place: Place) -> bool:
        """Tell whether a place is one of the annotated file, and its line is still as it was read."""
        if place.file != self.report.file or not 0 < place.line <= len(self.lines):
            return False
        return self.line_of(place) == place.excerpt

    def line_of(self, place: Place) -> str:
        """Return the line of a place."""
        return self.lines[place.line - 1].removesuffix("\r")

    def beside(self, tag: Tag) -> tuple[Tag, ...]:
        """Return the other tags around the words of a tag, in them or across their ends."""
        return tuple(other for other in self.report.tags_across(tag.span) if other is not tag)
