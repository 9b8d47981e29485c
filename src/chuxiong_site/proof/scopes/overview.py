"""The picture of a report, worked out anew: its rows in characters, where numbers stand on them, and what is said of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from ...model.check_specs import OpenClaim, TableSum
from ...model.findings import CheckOutcome, Fact, ReportFindings
from ...model.place import Span
from ...model.records import dataclass
from ...model.report import Report, Section
from ..lately import keep_last
from .things import list_claims, say_measure
from .words import UNHEADED, Scope, list_carried, one, read_heading, read_marker, read_place

KINDS = {
    "holds": ("复算相符的",),
    "fails": ("复算不符的",),
    "open": ("不能复算的", "没有复算的"),
    "other": ("其余数字", "数字"),
}
"""Kind of mark → what the legend calls it: as a rule, and the other word where something is different.

A rate's measures follow it.
"""
FEW = 3
HANZI = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A number on its row."""

    fact: Fact
    at: Fraction
    """In characters."""
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the picture."""

    section: Section
    length: int
    ends: tuple[int, ...]
    """Where sentences and rows of tables end, the last too."""
    places: tuple[Place, ...]


@keep_last
def list_rows(report_findings: ReportFindings) -> tuple[Row, ...]:
    """Return the rows of a report: the title line if it states a number, every page, what stands above one."""
    report = report_findings.report
    stated = {fact.section for fact in report_findings.facts}
    rows = []
    for section in report.sections:
        page = report.page_of(section)
        is_above = page is None or section.span.start < page.span.start
        is_said = section.number in stated or (page is not None and bool(section.paragraphs))
        if section.slug is not None or (is_above and is_said):
            rows.append(_measure(report_findings, section))
    return tuple(rows)


def _measure(report_findings: ReportFindings, section: Section) -> Row:
    report, offsets = report_findings.report, report_findings.report.display.offsets
    pieces = list_carried(report, section)
    spans = [sentence for piece in pieces for sentence in piece.sentences]
    lengths = [offsets[span.end] - offsets[span.start] for span in spans]
    totals = list(accumulate(lengths))
    starts = {span: end - length for span, length, end in zip(spans, lengths, totals, strict=True)}
    inner: set[Span] = set()
    for line in (line for piece in pieces for table in piece.tables for line in table.lines):
        inner |= set([span for span in spans if line.contains(span)][:-1])
    numbers = {piece.number for piece in pieces}
    facts = [fact for fact in report_findings.facts if fact.section in numbers]
    joint: defaultdict[Span, list[str]] = defaultdict(list)
    for fact in facts:
        joint[fact.span].append(fact.id)
    return Row(
        section=section,
        length=sum(lengths),
        ends=tuple(
            dict.fromkeys(end for span, end in zip(spans, totals, strict=True) if span not in inner and end)
        ),
        places=tuple(
            sorted(
                (_place(report_findings, fact, joint[fact.span], starts) for fact in facts),
                key=lambda place: place.at,
            )
        ),
    )


def _place(report_findings: ReportFindings, fact: Fact, joint: list[str], starts: dict[Span, int]) -> Place:
    """Several facts that one number states divide its width among them; `joint` are their ids."""
    offsets = report_findings.report.display.offsets
    first, behind = offsets[fact.span.start], offsets[fact.span.end]
    middle = Fraction(behind - first, len(joint)) * (joint.index(fact.id) + Fraction(1, 2))
    return Place(
        fact=fact,
        at=starts[fact.sentence] + (first - offsets[fact.sentence.start]) + middle,
        kind=judge(report_findings, fact),
    )


def judge(report_findings: ReportFindings, fact: Fact) -> str:
    """Return the kind of a number's mark."""
    is_rate = say_measure(fact) in {"share", "change"} and fact.role not in {"target", "previous"}
    if not fact.named or not is_rate:
        return "other"
    outcomes = _list_outcomes(report_findings, fact)
    kinds = {CheckOutcome.FAILS: "fails", CheckOutcome.HOLDS: "holds"}
    return next((kind for outcome, kind in kinds.items() if outcome in outcomes), "open")


def _list_outcomes(report_findings: ReportFindings, fact: Fact) -> list[CheckOutcome]:
    return [
        check.outcome
        for check in list_claims(report_findings, fact)
        if not isinstance(check.spec, OpenClaim | TableSum)
    ]


@keep_last
def describe_overview(report_findings: ReportFindings) -> Scope:
    """Return what may be said of the picture."""
    rows = list_rows(report_findings)
    return one(
        overview_finding=_say_finding(report_findings, rows),
        overview_extremes=_say_extremes(report_findings.report, rows),
        answers=_say_answers(report_findings),
    ) | {
        "overview_kind": tuple(f"{words} {count}" for _, words, count in list_legend(report_findings, rows)),
        "overview_count": tuple(f"{len(row.places)} 个数字" for row in rows),
        "door_sections": tuple(f"{count} 节" for count in _count_pages(report_findings.report)),
    }


def list_legend(report_findings: ReportFindings, rows: tuple[Row, ...]) -> Iterator[tuple[str, str, int]]:
    """Yield the kinds that occur, what they are called, how many there are."""
    places = [place for row in rows for place in row.places]
    counts = Counter(place.kind for place in places)
    is_unchecked = any(
        place.kind == "open" and not _list_outcomes(report_findings, place.fact) for place in places
    )
    odd = {"open": is_unchecked, "other": len(counts) == 1}
    for kind, words in KINDS.items():
        if counts[kind]:
            found = {say_measure(place.fact) for place in places if place.kind == kind != "other"}
            rates = [name for code, name in (("share", "比率"), ("change", "增减")) if code in found]
            yield kind, words[odd.get(kind, False)] + "、".join(rates), counts[kind]


