"""What a new project was made of, in words: title, publisher, dates, outline, numbers, and what is not sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..drafting.disclosure import list_disclosure
from ..drafting.starting import NewProject, NewReport
from ..model.display_names import KIND_NAMES
from ..model.numeral import NumeralKind

NOT_FOUND = "没有认出来；知道的，填在标注稿开头的 disclosure 里"
HEADING = 30
"""Characters of a heading that are shown."""
UNHEADED = {"0": "开头", "Z": "结尾"}
"""Number of a piece without a heading → what it is called."""
MARKS = re.compile(r"^[\s#*]+|[\s#*]+$")
"""Marks of Markdown round a heading."""


def describe_started(project: NewProject) -> str:
    """Return all that was found, report by report."""
    rows = [f"网站名称：{project.name}"]
    for report in project.reports:
        rows += ["", *_describe_report(report)]
    return "\n".join([*rows, ""])


def _describe_report(report: NewReport) -> Iterator[str]:
    head, fields = report.raw.head, list_disclosure(report.raw)
    yield f"{report.id} 年　{report.source.name}"
    yield f"标题　　{head.title or NOT_FOUND}"
    yield f"发布机构　{fields['publisher'] or NOT_FOUND}"
    days = (("发布", fields["published"]), ("成文", fields["written"]), ("报告", head.spoken))
    yield f"日期　　{'，'.join(f'{day} {word}' for word, day in days if day) or NOT_FOUND}"
    yield f"正文　　从第 {report.raw.body_from_line} 行起，{len(report.raw.body):,} 字"
    yield "分节（字数，数字）"
    yield from _describe_outline(report)
    tables = [table for section in report.raw.sections for table in section.tables]
    shown = "，".join(
        f"第 {report.line_of(table.span.start)} 行起 {len(table.rows)} 行 {len(table.rows[0])} 列"
        for table in tables
    )
    yield f"表　　　{len(tables)} 个{f'：{shown}' if shown else ''}"
    counts = Counter(numeral.kind for numeral in report.numerals)
    named = [
        f"{KIND_NAMES[kind]} {counts[kind]}"
        for kind in NumeralKind
        if kind in counts and kind is not NumeralKind.FACT
    ]
    yield f"数　　　数字 {len(report.facts)} 个，都还没有名称；{'，'.join(named)}；没有读出来 {len(report.unread)}"
    if report.source.missing:
        yield f"没有带来　图片和附件 {len(report.source.missing)} 个，网页上指回官方原页"
    if report.doubts:
        yield f"不确定（{len(report.doubts)} 处；行号是 content/reports/{report.id}.txt 的）"
        for doubt in report.doubts:
            yield f"  {f'第 {doubt.line} 行：' if doubt.line else ''}{doubt.found}。{doubt.advice}。"


def _describe_outline(report: NewReport) -> Iterator[str]:
    body = report.raw.body
    for section in report.raw.sections:
        if section.number == "T":
            continue
        words = (
            MARKS.sub("", section.heading.of(body)).strip() if section.heading else UNHEADED[section.number]
        )
        short = words[:HEADING] + "…" * (len(words) > HEADING)
        facts = sum(section.span.contains(numeral.span) for numeral in report.facts)
        indent = "  " * (section.number.count(".") + 1)
        yield f"{indent}{section.number}　{short}　{section.span.end - section.span.start:,} 字，{facts} 个"
