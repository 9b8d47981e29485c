"""Is the offline document one file that needs no other: its text whole, its links inside, its code known by hash?"""

from __future__ import annotations

import re

import pytest

from built import BuiltSite
from chuxiong_site.proof.documents.html import read_page
from chuxiong_site.rendering.elsewhere.one_document import Source, join_documents
from chuxiong_site.rendering.frame.assets import compute_policy_hash

PATH = "data/2023-offline.html"


@pytest.fixture(scope="module")
def html(built_site: BuiltSite) -> str:
    """Return the document."""
    return built_site.read(PATH).decode("utf-8")


def test_the_official_text_stands_once(built_site: BuiltSite, html: str) -> None:
    """The marked elements say the whole report, once, and its captured form behind it."""
    page, report = read_page(html.encode()), built_site.report_findings.report
    shown, captured = (
        "".join(getattr(piece, name) for piece in page.official) for name in ("shown", "captured")
    )
    assert shown == report.display.text.replace("\n", "")
    assert captured == report.body.replace("\n", "")


def test_nothing_is_loaded(html: str) -> None:
    """No element of the document asks for another file, and its style sheet names none."""
    assert not re.search(r'<(img|script|iframe|link)[^>]* (src|href)="(?!data:)', html)
    assert not re.search(r"url\(|@import", html)


def test_its_policy_knows_its_code(html: str) -> None:
    """The policy lets the one style sheet and the one script run, by their hashes, and nothing else."""
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    [script] = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    allowed = policy[1].replace("&#39;", "'")
    assert f"style-src {compute_policy_hash(style)}" in allowed
    assert f"script-src {compute_policy_hash(script)}" in allowed
    assert "'self'" not in allowed
    assert "unsafe" not in allowed


@pytest.mark.parametrize("code", ["a;\r\nb;\rc;\n", "a;\nb;\nc;\n"])
def test_a_policy_counts_as_browsers_do(code: str) -> None:
    """A browser knows one line end inside a page and shows NUL as U+FFFD, and so does the hash of code."""
    assert compute_policy_hash(code) == compute_policy_hash("a;\nb;\nc;\n")
    assert compute_policy_hash("a\0") == compute_policy_hash("a\ufffd")


def test_links_stay_inside_or_leave_the_site(built_site: BuiltSite, html: str) -> None:
    """Without a base URL every link leads into the document, to the official page, to us, to the licence, or dials the hotline."""
    page = read_page(html.encode())
    outside = {href for href in page.links if not href.startswith("#")}
    assert outside == {
        built_site.report_findings.report.source_url,
        "tel:12345",
        "https://example.org/qinghe/site",
        "mailto:nobody@example.org",
        built_site.findings.project.site.data_licence.url,
    }
    assert {href.removeprefix("#") for href in page.links if href.startswith("#")} <= page.ids.keys()
    assert page.duplicate_ids == set()


def test_links_to_other_pages_lead_online(addressed_site: BuiltSite) -> None:
    """With a base URL, what the document does not carry is linked on the site."""
    links = read_page(addressed_site.read(PATH)).links
    assert "https://example.org/r/2023/index.html" in links
    assert "https://example.org/r/data/2023/report.txt" in links


def test_every_part_of_the_site_is_there(built_site: BuiltSite, html: str) -> None:
    """Text, charts, all facts, checks, follow-up, places, terms and the page about the site are in it."""
    page = read_page(html.encode())
    names = ("text", "charts", "facts", "checks", "follow-up", "places", "terms", "about")
    assert {f"_part-{name}" for name in names} <= page.ids.keys()
    for fact in built_site.report_findings.facts:
        assert {fact.id, f"_row-{fact.id}"} <= page.ids.keys()
    pages = (read_page(built_site.read(path)) for path in built_site.section_paths)
    assert page.figures.keys() == {anchor for other in pages for anchor in other.figures}


def test_it_is_small_enough_to_forward(built_site: BuiltSite) -> None:
    """The document is at most 400 KB."""
    assert len(built_site.read(PATH)) <= 400_000


