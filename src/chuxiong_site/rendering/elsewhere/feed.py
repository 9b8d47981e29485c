"""`feed.xml`: an Atom entry for each of the newest reports, for readers who wait for the next one. Only with a known address."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from urllib.parse import quote
from uuid import UUID, uuid5

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.findings import Findings, ReportFindings
from ...model.report import Report
from ..frame.dates import iso_date
from ..frame.labels import find_last_change
from ..parts.change_log import list_report_changes
from ..parts.fact_briefs import describe_brief
from .xml_words import escape_words, quote_value

NEWEST = 20
"""How many entries it has: those who follow it ask again and again."""
CHANGES = 10
"""How many corrections an entry tells."""
NAMESPACE = UUID("c6b458bd-7661-4058-8eef-4034a6bc6e25")
"""What the ids are made in. They are made of words that are locked to the official page, so no move of the site changes one."""


def render_feed(findings: Findings, pages: Sequence[str]) -> dict[str, bytes]:
    """Return the feed by its path; nothing without a base URL or without a dated report."""
    site = findings.project.site
    dated = [entry for entry in findings.reports if iso_date(entry.report.disclosure.published)][:NEWEST]
    if not site.base_url or not dated:
        return {}
    made = frozenset(pages)
    home = addresses.absolute(site.base_url, addresses.HOME)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<title>{escape_words(site.name)}</title>",
        f"<subtitle>{escape_words(site.notice)}</subtitle>",
        f"<id>{_create_id(site.name)}</id>",
        _link("alternate", "text/html", home),
        _link("self", "application/atom+xml", addresses.absolute(site.base_url, addresses.FEED)),
        f"<updated>{max(_describe_update(site, entry.report) for entry in dated)}</updated>",
        f"<author><name>{escape_words(site.name)}</name></author>",
        *(line for entry in dated for line in _describe_entry(site, entry, made)),
        "</feed>",
        "",
    ]
    return {addresses.FEED: "\n".join(lines).encode()}


def _create_id(*words: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE, chr(10).join(words))}"


def _link(rel: str, media_type: str, address: str) -> str:
    return f'<link rel="{rel}" type="{media_type}" href={quote_value(address)}/>'


def _describe_entry(site: SiteConfig, entry: ReportFindings, pages: Container[str]) -> list[str]:
    report, fields = entry.report, entry.report.disclosure
    via = [_link("via", "text/html", report.source_url)] if report.source_url else []
    return [
        "<entry>",
        f"<title>{escape_words(report.title)}</title>",
        f"<id>{_create_id(fields.publisher, report.title, report.id)}</id>",
        _link("alternate", "text/html", _address(site, addresses.report_page(report, "index"))),
        *via,
        f"<published>{_describe_beginning(iso_date(fields.published))}</published>",
        f"<updated>{_describe_update(site, report)}</updated>",
        f"<author><name>{escape_words(fields.publisher or site.name)}</name></author>",
        f"<summary>{escape_words(_describe_contents(report))}</summary>",
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">',
        *_list_lines(site, entry, pages),
        "</div></content>",
        "</entry>",
    ]


def _describe_contents(report: Report) -> str:
    fields = report.disclosure
    when = f"，{fields.publisher}{fields.published}发布" if fields.publisher or fields.published else ""
    return f"{report.title}{when}。全文、数字、核对与下载。"


def _list_lines(site: SiteConfig, entry: ReportFindings, pages: Container[str]) -> Iterator[str]:
    """Yield the entry for those who read it where the feed is read: main numbers, corrections, the ways to the pages."""
    report, facts = entry.report, {fact.id: fact for fact in entry.facts}
    briefs = [describe_brief(report, facts[id]) for id in report.headline]  # noqa: A001
    yield from _list_items(
        f"{escape_words(brief.name + (f'（{brief.role}）' if brief.role else '') + brief.name_note)}："
        f"<a href={quote_value(_address(site, brief.href))}>{escape_words(brief.shown)}</a>"
        for brief in briefs
    )
    changes = [*list_report_changes(site, report.id)][:CHANGES]
    yield from _list_items(f"{change.date}：{escape_words(change.text)}" for change in changes)
    names = {"full": "全文", "facts": "全部数字", "checks": "核对", "follow-up": "问题与安排"}
    paths = {addresses.report_page(report, name): words for name, words in names.items()}
    ways = (
        f"<a href={quote_value(_address(site, path))}>{words}</a>"
        for path, words in paths.items()
        if path in pages
    )
    yield f"<p>{'　'.join(ways)}</p>"


def _list_items(items: Iterator[str]) -> Iterator[str]:
    lines = [f"<li>{item}</li>" for item in items]
    yield from ["<ul>", *lines, "</ul>"] if lines else []


def _address(site: SiteConfig, href: str) -> str:
    """Return the complete address of a page, or of a place in it, whose anchor is written as addresses are."""
    path, mark, anchor = href.partition("#")
    return addresses.absolute(site.base_url, quote(path)) + mark + anchor


def _describe_update(site: SiteConfig, report: Report) -> str:
    """Return the day of the last correction, or of publication where that is later."""
    return _describe_beginning(max(find_last_change(site, report), iso_date(report.disclosure.published)))


def _describe_beginning(day: str) -> str:
    """The format asks for a time, and no source says one: the day's beginning."""
    return f"{day}T00:00:00+08:00"
