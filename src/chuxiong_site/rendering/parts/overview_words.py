"""What the picture of a report shows, in words: where its numbers stand, how its rates came out, what its problems met."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from ...model.findings import Fact, ReportFindings
from ...model.headings import UNHEADED, describe_heading, describe_marker, describe_place
from ...model.report import TITLE, Report, Section
from .outcomes import CLAIMS
from .overview_lines import Line, Lines, Mark, MarkKind

NUMBERED = re.compile("第([一二三四五六七八九十0-9]+)(部分|[编篇章节])")
HANZI = re.compile("[\u4e00-\u9fff]")
WORDED = re.compile("[\u4e00-\u9fff（]")
"""How a place begins that is printed in words: 一（二）, 第一章第二节."""
NAMED = 3
"""More names than these are counted instead."""
LEGEND = {
    MarkKind.HOLDS: "复算相符的",
    MarkKind.FAILS: "复算不符的",
    MarkKind.OPEN: "不能复算的",
    MarkKind.OTHER: "其余数字",
}
"""Kind of mark → what comes before the names of its rates, or all that is said."""
UNCHECKED = "没有复算的"
"""Of rates that are not recomputed where for one of them nobody has written how."""
ONLY = "数字"
"""Of other numbers where there are no rates."""


def describe_finding(report: Report, lines: Lines) -> str:
    """Return in which parts the numbers stand, and which have none; of a report without parts, where most of them are."""
    total = sum(len(line.marks) for line in lines.all)
    counts = _count_by_part(report, [mark.fact for line in lines.all for mark in line.marks])
    parts = [part for part in counts if part.depth and not part.number.startswith("A")]
    if not total:
        return "正文里没有说明数量的数"
    if len(parts) < 2:
        return _describe_most(total, [(_name_line(report, line), len(line.marks)) for line in lines.all])
    return _describe_parts(report, counts, parts, total)


def describe_extremes(report: Report, lines: Lines) -> str:
    """Return which line is the longest and which has most numbers: what eyes see first; empty for a single line."""
    if len(lines.all) < 2:
        return ""
    longest = max(lines.all, key=lambda line: line.length)
    fullest = max(lines.all, key=lambda line: len(line.marks))
    words = f"最长的是{_mark_line(report, longest)}，{longest.length} 字"
    if fullest.marks:
        words += f"；数字最多的是{_mark_line(report, fullest)}，{len(fullest.marks)} 个"
    return f"{words}。"


def describe_legend(lines: Lines) -> tuple[tuple[MarkKind, str, int], ...]:
    """Return the kinds of mark that occur, each with its words and how many there are."""
    marks = [mark for line in lines.all for mark in line.marks]
    counts = Counter(mark.kind for mark in marks)
    words = dict(LEGEND)
    if any(mark.is_unchecked for mark in marks):
        words[MarkKind.OPEN] = UNCHECKED
    if set(counts) == {MarkKind.OTHER}:
        words[MarkKind.OTHER] = ONLY
    return tuple(
        (kind, words[kind] + _name_rates(marks, kind), counts[kind]) for kind in MarkKind if counts[kind]
    )


def describe_answers(report_findings: ReportFindings) -> str:
    """Return how many of the problems met a plan, and in which part; empty where no problems are tagged."""
    report, follow_ups = report_findings.report, report_findings.follow_ups
    spans = [span for entry in follow_ups for span in entry.plans]
    numbers = {report.section_at(span.start).part for span in spans}
    parts = [section for section in report.sections if section.number in numbers]
    total, answered = len(follow_ups), sum(bool(entry.plans) for entry in follow_ups)
    if not total:
        return ""
    if not answered:
        return f"{total} 条问题，{'都' * (total > 1)}没有找到逐条对应的安排"
    where = _join(report, parts) if len(parts) <= NAMED else "报告里"
    some = f"{answered} 条" if answered < total else "每一条都" if total > 1 else ""
    return f"{total} 条问题，{some}在{where}找到对应的安排"


def _name_rates(marks: Iterable[Mark], kind: MarkKind) -> str:
    """Return 比率、增减 for rates of both measures, as the tallies name them; empty for other numbers."""
    own = {mark.fact.measure for mark in marks if mark.kind is kind and kind is not MarkKind.OTHER}
    return "、".join(name for measure, name in CLAIMS.items() if measure in own)


def _describe_parts(report: Report, counts: dict[Section, int], parts: list[Section], total: int) -> str:
    stating = [part for part in counts if counts[part]]
    silent = [part for part in parts if not counts[part]]
    if total == 1:
        return f"全文 1 个数字，在{_name_part(report, stating[0])}"
    if not silent:
        named = [(_name_part(report, part), counts[part]) for part in parts]
        return _describe_most(total, named, "各部分都有，")
    if len(stating) <= NAMED:
        rest = _join(report, silent) if len(silent) <= NAMED else f"其余 {len(silent)} 个部分"
        return f"{total} 个数字全在{_join(report, stating)}，{rest}一个也没有"
    if len(silent) <= NAMED:
        return f"{total} 个数字，{_join(report, silent)}一个也没有"
    return f"{total} 个数字，{len(parts)} 个部分里有 {len(silent)} 个部分一个也没有"


def _count_by_part(report: Report, facts: list[Fact]) -> dict[Section, int]:
    """Return how many numbers stand in each part, and in what stands in none: preamble, closing, a title that states some."""
    counts = Counter(fact.section.partition(".")[0] for fact in facts)
    tops = (section for section in report.sections if section.depth < 2)
    return {top: counts[top.number] for top in tops if top.number != TITLE or counts[TITLE]}


def _describe_most(total: int, counts: list[tuple[str, int]], before: str = "") -> str:
    """Name what has most; two may be called alike."""
    most = max(count for _, count in counts)
    names = list(dict.fromkeys(name for name, count in counts if count == most))
    if len(counts) == 1:
        return f"全文 {total} 个数字"
    if len(names) > NAMED or len(names) == len({name for name, _ in counts}):
        return f"{total} 个数字，{before.rstrip('，')}" if before else f"全文 {total} 个数字"
    return f"{total} 个数字，{before}{_join_names(names)}最多，{'各' * (len(names) > 1)}有 {most} 个"


def _name_part(report: Report, part: Section) -> str:
    """Return 第一部分, 第二章, 序; a heading without such a mark is quoted."""
    name = describe_place(report, part) if part.depth else UNHEADED[part.number]
    return name if HANZI.search(name) else f"「{describe_heading(report, part)}」"


def _name_line(report: Report, line: Line) -> str:
    number = line.section.number
    return UNHEADED[number] if number in UNHEADED else f"「{describe_heading(report, line.section)}」"


def _mark_line(report: Report, line: Line) -> str:
    """Return 一（二）, 第一部分, 序; a heading whose place is not printed in words is quoted."""
    if line.section.depth < 2:
        return _name_part(report, line.section)
    marker = describe_marker(report, line.section)
    return marker if WORDED.match(marker) else _name_line(report, line)


def _join(report: Report, parts: Iterable[Section]) -> str:
    return _join_names([_name_part(report, part) for part in parts])


def _join_names(names: Sequence[str]) -> str:
    """Return 序和第一部分; 第二、三部分; 序、第一、二部分和附件."""
    joined = []
    for ending, group in groupby(names, key=_end):
        own = list(group)
        numbers = "、".join(name[1 : -len(ending)] for name in own) if ending else ""
        joined += [f"第{numbers}{ending}"] if ending else own
    return "和".join(filter(None, ("、".join(joined[:-1]), joined[-1])))


def _end(name: str) -> str:
    match = NUMBERED.fullmatch(name)
    return match[2] if match else ""
