"""`feed.xml`: an Atom entry for each of the newest reports, for readers who wait for the next one. Only with a known address."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.findings import Findings
from ...model.report import Report
from ..frame.dates import iso_date
from ..frame.labels import find_last_change
from .xml_words import escape_words, quote_value

NEWEST = 20
"""How many entries it has: those who follow it ask again and again."""


def render_feed(findings: Findings, pages: Sequence[str]) -> dict[str, bytes]:  # noqa: ARG001  # one shape for all
    """Return the feed by its path; nothing without a base URL or without a dated report."""
    site = findings.project.site
    dated = [report for report in findings.project.reports if iso_date(report.disclosure.published)][:NEWEST]
    if not site.base_url or not dated:
        return {}
    home = addresses.absolute(site.base_url, addresses.HOME)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<title>{escape_words(site.name)}</title>",
        f"<subtitle>{escape_words(site.notice)}</subtitle>",
        f"<id>{escape_words(home)}</id>",
        f'<link rel="alternate" type="text/html" href={quote_value(home)}/>',
        f'<link rel="self" type="application/atom+xml" href={quote_value(addresses.absolute(site.base_url, addresses.FEED))}/>',
        f"<updated>{max(_describe_update(site, report) for report in dated)}</updated>",
        f"<author><name>{escape_words(site.name)}</name></author>",
        *(line for report in dated for line in _describe_entry(site, report)),
        "</feed>",
        "",
    ]
    return {addresses.FEED: "\n".join(lines).encode()}


def _describe_entry(site: SiteConfig, report: Report) -> list[str]:
    address = addresses.absolute(site.base_url, addresses.report_page(report, "index"))
    fields = report.disclosure
    return [
        "<entry>",
        f"<title>{escape_words(report.title)}</title>",
        f"<id>{escape_words(address)}</id>",
        f'<link rel="alternate" type="text/html" href={quote_value(address)}/>',
        *_describe_via(report),
        f"<published>{_describe_day(report)}</published>",
        f"<updated>{_describe_update(site, report)}</updated>",
        f"<author><name>{escape_words(fields.publisher or site.name)}</name></author>",
        f"<summary>{escape_words(_describe_contents(report))}</summary>",
        "</entry>",
    ]


def _describe_via(report: Report) -> list[str]:
    """Return the link to the official page; none where its address is not known."""
    if not report.source_url:
        return []
    return [f'<link rel="via" type="text/html" href={quote_value(report.source_url)}/>']


def _describe_contents(report: Report) -> str:
    fields = report.disclosure
    when = f"，{fields.publisher}{fields.published}发布" if fields.publisher or fields.published else ""
    return f"{report.title}{when}。全文、数字、核对与下载。"


def _describe_day(report: Report) -> str:
    return _describe_beginning(iso_date(report.disclosure.published))


def _describe_update(site: SiteConfig, report: Report) -> str:
    """Return the day of the last correction, or of publication."""
    return _describe_beginning(find_last_change(site, report) or iso_date(report.disclosure.published))


def _describe_beginning(day: str) -> str:
    """The format asks for a time, and no source says one: the day's beginning."""
    return f"{day}T00:00:00+08:00"
