"""The whole report on one page, for reading through and for printing."""

from __future__ import annotations

from markupsafe import Markup

from ...model import addresses
from ...model.records import dataclass
from ...model.report import Report
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.display_changes import list_all_changes
from ..parts.fact_notes import render_fact_notes
from ..parts.qr import render_qr
from ..text.official_text import Block, describe_blocks
from ..text.term_links import choose_term_links
from .report import Field, describe_fields
from .section import ContentsPart, describe_contents


@dataclass(frozen=True, slots=True, kw_only=True)
class FullPage:
    """What the full page shows."""

    report: Report
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]
    notes: Markup
    """JSON for the notes on the facts."""
    contents: tuple[ContentsPart, ...]
    changes: tuple[str, ...]
    """What is shown otherwise than it was captured, and how often."""
    raw_href: str
    address: str
    """Where this page is on the web; empty while that is unknown."""
    qr: Markup
    """The same for paper."""


def describe_full_page(context: Context) -> Page:
    """Return the page with the whole text."""
    report = context.report
    table = addresses.report_page(report, "facts").rpartition("/")[2]
    terms = f"{addresses.relative_root(addresses.report_page(report, 'full'))}{addresses.TERMS}"
    links = choose_term_links(
        context.report_findings, report.sections, lambda term: f"{terms}#{addresses.term_anchor(term.id)}"
    )
    address = addresses.absolute(context.site.base_url, addresses.report_page(report, "full"))
    body = FullPage(
        report=report,
        fields=describe_fields(report.disclosure),
        blocks=tuple(
            block
            for section in report.sections
            for block in describe_blocks(
                context.report_findings, section, table=table, terms=links, with_raw_marks=True
            )
        ),
        notes=render_fact_notes(
            context, context.report_findings.facts, here=addresses.report_page(report, "full")
        ),
        contents=describe_contents(context),
        changes=list_all_changes(report),
        raw_href=addresses.data_file(report, "report.txt"),
        address=address,
        qr=render_qr(address, "这一页的网址"),
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "full"),
        title="全文",
        description=f"{report.title}全文，可连续阅读和打印。",
        kind="full",
        body=body,
        crumbs=(report_crumb(report),),
        has_notes=True,
    )