def _count_pages(report: Report) -> Iterator[int]:
    """Yield how many pages each part has, its own not counted."""
    for part in report.sections:
        if "." not in part.number:
            yield sum(page.number.startswith(f"{part.number}.") for page in report.pages)


def _say_finding(report_findings: ReportFindings, rows: tuple[Row, ...]) -> str:
    report, total = report_findings.report, len(report_findings.facts)
    counts = Counter(fact.section.split(".")[0] for fact in report_findings.facts)
    tops = list(dict.fromkeys(section.number.split(".")[0] for section in report.sections))
    tops = [top for top in tops if top != "T" or counts["T"]]
    parts = [top for top in tops if top not in UNHEADED and top[0] != "A"]
    with_numbers, without = [top for top in tops if counts[top]], [top for top in parts if not counts[top]]
    if total == 0:
        return "正文里没有说明数量的数"
    if len(parts) <= 1:
        return _say_most([(_name_row(report, row), len(row.places)) for row in rows], total)
    if total == 1:
        return f"全文 1 个数字，在{_name(report, with_numbers[0])}"
    if without == []:
        return _say_most([(_name(report, part), counts[part]) for part in parts], total, all_of="各部分都有")
    return f"{total} 个数字" + _say_gaps(report, parts, with_numbers, without)


def _say_gaps(report: Report, parts: list[str], with_numbers: list[str], without: list[str]) -> str:
    if len(with_numbers) > FEW:
        if len(without) > FEW:
            return f"，{len(parts)} 个部分里有 {len(without)} 个部分一个也没有"
        return f"，{_join(report, without)}一个也没有"
    others = f"其余 {len(without)} 个部分" if len(without) > FEW else _join(report, without)
    return f"全在{_join(report, with_numbers)}，{others}一个也没有"


def _say_most(counts: list[tuple[str, int]], total: int, all_of: str = "") -> str:
    most = max(count for _, count in counts)
    names = list(dict.fromkeys(name for name, count in counts if count == most))
    if len(names) > FEW or len(names) == len({name for name, _ in counts}):
        return f"{total} 个数字，{all_of}" if all_of and len(counts) > 1 else f"全文 {total} 个数字"
    several = "各" if len(names) > 1 else ""
    said = [all_of] if all_of else []
    return "，".join([f"{total} 个数字", *said, f"{_run_on(names)}最多", f"{several}有 {most} 个"])


def _say_extremes(report: Report, rows: tuple[Row, ...]) -> str:
    if len(rows) < 2:
        return ""
    longest = max(rows, key=lambda row: row.length)
    fullest = max(rows, key=lambda row: len(row.places))
    said = f"最长的是{_mark(report, longest)}，{longest.length} 字"
    more = f"；数字最多的是{_mark(report, fullest)}，{len(fullest.places)} 个" if fullest.places else ""
    return f"{said}{more}。"


def _say_answers(report_findings: ReportFindings) -> str:
    report = report_findings.report
    problems = {tag.problem for tag in report.tags if tag.problem}
    plans = [tag for tag in report.tags if tag.plan in problems]
    met = {tag.plan for tag in plans}
    numbers = {report.section_at(tag.span.start).number.split(".")[0] for tag in plans}
    where = [section.number for section in report.sections if section.number in numbers]
    if not problems:
        return ""
    count = f"{len(problems)} 条问题，"
    if not met:
        return count + ("没有" if len(problems) == 1 else "都没有") + "找到逐条对应的安排"
    place = "报告里" if len(where) > FEW else _join(report, where)
    if met == problems:
        return count + ("" if len(problems) == 1 else "每一条都") + f"在{place}找到对应的安排"
    return f"{count}{len(met)} 条在{place}找到对应的安排"


def _name(report: Report, top: str) -> str:
    """Return what a part is called in a sentence: 第一部分, 序, 「工作情况」."""
    section = next(section for section in report.sections if section.number == top)
    if top in UNHEADED:
        return UNHEADED[top]
    place = read_place(report, section)
    return place if HANZI.search(place) else f"「{read_heading(report, section)}」"


def _name_row(report: Report, row: Row) -> str:
    number = row.section.number
    return UNHEADED.get(number) or f"「{read_heading(report, row.section)}」"


def _mark(report: Report, row: Row) -> str:
    number = row.section.number
    if "." not in number:
        return _name(report, number)
    marker = read_marker(report, row.section)
    return marker if HANZI.match(marker) or marker[0] == "（" else _name_row(report, row)


def _join(report: Report, tops: list[str]) -> str:
    return _run_on([_name(report, top) for top in tops])


def _run_on(names: list[str]) -> str:
    """Return names in a row; 第一部分、第二部分 is 第一、二部分."""
    said: list[str] = []
    for name in names:
        mark = re.fullmatch("(第)([一二三四五六七八九十0-9]+)(部分|编|篇|章|节)", name)
        if mark and said and re.fullmatch(f"第[一二三四五六七八九十0-9、]+{mark[3]}", said[-1]):
            said[-1] = f"{said[-1].removesuffix(mark[3])}、{mark[2]}{mark[3]}"
        else:
            said.append(name)
    return said[0] if len(said) == 1 else f"{'、'.join(said[:-1])}和{said[-1]}" if said else ""
