"""`report.md`: the official text as Markdown, each heading and paragraph with its anchor and a link to its place on the site.

What this site adds stands in quotation blocks and in the links behind the paragraphs; all else is the official text.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.place import Span
from ...model.report import Report, Section
from ...model.table import Table
from ..parts.display_changes import list_all_changes
from ..text.markdown_words import escape_markdown

PLACE = "¶"
"""The words of the links."""
HOW_TO_LINK = "每段末尾的 ¶ 通到网页上这一段的第一句；往后的每一句，网址末尾的数依次加一。"


def render_markdown(site: SiteConfig, report: Report) -> bytes:
    """Return the report: a block a heading, paragraph or table, an empty line between two."""
    blocks = [block for section in report.sections for block in _list_blocks(site, report, section)]
    blocks.insert(1, _quote(_list_notes(site, report)))
    return ("\n\n".join(blocks) + "\n").encode()


def _list_notes(site: SiteConfig, report: Report) -> Iterator[str]:
    """Yield where the text is from, whose edition it is, and what is shown otherwise than it was captured."""
    fields = report.disclosure
    index = f"索引号 {fields.index_number}" if fields.index_number else ""
    known = (fields.publisher, report.title, fields.published, index)
    yield escape_markdown(f"来源：{'，'.join(filter(None, known))}。")
    if report.source_url:
        yield f"官方原页：<{report.source_url}>"
    if site.base_url:
        yield f"可读版：<{addresses.absolute(site.base_url, addresses.report_page(report, 'index'))}>"
        yield HOW_TO_LINK
    if changes := list_all_changes(report):
        yield escape_markdown(f"为便于阅读，{'，'.join(changes)}；字句未改。")
    yield from map(escape_markdown, filter(None, site.notice.split("\n")))


def _quote(lines: Iterator[str]) -> str:
    return "\n".join(f"> - {line}" for line in lines)


def _list_blocks(site: SiteConfig, report: Report, section: Section) -> Iterator[str]:
    tables = {table.lines[0]: table for table in section.tables}
    rows = {line for table in section.tables for line in table.lines[1:]}
    for span in section.blocks:
        if span in tables:
            yield _render_table(site, report, tables[span])
        elif span not in rows and report.display.of(span).strip():
            level = min(6, section.depth + 1) if span == section.heading else 0
            yield f"{'#' * level}{' ' * bool(level)}{_render_block(site, report, span)}"
        for missing in report.missing:
            if missing.after == span.end:
                named = f"「{missing.words}」" if missing.words else "图片或附件"
                yield _quote(iter([escape_markdown(f"官方原页这里有{named}，本站没有收录。")]))


def _render_block(site: SiteConfig, report: Report, span: Span) -> str:
    """Return a heading or paragraph: its anchor, its words, the link to its place."""
    return f"{_render_anchor(report, span)}{escape_markdown(report.display.of(span))}{_render_link(site, report, span)}"


def _render_anchor(report: Report, span: Span) -> str:
    return f'<a id="{addresses.sentence_id(report, report.sentence_at(span.start))}"></a>'


def _render_link(site: SiteConfig, report: Report, span: Span) -> str:
    page, _, anchor = addresses.sentence_href(report, span).partition("#")
    address = addresses.absolute(site.base_url, quote(page))
    return f" [{PLACE}]({address}#{anchor})" if address else ""


def _render_table(site: SiteConfig, report: Report, table: Table) -> str:
    """Return a table, below an anchor unless its first sentence begins above it; a table without a head has an empty one."""
    rows = [
        f"| {' | '.join(escape_markdown(report.display.of(cell)) for cell in row)} |" for row in table.rows
    ]
    width = len(table.rows[0])
    head = [] if table.head_rows else [f"|{'  |' * width}"]
    lines = [*head, *rows]
    lines.insert(1, f"|{' --- |' * width}")
    start = table.lines[0]
    is_begun = report.sentence_at(start.start).start < start.start
    place = "" if is_begun else f"{_render_anchor(report, start)}{_render_link(site, report, start)}\n\n"
    return place + "\n".join(lines)
