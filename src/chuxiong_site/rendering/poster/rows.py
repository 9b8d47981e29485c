"""The rows of the sheet: a section each, or a part each where so many names could not be read on one sheet."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

from ...model.headings import UNHEADED, describe_heading
from ...model.records import dataclass
from ...model.report import Report, Section
from ..parts.overview_lines import Line, Lines, MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with its marks, in characters."""

    name: str
    length: int
    gaps: tuple[int, ...]
    marks: tuple[tuple[MarkKind, Fraction], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rows of a part, under its heading where none of them has it."""

    title: str
    rows: tuple[Row, ...]


def list_sections(report: Report, lines: Lines) -> tuple[Group, ...]:
    """Return a row for each line of the picture, by part."""
    groups = [tuple(own) for _, own in groupby(lines.all, key=lambda line: line.section.part)]
    return tuple(
        Group(
            title=_find_title(report, own[0].section),
            rows=tuple(
                Row(
                    name=_name(report, line.section),
                    length=line.length,
                    gaps=lines.list_gaps(line),
                    marks=tuple((mark.kind, mark.at) for mark in line.marks),
                )
                for line in own
            ),
        )
        for own in groups
    )


def list_parts(report: Report, lines: Lines) -> tuple[Group, ...]:
    """Return a row for each part, its lines one behind the other; gaps are where a section ends."""
    groups = groupby(lines.all, key=lambda line: line.section.part)
    return (Group(title="", rows=tuple(_join_lines(report, part, tuple(own)) for part, own in groups)),)


def _join_lines(report: Report, part: str, own: tuple[Line, ...]) -> Row:
    section = next(section for section in report.sections if section.number == part)
    length, gaps, marks = 0, list[int](), list[tuple[MarkKind, Fraction]]()
    for line in own:
        marks += ((mark.kind, mark.at + length) for mark in line.marks)
        length += line.length
        gaps.append(length)
    return Row(name=_name(report, section), length=length, gaps=tuple(gaps[:-1]), marks=tuple(marks))


def _find_title(report: Report, first: Section) -> str:
    """Return the heading over the lines of a part; none where the first line is the part's own, and has it."""
    if first.depth < 2:
        return ""
    return _name(report, next(part for part in report.sections if part.number == first.part))


def _name(report: Report, section: Section) -> str:
    if section.number in UNHEADED:
        return UNHEADED[section.number]
    return " ".join(describe_heading(report, section).split())
