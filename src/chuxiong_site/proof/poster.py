"""Prove the sheet of every report: each word of it, each line and mark, each disc, and that its code is the page's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, groupby

from selectolax.lexbor import LexborHTMLParser

from ..model.findings import Findings, ReportFindings
from ..model.records import dataclass
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.png import read_png
from .documents.poster import ShownLine, ShownPoster, read_code, read_poster
from .documents.utterance import fold
from .faults import create_fault
from .scopes.overview import Row, describe_overview, list_legend, list_rows
from .scopes.things import describe_indicator
from .scopes.words import UNHEADED, read_heading, say_value

CLOSE = Decimal("0.06")
"""How far something may be drawn from its place, in px."""
DENSITY = Decimal(150) / 96
"""Of the picture, in px for one of the sheet."""
HALF = Decimal("0.5")
SPARSE = 100
"""A gap is drawn where at least a hundredth of the longest line lies before and behind it."""
SECTIONS = "每行一节，线长是字数，断处是句末。"
PARTS = "每行一个部分，线长是字数，断处是节末。"
MATCHING = (
    "实心是找到对应安排的，空心是没有找到的。对应关系由本站整理；没有找到逐条对应的话，不等于没有安排。"
)
Words = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A row as it has to be drawn, in characters."""

    title: str
    """The heading above it; empty where there is none."""
    name: str
    length: int
    gaps: tuple[int, ...]
    marks: tuple[tuple[str, Fraction], ...]


def check_poster(findings: Findings, report_findings: ReportFindings, site: Site) -> Iterator[Problem]:
    """Yield faults of a report's sheet."""
    report = report_findings.report
    path = f"data/{report.id}/poster.svg"
    shown = read_poster(read_artifact(site, path).decode("utf-8", "replace"))
    yield from _check_poster(findings, report_findings, path, shown)
    if f"data/{report.id}/poster.png" in site:
        yield from _check_picture(site, f"data/{report.id}/poster.png", shown)
    page = LexborHTMLParser(read_artifact(site, f"{report.id}/index.html")).css_first("svg.qr")
    if shown.code != (read_code(page) if page is not None else ""):
        yield create_fault(path, "海报上的二维码与报告网页上的不同", "同一个网址")


def _check_picture(site: Site, path: str, shown: ShownPoster) -> Iterator[Problem]:
    """The picture of a sheet is as large as that at 150 dpi, and says the same."""
    picture = read_png(read_artifact(site, path))
    words = [_squeeze(text) for place, text in shown.words if place not in {"title", "desc"}]
    if picture is None:
        yield create_fault(path, "不是完好的、写着画了什么的 PNG", "海报的图片")
    elif any(map(_is_other_size, (picture.width, picture.height), shown.size)):
        yield create_fault(path, f"{picture.width} × {picture.height} 像素", "海报按 150 dpi 的大小")
    elif [_squeeze(text) for text in picture.words] != words:
        yield create_fault(path, "图片写着的与海报的不同", "逐句相同")


def _is_other_size(found: int, side: Decimal) -> bool:
    return not side.is_finite() or abs(found - side * DENSITY) > HALF


def _check_poster(
    findings: Findings, report_findings: ReportFindings, path: str, shown: ShownPoster
) -> Iterator[Problem]:
    rows = list_rows(report_findings)
    by_section, by_part = (draw(report_findings.report, rows) for draw in (_draw_sections, _draw_parts))
    is_by_part = any(PARTS in words for _, words in shown.words)
    drawn = by_part if is_by_part else by_section
    wanted = list(_list_words(findings, report_findings, drawn, PARTS if is_by_part else SECTIONS))
    yield from _compare_words(path, shown.words, wanted)
    legend = [kind for kind, _, _ in list_legend(report_findings, rows)]
    if shown.legend != legend:
        yield create_fault(path, f"海报的图例画成 {'、'.join(shown.legend)}", "、".join(legend))
    discs = [bool(entry.plans) for entry in report_findings.follow_ups]
    if shown.discs != discs:
        yield create_fault(path, f"海报上的问题：{_show(shown.discs)}", _show(discs))
    yield from _check_lines(path, shown.lines, drawn)


def _compare_words(path: str, shown: Words, wanted: Words) -> Iterator[Problem]:
    """Yield the first words that differ: what follows would differ with them."""
    nothing = ("", "")
    for index in range(max(len(shown), len(wanted))):
        ours, theirs = (words[index] if index < len(words) else nothing for words in (shown, wanted))
        if (ours[0], _squeeze(ours[1])) != (theirs[0], _squeeze(theirs[1])):
            yield create_fault(path, f"海报写着「{ours[1]}」（{ours[0]}）", f"「{theirs[1]}」（{theirs[0]}）")
            return


