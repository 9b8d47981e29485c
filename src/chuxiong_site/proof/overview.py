"""Prove the picture of the latest report on the home page, and the small lines beside the contents of every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ..model.findings import ReportFindings
from ..model.report import Report, Section
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.overview import ShownMark, ShownOverview, ShownRow
from .documents.utterance import fold
from .faults import create_fault
from .links import resolve
from .scopes.data import locate_section
from .scopes.overview import Place, Row, describe_overview, list_legend, list_rows
from .scopes.words import UNHEADED, read_heading, say_value

HOME = "index.html"
CLOSE = Decimal("0.0501")
"""How far a mark may stand from its place, in per cent of the lane: drawings are rounded to tenths."""
SPARSE = 100
"""A gap is drawn where at least a hundredth of the longest line lies before and behind it."""


def check_overview(latest: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of the home page: a picture that is missing, or says or draws something else than the report."""
    if HOME in pages:
        yield from _check_words(latest, pages[HOME])
        yield from _check_picture(latest, pages[HOME].overview)


def check_small_lines(report_findings: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of the lines beside the contents of a report's pages."""
    rows = list_rows(report_findings)
    for path, page in pages.items():
        if page.small_lines:
            yield from _check_small_lines(path, page, report_findings.report, rows)


def _check_words(latest: ReportFindings, page: BuiltPage) -> Iterator[Problem]:
    """Yield faults of what the home page counts beside the picture: the sections of a door, the problems with a plan."""
    report, wanted = latest.report, describe_overview(latest)["answers"][0]
    said = [words for words in page.utterances if words.role == "answers__title"]
    target = (f"{report.id}/follow-up.html", "")
    if [(words.text, resolve(HOME, words.link)) for words in said] != [(wanted, target)] * bool(wanted):
        yield create_fault(
            HOME, f"问题与安排：「{'、'.join(words.text for words in said)}」", wanted or "没有"
        )
    for words in page.utterances:
        if words.role == "door__sections":
            part = words.subject.removeprefix("_door-")
            count = sum(other.number.startswith(f"{part}.") for other in report.pages)
            if words.text != f"{count} 节":
                yield create_fault(HOME, f"第 {part} 部分写成 {words.text}", f"{count} 节")


def _check_picture(latest: ReportFindings, shown: ShownOverview | None) -> Iterator[Problem]:
    rows = list_rows(latest)
    if shown is None:
        yield create_fault(HOME, "没有报告的图", "最新一份报告的每一节")
        return
    said = describe_overview(latest)
    for words, slot in ((shown.title, "overview_finding"), (shown.extremes, "overview_extremes")):
        if words != said[slot][0]:
            yield create_fault(HOME, f"图说「{words}」", said[slot][0])
    legend = tuple((kind, f"{words} {count}") for kind, words, count in list_legend(latest, rows))
    if shown.legend != legend:
        yield create_fault(HOME, f"图例：{_list(shown.legend)}", _list(legend))
    if len(shown.rows) != len(rows):
        yield create_fault(HOME, f"图里有 {len(shown.rows)} 行", f"{len(rows)} 行")
    longest = _measure(rows)
    for row, line in zip(rows, shown.rows, strict=False):
        yield from _check_row(latest.report, row, line, longest)


def _check_row(report: Report, row: Row, line: ShownRow, longest: int) -> Iterator[Problem]:
    name, heading = _name(report, row), f"「{line.name}」一行"
    wanted = (name, _find_part(report, row), _locate(report, row.section), f"{len(row.places)} 个数字")
    wanted = wanted if row.places else (*wanted[:3], "无")
    if (found := (line.name, line.part, resolve(HOME, line.link), line.count)) != wanted:
        yield create_fault(HOME, f"{heading}：{_list([found])}", _list([wanted]))
    if line.strokes != (strokes := _draw(row, longest)):
        yield create_fault(HOME, f"{heading}画成 {_list([line.strokes])}", _list([strokes]))
    if len(line.marks) != len(row.places):
        yield create_fault(HOME, f"{heading}有 {len(line.marks)} 个标记", f"{len(row.places)} 个")
    for place, mark in zip(row.places, line.marks, strict=False):
        yield from _check_mark(report, place, mark, longest)


def _check_mark(report: Report, place: Place, mark: ShownMark, longest: int) -> Iterator[Problem]:
    fact = place.fact
    role = f"（{fact.role_name}）" if fact.role_name else ""
    wanted = (
        fold(f"{fact.indicator.name}{role}：{say_value(fact)}"),
        place.kind,
        (locate_section(report, fact.section), fact.id),
    )
    if (found := (mark.label, mark.kind, resolve(HOME, mark.link))) != wanted:
        yield create_fault(HOME, f"标记：{_list([found])}", _list([wanted]))
    at = Decimal(place.at.numerator * 100) / Decimal(place.at.denominator * longest)
    if mark.at.is_nan() or abs(mark.at - at) > CLOSE:
        yield create_fault(HOME, f"{fact.id} 的标记画在 {mark.at}%", f"{at:.2f}%")


def _check_small_lines(
    path: str, page: BuiltPage, report: Report, rows: tuple[Row, ...]
) -> Iterator[Problem]:
    longest = _measure(rows)
    wanted = {_locate(report, row.section): _draw_small(row, longest) for row in rows}
    for line in page.small_lines:
        target = resolve(path, line.link)
        if line.strokes != wanted.get(target):
            yield create_fault(
                path, f"「{line.link}」旁边的线 {_list([line.strokes])}", _list([wanted.get(target, ())])
            )


def _measure(rows: tuple[Row, ...]) -> int:
    return max([1, *(row.length for row in rows)])


def _draw(row: Row, longest: int) -> tuple[str, ...]:
    """Return what a lane measures and its paths, in characters."""
    gaps, last = "", 0
    for end in row.ends:
        if (end - last) * SPARSE >= longest and (row.length - end) * SPARSE >= longest:
            gaps += f"M{end} 0v1"
            last = end
    return (f"0 0 {longest} 1", f"M0 .5h{row.length}", *([gaps] if gaps else []))


def _draw_small(row: Row, longest: int) -> tuple[str, ...]:
    marks = "".join(f"M{round(place.at)} 0v1" for place in row.places)
    return (f"0 0 {longest} 1", f"M0 .5h{row.length}", *([marks] if marks else []))


def _name(report: Report, row: Row) -> str:
    return UNHEADED.get(row.section.number) or fold(read_heading(report, row.section))


def _find_part(report: Report, row: Row) -> str:
    """Return the heading over a row: of its part, where it is not itself one with a page, and stands in one."""
    section = row.section
    is_alone = "." not in section.number and section.slug is not None
    if section.number in UNHEADED or is_alone:
        return ""
    top = section.number.split(".")[0]
    return fold(read_heading(report, next(part for part in report.sections if part.number == top)))


def _locate(report: Report, section: Section) -> tuple[str, str]:
    """Return page and anchor where a section begins: its own page, else its first sentence."""
    return locate_section(report, section.number), "" if section.slug else f"_s{section.number}-1"


def _list(values: Iterable[object]) -> str:
    return "；".join(
        "、".join(map(str, value)) if isinstance(value, tuple | list) else str(value) for value in values
    )
