"""Can those who wait for the next report follow the site: does a feed reader find all that RFC 4287 asks for, with ids for good?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import feedparser
import pytest

from built import BuiltSite
from chuxiong_site.model.catalogue import Change
from chuxiong_site.proof.feed import create_id
from chuxiong_site.rendering.elsewhere.feed import NAMESPACE, render_feed

PATH = "feed.xml"
BASE = "https://example.org/r"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def feed(addressed_site: BuiltSite) -> Any:
    """Read the feed as a feed reader does."""
    return feedparser.parse(addressed_site.read(PATH))


def test_a_feed_reader_reads_it(feed: Any, addressed_site: BuiltSite) -> None:
    """It is well-formed Atom that names itself, its home page, its author and its language."""
    assert feed.bozo is False
    assert feed.version == "atom10"
    assert {link.rel: link.href for link in feed.feed.links} == {
        "alternate": f"{BASE}/index.html",
        "self": f"{BASE}/feed.xml",
    }
    assert feed.feed.author == feed.feed.title == addressed_site.findings.project.site.name
    assert feed.feed.language == "zh-CN"


def test_each_report_is_an_entry(feed: Any, addressed_site: BuiltSite) -> None:
    """Title, page, official page, issuing body, the day of issue and of the last correction; the newest first."""
    entry, older = feed.entries
    report = addressed_site.report_findings.report
    assert (entry.title, entry.author) == (report.title, report.disclosure.publisher)
    assert {link.rel: link.href for link in entry.links} == {
        "alternate": f"{BASE}/2023/index.html",
        "via": report.source_url,
    }
    last = max(change.date for change in addressed_site.findings.project.site.changes)
    assert (entry.published, entry.updated) == ("2024-02-05T00:00:00+08:00", f"{last}T00:00:00+08:00")
    assert older.updated == older.published == "2023-01-31T00:00:00+08:00"
    assert feed.feed.updated == entry.updated


def test_an_entry_tells_numbers_and_corrections(feed: Any, addressed_site: BuiltSite) -> None:
    """Its content has the main numbers as printed, each leading to its sentence, the corrections, and the ways to the pages."""
    [content] = feed.entries[0].content
    report = addressed_site.report_findings.report
    assert content.type == "application/xhtml+xml"
    for id in report.headline:  # noqa: A001
        fact = addressed_site.report_findings.fact(id)
        assert fact is not None
        assert f"{fact.display}</a>" in content.value
    for change in addressed_site.findings.project.site.changes:
        assert (change.text in content.value) is (change.report == report.id)
    for address in re.findall('href="([^"]+)"', content.value):
        page, _, anchor = address.removeprefix(f"{BASE}/").partition("#")
        assert f'id="{anchor}"' in addressed_site.pages[page] or not anchor


def test_readers_are_led_to_it(addressed_site: BuiltSite, built_site: BuiltSite) -> None:
    """The foot of every Chinese page has a link to the feed where there is one; feed readers find it in the head."""
    for path in addressed_site.chinese_paths:
        foot = addressed_site.pages[path].partition("<footer")[2]
        assert ('feed.xml" type="application/atom+xml">订阅' in foot) is (path != "404.html"), path
    assert not any("feed.xml" in html for html in built_site.pages.values())


def test_ids_never_change(feed: Any, addressed_site: BuiltSite) -> None:
    """The site moves, corrects and grows: the ids of feed and entries stay, and no two are alike."""
    findings = addressed_site.findings
    moved = replace(
        findings.project.site,
        base_url="https://other.example/",
        notice="另一句。",
        changes=(Change(date="2026-01-01", report="2023", text="改了一处。"),),
    )
    project = replace(findings.project, site=moved)
    data = render_feed(replace(findings, project=project), list(addressed_site.pages))[PATH]
    again = feedparser.parse(data)
    ids = [feed.feed.id, *(entry.id for entry in feed.entries)]
    assert [again.feed.id, *(entry.id for entry in again.entries)] == ids
    assert len({UUID(name) for name in ids}) == len(ids)
    assert again.entries[0].updated == "2026-01-01T00:00:00+08:00"


def test_the_proof_names_things_as_the_library_does() -> None:
    """Its own way to an id is version 5 of a UUID."""
    assert create_id("甲", "乙") == uuid5(NAMESPACE, "甲\n乙").urn


def test_every_part_stands_once(addressed_site: BuiltSite) -> None:
    """RFC 4287: one id, title and updated in the feed and in each entry, one author, and a text of their own."""
    root = ET.fromstring(addressed_site.read(PATH))
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated", "author"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
    assert all(entry.find(f"{ATOM}summary") is not None for entry in root.findall(f"{ATOM}entry"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>urn:uuid:", "<id>urn:uuid:0"),
        ("2024-02-05T", "2024-02-06T"),
        ("<updated>20", "<updated>21"),
        ('rel="self"', 'rel="related"'),
        ("</li>", "3</li>"),
        ("/2023/full.html", "/2022/full.html"),
        ("</author>", "</author><author><name>甲</name></author>"),
        ("</entry>", "</entry><entry/>"),
        ("</div></content>", "<p>另有 3 件。</p></div></content>"),
        ("<li>", '<li><img src="https://a.example/x.png" alt=""/>'),
        ("</li>", "<script>x()</script></li>"),
        ("</div></content>", "</div><div xmlns='http://www.w3.org/1999/xhtml'/></content>"),
        ("<title>", '<title type="html">'),
        ('xml:lang="zh-CN"', 'xml:lang="en"'),
        ("<p><a", "<p>　<a"),
        ("</feed>", ""),
    ],
)
def test_a_change_is_found(addressed_site: BuiltSite, old: str, new: str) -> None:
    """Another id, day, link, number, part, language or kind of words, and the proof names the feed."""
    assert addressed_site.prove_changed(PATH, old, new)
