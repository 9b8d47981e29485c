"""Prove the Markdown edition of a report: its text, character for character, its headings, anchors and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from ..model.findings import Findings
from ..model.place import Span
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.markdown import MarkdownBlock, read_markdown
from .documents.utterance import Utterance, fold
from .faults import create_fault
from .text import compare_text, show

Said = tuple[str, Utterance]


def check_markdown(
    findings: Findings, files: Site, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem | Said]:
    """Yield faults of the edition of the one report of these findings, and what the site says in it."""
    report, base = findings.reports[0].report, findings.project.site.base_url.rstrip("/")
    path = f"data/{report.id}/report.md"
    found = read_markdown(read_artifact(files, path).decode("utf-8", "replace"))
    for line in found.unread:
        yield create_fault(path, f"读不懂的一行「{line[:40]}」", "标题、段落、表格或者本站的说明")
    whole = Span(start=0, end=len(report.body))
    yield from compare_text(path, "".join(block.text for block in found.blocks), show(report, whole))
    wanted = [*_list_blocks(report)]
    if len(found.blocks) != len(wanted):
        yield create_fault(path, f"有 {len(found.blocks)} 段", f"{len(wanted)} 段")
    for block, (kind, text, anchor, page) in zip(found.blocks, wanted, strict=False):
        link = f"{base}/{quote(page)}#{anchor}" if base and anchor else ""
        if block != MarkdownBlock(kind, text, anchor, link):
            yield create_fault(path, "，".join(block)[:120], "，".join((kind, text, anchor, link))[:120])
        elif link and unquote(anchor) not in pages.get(page, BuiltPage()).ids:
            yield create_fault(path, f"链接「{link}」没有去处", "网页里有的标识")
    yield from _check_notes(report, path, found.notes)


def _check_notes(report: Report, path: str, notes: tuple[str, ...]) -> Iterator[Problem | Said]:
    """Yield the lines of the site, and a fault where the source is not named or something missing is not told."""
    yield from ((path, Utterance(fold(line), "markdown")) for line in notes)
    told = sum(line.startswith("官方原页这里有") for line in notes)
    if told != len(report.missing):
        yield create_fault(path, f"有 {told} 处图片或附件没有收录", f"{len(report.missing)} 处")
    if report.source_url and f"官方原页：{report.source_url}" not in notes:
        yield create_fault(path, "没有写明官方原页", report.source_url)


def _list_blocks(report: Report) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, words, anchor and page of every block that has something to show."""
    for section in report.sections:
        carrying = report.page_of(section)
        page = f"{report.id}/{carrying.slug if carrying else 'full'}.html"
        tables = {table.lines[0]: table for table in section.tables}
        inside = {line for table in section.tables for line in table.lines}
        for span in section.blocks:
            shown, kind = report.display.of(span), ""
            if span in tables:
                kind, shown = "|", "".join(report.display.of(line) for line in tables[span].lines)
            elif span in inside or not shown.strip():
                continue
            elif span == section.heading:
                kind = "#" * min(6, 1 + section.depth)
            sentence = report.sentence_at(span.start)
            is_begun = kind == "|" and sentence.start < span.start
            yield kind, shown, "" if is_begun else f"_s{section.number}-{section.order_of(sentence)}", page