def _list_words(
    findings: Findings, report_findings: ReportFindings, drawn: list[Drawn], reading: str
) -> Iterator[tuple[str, str]]:
    """Yield all words of a sheet, from its head to its foot."""
    report, said = report_findings.report, describe_overview(report_findings)
    fields = report.disclosure
    yield "title", report.title
    if kicker := [*filter(None, (fields.publisher, f"{fields.published}发布" if fields.published else ""))]:
        yield "poster__kicker", " · ".join(kicker)
    yield "poster__title", report.title
    yield from _list_figures(report_findings)
    yield "poster__finding", said["overview_finding"][0]
    yield "poster__note", reading + said["overview_extremes"][0]
    yield from (("poster__kind", words) for words in said["overview_kind"])
    for row in drawn:
        if row.title:
            yield "poster__part", row.title
        yield "poster__name", row.name
        yield "poster__count", f"{len(row.marks)} 个" if row.marks else "无"
    if answers := said["answers"][0]:
        yield from (("poster__answers", answers), ("poster__note", MATCHING))
    yield from (("poster__foot", words) for words in _list_foot(findings, report))


def _list_figures(report_findings: ReportFindings) -> Iterator[tuple[str, str]]:
    """Yield the headline figures, each with its name."""
    facts = {fact.id: fact for fact in report_findings.facts}
    for fact in (facts[id] for id in report_findings.report.headline):  # noqa: A001
        note = describe_indicator(fact.indicator, "")["name_note"][0]
        role = f"（{fact.role_name}）" if fact.role_name else ""
        yield "poster__value", say_value(fact)
        yield "poster__of", f"{fact.indicator.name}{role}{note}"


def _list_foot(findings: Findings, report: Report) -> Iterator[str]:
    fields, site = report.disclosure, findings.project.site
    document = [f"{fields.publisher}《{report.title}》", *([fields.published] if fields.published else [])]
    yield f"来源：{'，'.join(document)}"
    if report.source_url:
        yield f"官方原页：{report.source_url}"
    if base := site.base_url.rstrip("/"):
        yield f"可读版：{base}/{report.id}/index.html"
    index = f"索引号 {fields.index_number}；" if fields.index_number else ""
    yield f"{index}{site.name}制图"
    yield from filter(None, site.notice.split("\n"))


def _draw_sections(report: Report, rows: tuple[Row, ...]) -> list[Drawn]:
    drawn: list[Drawn] = []
    longest, last = max([1, *(row.length for row in rows)]), ""
    for row in rows:
        top, number = row.section.number.partition(".")[0], row.section.number
        heading = _name(report, top) if top not in {last, number} else ""
        drawn.append(
            Drawn(
                title=heading,
                name=_name(report, number),
                length=row.length,
                gaps=_list_gaps(row, longest),
                marks=tuple((place.kind, place.at) for place in row.places),
            )
        )
        last = top
    return drawn


def _list_gaps(row: Row, longest: int) -> tuple[int, ...]:
    gaps = [0]
    for end in row.ends:
        if (end - gaps[-1]) * SPARSE >= longest and (row.length - end) * SPARSE >= longest:
            gaps.append(end)
    return tuple(gaps[1:])


def _draw_parts(report: Report, rows: tuple[Row, ...]) -> list[Drawn]:
    drawn = []
    for top, group in groupby(rows, key=lambda row: row.section.number.partition(".")[0]):
        own = list(group)
        ends = list(accumulate(row.length for row in own))
        marks = (
            (place.kind, place.at + end - row.length)
            for row, end in zip(own, ends, strict=True)
            for place in row.places
        )
        name = _name(report, top)
        drawn.append(Drawn(title="", name=name, length=ends[-1], gaps=tuple(ends[:-1]), marks=tuple(marks)))
    return drawn


def _name(report: Report, number: str) -> str:
    section = next(section for section in report.sections if section.number == number)
    return UNHEADED.get(number) or fold(read_heading(report, section))


def _check_lines(path: str, lines: list[ShownLine], drawn: list[Drawn]) -> Iterator[Problem]:
    """All lines begin below one another and have one scale; the longest tells which."""
    if len(lines) != len(drawn):
        yield create_fault(path, f"海报上有 {len(lines)} 行", f"{len(drawn)} 行")
        return
    at = max(range(len(drawn)), key=lambda index: drawn[index].length)
    left, step = lines[at].left, lines[at].width / max(1, drawn[at].length)
    for line, row in zip(lines, drawn, strict=True):
        kinds, places = [kind for kind, _ in row.marks], [_scale(place, step) for _, place in row.marks]
        wanted = [left, row.length * step, *(left + place for place in places)]
        wanted += [left + gap * step for gap in row.gaps]
        found = [line.left, line.width, *(place for _, place in line.marks), *line.gaps]
        if [kind for kind, _ in line.marks] != kinds:
            yield create_fault(
                path, f"海报上「{row.name}」一行的标记与数字不同", "、".join(kinds) or "没有标记"
            )
        elif len(found) != len(wanted) or any(map(_differ, found, wanted)):
            yield create_fault(path, f"海报上「{row.name}」一行画到了别处", "长短、位置与字数成比例")


def _differ(found: Decimal, wanted: Decimal) -> bool:
    return not abs(found - wanted) <= CLOSE if found.is_finite() and wanted.is_finite() else True


def _scale(place: Fraction, step: Decimal) -> Decimal:
    return Decimal(place.numerator) / Decimal(place.denominator) * step


def _show(discs: Iterable[bool]) -> str:
    return "".join("●" if full else "○" for full in discs)


def _squeeze(text: str) -> str:
    """Return words without the spaces at which lines are broken."""
    return "".join(text.split())