def test_it_speaks_of_its_own_year(built_site: BuiltSite) -> None:
    """Its terms are those that the report uses, each with its places there; its source and its corrections are its own."""
    page, report_findings = (
        read_page(built_site.read("data/2022-offline.html")),
        built_site.findings.reports[1],
    )
    terms = {anchor for anchor in page.ids if anchor.startswith("_term-")}
    assert terms == {f"_term-{mention.term.id}" for mention in report_findings.terms}
    assert terms < {f"_term-{term.id}" for term in built_site.findings.project.terms}
    assert "_marks-2022" in page.ids
    assert "_marks-2023" not in page.ids
    places = "".join(said.text for said in page.utterances if said.text.startswith("见 "))
    assert places
    assert "年度" not in places


def test_words_of_lost_links_stay_only_where_they_say_something() -> None:
    """A value stays, the name of a file that is not there goes, and with the last one the words that lead to it."""
    html = (
        '<p>上年 <a href="c.html">3件</a>。</p><p>字句未改。<a href="a.txt">原文</a></p>'
        '<p>下载：<a href="a.csv">CSV</a> <a href="a.json"><b>JSON</b></a></p>'
        '<p>共 2 个<span>下载：<a href="a.csv">CSV</a></span></p>'
    )
    assert join(Source(name="one", path="one.html", html=html, main=True)) == [
        "<p>上年 3件。</p><p>字句未改。</p><p>共 2 个</p>"
    ]


def test_many_dead_links_cost_nothing() -> None:
    """A paragraph of a thousand dead links and one word is read as fast as it is long: this ends at all."""
    links = "".join(f'<a href="{number}.html">甲</a>　\n' for number in range(1000))
    page = f"<h1>甲</h1><p>{links}</p><p>{links}乙</p>"
    [part] = join_documents((Source(name="text", path="a.html", html=page, main=True),), {}, "")
    assert part.html.count("<p>") == 1
    assert part.html.endswith("乙</p>")


def test_a_lost_word_is_found(built_site: BuiltSite, html: str) -> None:
    """The proof says where the document's text differs from the report."""
    damaged = html.replace("共排查矛盾", "共排查到矛盾", 1)
    assert any("到矛盾" in found for found in built_site.prove(PATH, damaged.encode()))


def test_an_outward_file_is_found(built_site: BuiltSite, html: str) -> None:
    """The proof finds a link that needs a file beside the document."""
    damaged = html.replace('href="#_main"', 'href="../2023/index.html"', 1)
    assert built_site.prove(PATH, damaged.encode()) == ["链接「../2023/index.html」要用别的文件"]


def join(*sources: Source, base_url: str = "") -> list[str]:
    """Return the parts as HTML; `2023/b.html` stands for the place `there`."""
    return [part.html for part in join_documents(sources, {"2023/b.html": "there"}, base_url)]


def test_equal_anchors_are_told_apart() -> None:
    """The second part to use an anchor gets another, and its own references follow."""
    first = Source(name="one", path="2023/one.html", html='<h1 id="x">A</h1>', main=True)
    second = Source(
        name="two",
        path="2023/two.html",
        html='<h1 id="x">B</h1><p aria-labelledby="x"><a href="#x">b</a> <a href="one.html#x">a</a></p>',
    )
    assert join(first, second) == [
        '<h1 id="x">A</h1>',
        '<h2 id="x-two">B</h2><p aria-labelledby="x-two"><a href="#x-two">b</a> <a href="#x">a</a></p>',
    ]


def test_links_find_their_place() -> None:
    """A page that is a part is its beginning, one with a stand-in is that; else the address, else words alone."""
    html = '<p><a href="two.html">1</a><a class="k" href="b.html#gone">2</a><a href="../c.html#d">3</a>.</p>'
    one = Source(name="one", path="2023/one.html", html=html, main=True)
    two = Source(name="two", path="2023/two.html", html="<p>2</p>")
    assert join(one, two)[0] == ('<p><a href="#_part-two">1</a><a class="k" href="#there">2</a>3.</p>')
    assert (
        '<a href="https://example.org/c.html#d">3</a>' in join(one, two, base_url="https://example.org/")[0]
    )


def test_scripts_and_empty_paragraphs_go() -> None:
    """Data islands are left out, and so is a paragraph that held nothing but links without an address."""
    html = '<script type="application/json">{"a": 1}</script><p><a href="x.csv">CSV</a>　<a href="x.json">J</a></p>'
    assert join(Source(name="one", path="2023/one.html", html=html)) == [""]
