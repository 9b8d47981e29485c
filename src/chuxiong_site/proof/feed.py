"""Prove the feed: the parts that RFC 4287 asks for, each once, ids that nothing can change, and every word of every entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from ..model.findings import Fact, Findings, ReportFindings
from ..model.report import Report
from ..model.site import Site
from ..problems import Problem
from .documents.xml import BLANKS, LANGUAGE, Node, compare_xml
from .faults import create_fault
from .scopes.data import locate_section
from .scopes.site import find_last_change
from .scopes.things import describe_indicator
from .scopes.words import read_day, say_value

FEED = "feed.xml"
ENTRIES, CHANGES = 20, 10
"""The newest reports are in the feed, with the newest corrections of each."""
ATOM, PAGE = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
NAMESPACE = "c6b458bd766140588eef4034a6bc6e25"
WAYS = {"full": "全文", "facts": "全部数字", "checks": "核对", "follow-up": "问题与安排"}


def check_feed(findings: Findings, site: Site, base: str) -> Iterator[Problem]:
    """Yield the first fault of the feed of a site with an address."""
    dated = [entry for entry in findings.reports if read_day(entry.report.disclosure.published)][:ENTRIES]
    if not dated:
        if FEED in site:
            yield create_fault(FEED, "有这个文件", "没有一份有日期的报告")
    elif fault := compare_xml(site, FEED, _say_feed(findings, site, dated, base)):
        yield create_fault(FEED, *fault)


def _say_feed(findings: Findings, site: Site, dated: Sequence[ReportFindings], base: str) -> Node:
    name = findings.project.site.name
    return Node(
        f"{ATOM}feed",
        {LANGUAGE: "zh-CN"},
        "",
        (
            _say("title", name),
            _say("subtitle", findings.project.site.notice),
            _say("id", create_id(name)),
            _say_link("alternate", "text/html", f"{base}/index.html"),
            _say_link("self", "application/atom+xml", f"{base}/{FEED}"),
            _say("updated", max(_find_update(findings, entry.report) for entry in dated)),
            _say("author", "", _say("name", name)),
            *(_say_entry(findings, site, entry, base) for entry in dated),
        ),
    )


def _say_entry(findings: Findings, site: Site, entry: ReportFindings, base: str) -> Node:
    report, fields = entry.report, entry.report.disclosure
    issued = f"{fields.publisher}{fields.published}发布"
    told = Node(f"{PAGE}div", {}, "", tuple(_list_told(findings, site, entry, base)))
    return _say(
        "entry",
        "",
        _say("title", report.title),
        _say("id", create_id(fields.publisher, report.title, report.id)),
        _say_link("alternate", "text/html", f"{base}/{quote(report.id)}/index.html"),
        *([_say_link("via", "text/html", report.source_url)] if report.source_url else []),
        _say("published", f"{read_day(fields.published)}T00:00:00+08:00"),
        _say("updated", _find_update(findings, report)),
        _say("author", "", _say("name", fields.publisher or findings.project.site.name)),
        _say("summary", f"{report.title}，{issued}。全文、数字、核对与下载。"),
        Node(f"{ATOM}content", {"type": "xhtml"}, "", (told,)),
    )


def create_id(*words: str) -> str:
    """Return the name of a thing, the same forever: version 5 of RFC 9562 of the words, a line each."""
    name = bytes.fromhex(NAMESPACE) + "\n".join(words).encode()
    digest = bytearray(hashlib.sha1(name, usedforsecurity=False).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _find_update(findings: Findings, report: Report) -> str:
    """Return the beginning of the day of the last correction of a report, or of its publication if that is later."""
    days = (find_last_change(findings, report.id), read_day(report.disclosure.published))
    return f"{max(days)}T00:00:00+08:00"


def _list_told(findings: Findings, site: Site, entry: ReportFindings, base: str) -> Iterator[Node]:
    """Yield what an entry has to tell: main numbers, corrections, ways to the pages that are made."""
    report, facts = entry.report, {fact.id: fact for fact in entry.facts}
    yield from _say_list([_say_number(report, facts[id], base) for id in report.headline])  # noqa: A001
    own = [change for change in findings.project.site.changes if change.report == report.id]
    own = sorted(own, key=lambda change: change.date, reverse=True)[:CHANGES]
    yield from _say_list(
        [Node(f"{PAGE}li", {}, f"{change.date}：{change.text}".strip(BLANKS)) for change in own]
    )
    made = [name for name in WAYS if f"{report.id}/{name}.html" in site]
    ways = [_say_way(f"{base}/{quote(report.id)}/{name}.html", WAYS[name]) for name in made]
    between = [way._replace(behind="　") for way in ways[:-1]]
    yield Node(f"{PAGE}p", {}, "", (*between, *ways[-1:]))


def _say_number(report: Report, fact: Fact, base: str) -> Node:
    role = f"（{fact.role_name}）" if fact.role_name else ""
    name = fact.indicator.name + role + describe_indicator(fact.indicator, "")["name_note"][0]
    address = f"{base}/{quote(locate_section(report, fact.section))}#{quote(fact.id)}"
    return Node(f"{PAGE}li", {}, f"{name}：", (_say_way(address, say_value(fact)),))


def _say_list(items: Sequence[Node]) -> Iterator[Node]:
    """Yield a list, where there is something in it."""
    if items:
        yield Node(f"{PAGE}ul", {}, "", tuple(items))


def _say_way(address: str, words: str) -> Node:
    return Node(f"{PAGE}a", {"href": address}, words)


def _say(name: str, words: str, *inside: Node) -> Node:
    return Node(f"{ATOM}{name}", {}, words.strip(BLANKS), inside)


def _say_link(kind: str, media_type: str, address: str) -> Node:
    return Node(f"{ATOM}link", {"rel": kind, "type": media_type, "href": address})
