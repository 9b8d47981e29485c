"""The report in one picture: its sections as lines, its numbers as marks that lead to their sentences."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from markupsafe import Markup

from ...charts import describe_value
from ...model import addresses
from ...model.findings import ReportFindings
from ...model.headings import UNHEADED
from ...model.records import dataclass
from ...model.report import Report, Section
from ..text.breaks import keep_clauses, render_heading
from .overview_lines import Line, Lines, Mark, compute_lines
from .overview_words import describe_extremes, describe_finding, describe_legend


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewMark:
    """A number of the picture."""

    kind: str
    """`holds`, `fails`, `open`, `other`."""
    x: str
    """Where it stands, in per cent of the lane."""
    href: str
    label: str
    """What it counts, and the number as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strokes:
    """A line as SVG paths: a character is 1 wide, a lane 1 high."""

    line: str
    across: str
    """In the picture the ends of sentences, on a small line the numbers; empty where there are none."""
    scale: int
    """How many characters the lane is wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewLine:
    """A section of the picture."""

    name: Markup
    href: str
    count: int
    strokes: Strokes
    marks: tuple[OverviewMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewGroup:
    """The lines of a part, under its heading; without one what stands in no part, or is one by itself."""

    title: Markup
    head: OverviewLine | None
    """What the heading introduces before the first section, if it does."""
    lines: tuple[OverviewLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """A kind of mark."""

    kind: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The picture and its words."""

    title: Markup
    extremes: str
    """Which line is the longest and which has most numbers; empty for a single line."""
    groups: tuple[OverviewGroup, ...]
    legend: tuple[LegendItem, ...]


def describe_overview(report_findings: ReportFindings) -> Overview:
    """Return the picture of a report."""
    report, lines = report_findings.report, compute_lines(report_findings)
    groups = groupby(lines.all, key=lambda line: _find_part(report, line.section))
    return Overview(
        title=keep_clauses(describe_finding(report, lines)),
        extremes=describe_extremes(report, lines),
        groups=tuple(_describe_group(report_findings, lines, part, tuple(own)) for part, own in groups),
        legend=tuple(
            LegendItem(kind=kind.value, words=words, count=count)
            for kind, words, count in describe_legend(lines)
        ),
    )


def _find_part(report: Report, section: Section) -> Section | None:
    """Return the part under whose heading a line stands; none for what stands in no part, or is one by itself."""
    if section.depth == 0 or (section.depth == 1 and section.slug is not None):
        return None
    return next(part for part in report.sections if part.number == section.part)


def _describe_group(
    report_findings: ReportFindings, lines: Lines, part: Section | None, own: tuple[Line, ...]
) -> OverviewGroup:
    described = tuple(_describe_line(report_findings, lines, line) for line in own)
    has_head = own[0].section == part
    return OverviewGroup(
        title=render_heading(report_findings, part) if part else Markup(),
        head=described[0] if has_head else None,
        lines=described[has_head:],
    )


def describe_small_line(lines: Lines, section: Section) -> Strokes | None:
    """Return the line of a section with its numbers; none for what is on the line of another."""
    line = lines.find(section)
    return _draw(lines, line, (round(mark.at) for mark in line.marks)) if line else None


def _draw(lines: Lines, line: Line, places: Iterable[int]) -> Strokes:
    return Strokes(
        line=f"M0 .5h{line.length}",
        across="".join(f"M{place} 0v1" for place in places),
        scale=lines.longest,
    )


def _describe_line(report_findings: ReportFindings, lines: Lines, line: Line) -> OverviewLine:
    report, section = report_findings.report, line.section
    return OverviewLine(
        name=_name(report_findings, section),
        href=addresses.contents_href(report, section),
        count=len(line.marks),
        strokes=_draw(lines, line, lines.list_gaps(line)),
        marks=tuple(_describe_mark(report, mark, lines.longest) for mark in line.marks),
    )


def _name(report_findings: ReportFindings, section: Section) -> Markup:
    if section.number in UNHEADED:
        return Markup(UNHEADED[section.number])
    return render_heading(report_findings, section)


def _describe_mark(report: Report, mark: Mark, longest: int) -> OverviewMark:
    fact = mark.fact
    role = f"（{fact.role_name}）" if fact.role_name else ""
    return OverviewMark(
        kind=mark.kind.value,
        x=_share(mark.at, longest),
        href=addresses.fact_href(report, fact),
        label=f"{fact.indicator.name}{role}：{describe_value(fact)}",
    )


def _share(place: Fraction, longest: int) -> str:
    """Return a place in per cent of the lane, with one digit at most."""
    share = Decimal(place.numerator * 100) / (place.denominator * longest)
    return f"{share.quantize(Decimal('0.1')).normalize():f}%"
