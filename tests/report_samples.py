"""A report by hand, its facts, passages and numerals named by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from chuxiong_site.content.paging import assign_pages
from chuxiong_site.model import measures
from chuxiong_site.model.captured import read_captured_text
from chuxiong_site.model.catalogue import Disclosure, Indicator
from chuxiong_site.model.findings import CensusEntry, Fact, ReportFindings
from chuxiong_site.model.numeral import NumeralKind, Qualifier
from chuxiong_site.model.place import Place, Span
from chuxiong_site.model.report import DisplayText, Report, Section, Tag

MARKS = {",": "，", "(": "（", ")": "）", ":": "：", ";": "；"}
SENTENCE = re.compile("[^。]*。|[^。]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the report: the section it belongs to, and whether it is that section's heading."""

    number: str
    text: str
    heading: bool = False


LINES = (
    Line(number="T", text="某州年度报告", heading=True),
    Line(number="0", text="2023年,全州办理案件132.87万件。办结率、满意率均为100%。"),
    Line(number="1", text="一、做了什么", heading=True),
    Line(number="1", text="主要工作如下:"),
    Line(number="1.1", text="(一)办事更快。由20天压缩到5天。仍有短板。还要努力。", heading=False),
    Line(number="2", text="二、还差什么", heading=True),
    Line(number="2.1", text="(一)人手不够。缺3人。"),
)
SLUGS = {"0": "preamble", "1.1": "faster", "2.1": "people"}


def build_report(lines: Sequence[Line] = LINES, spaces: Sequence[int] = ()) -> Report:
    """Return a report of these lines; a section's sentences end at 。"""
    body = "\n".join(line.text for line in lines) + "\n"
    numbers = list(dict.fromkeys(line.number for line in lines))
    pages = assign_pages(numbers, SLUGS)
    return Report(
        id="2023",
        file="reports/2023.md",
        body=body,
        capture_sha256="0" * 64,
        source_url="https://example.cn/report.htm",
        disclosure=Disclosure(publisher="某州办公室", published="2024年01月18日", index_number="1-2"),
        title=lines[0].text,
        sections=tuple(
            replace(_build_section(number, lines), page=pages.get(number, "")) for number in numbers
        ),
        tags=(),
        display=build_display(body, spaces),
        headline=(),
        headline_places=(),
        unanswered={},
        doors={},
        elements={},
        elements_source="",
        accepted_failures={},
        lines=(),
        captured=read_captured_text(body),
    )


def build_display(body: str, spaces: Sequence[int]) -> DisplayText:
    """Return the body with full-width marks and without the named spaces."""
    shown = ["" if offset in spaces else MARKS.get(char, char) for offset, char in enumerate(body)]
    offsets = [0]
    for piece in shown:
        offsets.append(offsets[-1] + len(piece))
    marks = tuple((raw, full, body.count(raw)) for raw, full in MARKS.items() if raw in body)
    return DisplayText(text="".join(shown), offsets=tuple(offsets), marks=marks, spaces=tuple(spaces))


def _build_section(number: str, lines: Sequence[Line]) -> Section:
    heading: Span | None = None
    paragraphs, sentences, start = [], [], 0
    for line in lines:
        span = Span(start=start, end=start + len(line.text))
        if line.number == number:
            sentences += [
                Span(start=start + match.start(), end=start + match.end())
                for match in SENTENCE.finditer(line.text)
            ]
            if line.heading:
                heading = span
            else:
                paragraphs.append(span)
        start = span.end + 1
    return Section(
        number=number,
        heading=heading,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        slug=SLUGS.get(number),
    )


def find(report: Report, words: str) -> Span:
    """Return where some words first stand."""
    start = report.body.index(words)
    return Span(start=start, end=start + len(words))


def build_indicator(id: str, **values: Any) -> Indicator:  # noqa: A002
    """Return a catalogue entry."""
    entry: dict[str, Any] = {
        "name": f"指标{id}",
        "measure": measures.COUNT,
        "unit": "件",
        "scope": "全州",
        "theme": "law",
    }
    return Indicator(id=id, **{**entry, **values})


def build_fact(
    report: Report,
    id: str,  # noqa: A002
    words: str,
    value: str = "1",
    qualifier: Qualifier | None = None,
    **indicator: object,
) -> Fact:
    """Return the fact that some words state."""
    span = find(report, words)
    name, _, role = id.partition(".")
    return Fact(
        id=id,
        indicator=build_indicator(name, **indicator),
        role=role or None,
        span=span,
        surface=words,
        display=report.display.of(span),
        value=Decimal(value),
        resolution=Decimal(1),
        unit="件",
        qualifier=qualifier,
        qualifier_text="",
        section=report.section_at(span.start).number,
        sentence=report.sentence_at(span.start),
        place=Place(file=report.file),
    )


def build_report_findings(
    report: Report,
    facts: Sequence[Fact] = (),
    *,
    passages: Mapping[str, Sequence[Span]] | None = None,
    unbroken: Sequence[Span] = (),
) -> ReportFindings:
    """Return findings; `passages` maps problem keys to their spans."""
    tags = tuple(
        Tag(span=span, place=Place(file=report.file), problem=key)
        for key, spans in (passages or {}).items()
        for span in spans
    )
    census = tuple(
        CensusEntry(span=span, text=span.of(report.body), kind=NumeralKind.YEAR) for span in unbroken
    )
    return ReportFindings(
        report=replace(report, tags=tags), facts=tuple(facts), census=census, checks=(), follow_ups=()
    )
