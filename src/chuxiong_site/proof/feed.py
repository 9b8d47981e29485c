"""Prove the feed: the parts that RFC 4287 asks for, each once, ids that nothing can change, and every word of every entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ..model.findings import Findings, ReportFindings
from ..model.report import Report
from ..model.site import Site
from ..problems import Problem
from .documents.utterance import fold
from .documents.xml import parse_xml
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
Part = tuple[str, str]
"""An element and its words; of a link its kind and where it leads."""
Line = tuple[str, tuple[str, ...]]
"""The words of a line of an entry, and where its links lead."""


def check_feed(findings: Findings, site: Site, base: str) -> Iterator[Problem]:
    """Yield faults of the feed of a site with an address."""
    dated = [entry for entry in findings.reports if read_day(entry.report.disclosure.published)][:ENTRIES]
    if not dated:
        if FEED in site:
            yield create_fault(FEED, "有这个文件", "没有一份有日期的报告")
        return
    root = parse_xml(site, FEED)
    if root is None or root.tag != f"{ATOM}feed":
        yield create_fault(FEED, "不是完好的 XML", "订阅源")
        return
    name = findings.project.site.name
    own = [
        ("title", name),
        ("subtitle", findings.project.site.notice),
        ("id", create_id(name)),
        ("link alternate text/html", f"{base}/index.html"),
        ("link self application/atom+xml", f"{base}/{FEED}"),
        ("updated", max(_find_update(findings, entry.report) for entry in dated)),
        ("author", name),
        *[("entry", "")] * len(dated),
    ]
    yield from _compare("订阅源", [*_list_parts(root)], own)
    for entry, element in zip(dated, root.findall(f"{ATOM}entry"), strict=False):
        yield from _check_entry(findings, site, entry, element, base)


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


def _check_entry(
    findings: Findings, site: Site, entry: ReportFindings, element: ET.Element, base: str
) -> Iterator[Problem]:
    report, fields = entry.report, entry.report.disclosure
    issued = f"{fields.publisher}{fields.published}发布"
    wanted = [
        ("title", report.title),
        ("id", create_id(fields.publisher, report.title, report.id)),
        ("link alternate text/html", f"{base}/{quote(report.id)}/index.html"),
        *([("link via text/html", report.source_url)] if report.source_url else []),
        ("published", f"{read_day(fields.published)}T00:00:00+08:00"),
        ("updated", _find_update(findings, report)),
        ("author", fields.publisher or findings.project.site.name),
        ("summary", f"{report.title}，{issued}。全文、数字、核对与下载。"),
        ("content xhtml", ""),
    ]
    yield from _compare(report.id, [*_list_parts(element)], wanted)
    content = element.find(f"{ATOM}content/{PAGE}div")
    found = [*_list_lines(content)] if content is not None else []
    yield from _compare(f"{report.id} 的内容", found, [*_list_told(findings, site, entry, base)])


def _list_parts(element: ET.Element) -> Iterator[Part]:
    """Yield what stands in the feed or in an entry, in order."""
    for inner in element:
        tag = inner.tag.removeprefix(ATOM)
        if tag == "link":
            yield f"link {inner.get('rel')} {inner.get('type')}", inner.get("href", "")
        elif tag in {"entry", "content"}:
            yield " ".join(filter(None, (tag, inner.get("type")))), ""
        elif tag == "author":
            yield tag, "；".join(fold(name.text or "") for name in inner)
        else:
            yield tag, fold("".join(inner.itertext()))


def _list_lines(content: ET.Element) -> Iterator[Line]:
    """Yield every line of an entry's content: paragraphs, and items of lists."""
    for block in content:
        for line in block if block.tag == f"{PAGE}ul" else [block]:
            links = tuple(link.get("href", "") for link in line.iter(f"{PAGE}a"))
            yield fold("".join(line.itertext())), links


def _list_told(findings: Findings, site: Site, entry: ReportFindings, base: str) -> Iterator[Line]:
    """Yield the lines that an entry has to have: main numbers, corrections, ways to the pages that are made."""
    report, facts = entry.report, {fact.id: fact for fact in entry.facts}
    for fact in map(facts.__getitem__, report.headline):
        role = f"（{fact.role_name}）" if fact.role_name else ""
        name = fact.indicator.name + role + describe_indicator(fact.indicator, "")["name_note"][0]
        page, anchor = quote(locate_section(report, fact.section)), quote(fact.id)
        yield fold(f"{name}：{say_value(fact)}"), (f"{base}/{page}#{anchor}",)
    own = [change for change in findings.project.site.changes if change.report == report.id]
    for change in sorted(own, key=lambda change: change.date, reverse=True)[:CHANGES]:
        yield fold(f"{change.date}：{change.text}"), ()
    made = [name for name in WAYS if f"{report.id}/{name}.html" in site]
    links = tuple(f"{base}/{quote(report.id)}/{name}.html" for name in made)
    yield fold("　".join(WAYS[name] for name in made)), links


def _compare(what: str, found: list[Part] | list[Line], wanted: list[Part] | list[Line]) -> Iterator[Problem]:
    """Yield the first thing that is not what it has to be."""
    for at in range(max(len(found), len(wanted))):
        ours, theirs = (list(map(_say, things[at : at + 1])) for things in (found, wanted))
        if ours != theirs:
            yield create_fault(
                FEED, f"{what}：{'、'.join(ours) or '少一项'}", "、".join(theirs) or "到此为止"
            )
            return


def _say(thing: Part | Line) -> str:
    words, rest = thing
    return f"{words}「{fold(rest) if isinstance(rest, str) else ' '.join(rest)}」"
