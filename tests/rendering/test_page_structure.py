"""Is every built page sound HTML, complete in itself, and safe to open anywhere?"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import html5lib
import pytest

from built import BuiltSite
from chuxiong_site.rendering.frame.titles import count_hanzi

TITLE_LIMIT = 24
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data", "use": "href"}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "base-uri": "'none'",
}


@pytest.fixture(scope="module")
def parsed(built_site: BuiltSite) -> dict[str, tuple[ET.Element, list[str]]]:
    """Parse every page once as a browser would, with what the parser objects to."""
    trees = {}
    for path, html in built_site.pages.items():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(html)
        trees[path] = (tree, [f"{place}: {code} {words}" for place, code, words in parser.errors])
    return trees


@pytest.fixture(scope="module")
def trees(parsed: dict[str, tuple[ET.Element, list[str]]]) -> dict[str, ET.Element]:
    """Return the trees alone."""
    return {path: tree for path, (tree, _) in parsed.items()}


@pytest.fixture(scope="module")
def reading(built_site: BuiltSite, trees: dict[str, ET.Element]) -> dict[str, ET.Element]:
    """Return the trees of the pages with masthead and footer."""
    return {path: trees[path] for path in built_site.reading_paths}


def read(element: ET.Element) -> str:
    """Return the text content of an element."""
    return "".join(element.itertext())


def list_all(tree: ET.Element, *names: str) -> Iterator[ET.Element]:
    """Yield the elements of these names in document order."""
    return (element for element in tree.iter() if element.tag in names)


def find_meta(tree: ET.Element, name: str) -> str | None:
    """Return the content of a `meta`, or `None`."""
    for meta in list_all(tree, "meta"):
        if name in (meta.get("name"), meta.get("http-equiv")):
            return meta.get("content")
    return None


def test_pages_of_the_site_map(built_site: BuiltSite) -> None:
    """Home, the report's own pages, its 15 sections and the shared pages are all there."""
    fixed = {
        "index.html",
        "indicators.html",
        "terms.html",
        "about.html",
        "404.html",
        *(f"2023/{name}.html" for name in ("index", "full", "facts", "checks", "follow-up")),
    }
    assert len(built_site.section_paths) == 15
    assert fixed | set(built_site.section_paths) <= set(built_site.pages)
    assert ".nojekyll" in built_site.site


def test_html_is_valid(parsed: dict[str, tuple[ET.Element, list[str]]]) -> None:
    """The HTML parser objects to nothing."""
    assert {path: errors for path, (_, errors) in parsed.items() if errors} == {}


def test_language_and_encoding(built_site: BuiltSite, trees: dict[str, ET.Element]) -> None:
    """Every page says zh-CN, or en where its frame is English, and, in its first 1024 bytes, UTF-8."""
    for path, tree in trees.items():
        assert tree.get("lang") == ("en" if path.startswith("en/") else "zh-CN"), path
        assert b'<meta charset="utf-8">' in built_site.read(path)[:1024], path


def test_viewport_lets_readers_zoom(trees: dict[str, ET.Element]) -> None:
    """The page fits the phone and no zoom is forbidden; numbers are not made into telephone links."""
    for path, tree in trees.items():
        assert find_meta(tree, "viewport") == "width=device-width, initial-scale=1", path
        assert find_meta(tree, "format-detection") == "telephone=no", path


def test_titles(trees: dict[str, ET.Element]) -> None:
    """Every page has a title of its own, at most 24 Hanzi wide, as that is all a share card shows; frames have a name."""
    titles = {path: read(next(list_all(tree, "title"))) for path, tree in trees.items()}
    assert len(set(titles.values())) == len(titles)
    long = {path: title for path, title in titles.items() if count_hanzi(title) > TITLE_LIMIT}
    assert [path for path in long if not path.startswith("embed/")] == []


def test_titles_say_which_report(reading: dict[str, ET.Element]) -> None:
    """The title of home and of every page of a report names its year: forwarded, it stands alone."""
    titles = {path: read(next(list_all(tree, "title"))) for path, tree in reading.items()}
    own = [path for path in titles if path.startswith("2023/") or path == "index.html"]
    assert [path for path in own if "2023" not in titles[path]] == []


def test_descriptions(trees: dict[str, ET.Element]) -> None:
    """Every page describes itself once, and no meta name is given twice."""
    for path, tree in trees.items():
        assert find_meta(tree, "description"), path
        names = [str(meta.get("name")).lower() for meta in list_all(tree, "meta") if meta.get("name")]
        assert len(set(names)) == len(names), path


def test_headings(trees: dict[str, ET.Element]) -> None:
    """One h1 with words, and no level is skipped."""
    for path, tree in trees.items():
        levels = [int(h.tag[1]) for h in list_all(tree, "h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert all(read(h).strip() for h in list_all(tree, "h1", "h2", "h3", "h4")), path


def test_heading_tree_of_the_full_page(trees: dict[str, ET.Element]) -> None:
    """The official text has one title, 3 parts and 14 sections."""
    official = [e for e in trees["2023/full.html"].iter() if e.get("data-official-text")]
    counts = [sum(e.tag == tag for e in official) for tag in ("h1", "h2", "h3")]
    assert counts == [1, 3, 14]


def test_content_policy(reading: dict[str, ET.Element]) -> None:
    """Every page allows only files of its own site, and nothing written into the page."""
    for path, tree in reading.items():
        policy = find_meta(tree, "Content-Security-Policy") or ""
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert "unsafe" not in policy, path
        if path.startswith("en/"):  # no scripts at all
            assert "script-src" not in rules, path
            assert (
                rules.items() >= {key: value for key, value in POLICY.items() if key != "script-src"}.items()
            ), path
        elif path != "404.html":
            assert rules.items() >= POLICY.items(), path
        assert rules["default-src"] == "'none'", path
        assert rules["form-action"] in {"'none'", "'self'"}, path


def test_no_code_in_pages(trees: dict[str, ET.Element]) -> None:
    """No style attributes or handlers; data islands are valid JSON; code in a page is named by its policy."""
    for path, tree in trees.items():
        for element in tree.iter():
            assert "style" not in element.attrib, path
            assert not [name for name in element.attrib if str(name).startswith("on")], path
        for code in list_all(tree, "script", "style"):
            if str(code.get("type")).endswith("json"):
                json.loads(read(code))
            elif code.get("src") is None:
                digest = base64.b64encode(hashlib.sha256(read(code).encode()).digest()).decode()
                assert f"'sha256-{digest}'" in (find_meta(tree, "Content-Security-Policy") or ""), path


def test_code_stands_in_files(built_site: BuiltSite, reading: dict[str, ET.Element]) -> None:
    """Only the page for lost readers and those made to be carried away have code in themselves."""
    assert len(reading) < len(built_site.pages)
    for path, tree in reading.items():
        inside = [script for script in list_all(tree, "script") if not script.get("src")]
        if path == "404.html":
            continue
        assert all(str(script.get("type")).endswith("json") for script in inside), path
        assert not list(list_all(tree, "style")), path


def test_pages_carried_away_are_closed(built_site: BuiltSite, trees: dict[str, ET.Element]) -> None:
    """Embedded and offline pages allow nothing that is not named, and say that they are not official."""
    notice = built_site.findings.project.site.notice
    for path in trees.keys() - set(built_site.reading_paths):
        policy = find_meta(trees[path], "Content-Security-Policy") or ""
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy, path
        assert "http" not in policy, path
        assert notice in read(trees[path]), path


def test_everything_comes_from_the_site(built_site: BuiltSite, trees: dict[str, ET.Element]) -> None:
    """Style sheets, scripts and pictures are files of the site, by relative paths."""
    for path, tree in trees.items():
        addresses = [element.get(LOADED[str(element.tag)]) for element in list_all(tree, *LOADED)]
        addresses += [
            link.get("href") for link in list_all(tree, "link") if link.get("rel") in {"stylesheet", "icon"}
        ]
        for address in filter(None, addresses):
            assert not re.match(r"\w+://|//|/", address), (path, address)
            if not address.startswith(("data:", "#")):
                steps = address.partition("?")[0].removeprefix("../" * path.count("/"))
                assert steps in built_site.site, (path, address)
    for path in built_site.site:
        if path.endswith(".css"):
            assert b"//" not in built_site.read(path), path


def test_links_are_relative_files(reading: dict[str, ET.Element]) -> None:
    """Every link within the site is relative and ends in a file name."""
    for path, tree in reading.items():
        for link in list_all(tree, "a"):
            href = str(link.get("href"))
            if href.startswith(("https://", "http://", "mailto:", "tel:")):
                continue
            target = unquote(href.partition("#")[0])
            assert not target.startswith("/"), (path, href)
            assert not target or "." in target.rpartition("/")[2], (path, href)


def test_links_away_say_so(reading: dict[str, ET.Element]) -> None:
    """A link that leaves the site is marked as such, in words."""
    for path, tree in reading.items():
        words = "leaves this site" if path.startswith("en/") else "离开本站"
        for link in list_all(tree, "a"):
            if str(link.get("href")).startswith("http"):
                assert words in read(link), (path, link.get("href"))


def test_notice_on_every_page(built_site: BuiltSite, reading: dict[str, ET.Element]) -> None:
    """Every page says that it is not an official site; all but the home page say so before the main text."""
    site = built_site.findings.project.site
    for path, tree in reading.items():
        notice = site.english.notice if site.english and path.startswith("en/") else site.notice
        assert notice in read(next(list_all(tree, "body"))), path
        if path not in {"index.html", "404.html"}:
            assert notice in read(next(list_all(tree, "header"))), path


def test_landmarks_and_skip_link(reading: dict[str, ET.Element]) -> None:
    """Every page has one main part; its first link leads there, and every navigation has a name."""
    for path, tree in reading.items():
        (main,) = list_all(tree, "main")
        if path != "404.html":
            assert next(list_all(tree, "a")).get("href") == f"#{main.get('id')}", path
        names = [nav.get("aria-label") for nav in list_all(tree, "nav")]
        assert all(names), path
        assert len(set(names)) == len(names), path


def test_home_leads_to_problems_and_plans(built_site: BuiltSite, trees: dict[str, ET.Element]) -> None:
    """One tap from home lead to every section of parts two and three, and to the part itself."""
    hrefs = {link.get("href") for link in list_all(trees["index.html"], "a")}
    later = [path for path in built_site.section_paths if "/problems-" in path or "/plan-" in path]
    assert len(later) == 6
    assert set(later) <= hrefs


def test_doors_are_equal(trees: dict[str, ET.Element]) -> None:
    """Results, problems and plans are three doors of the same kind, in the order of the report."""
    doors = [e for e in trees["index.html"].iter() if "door" in str(e.get("class")).split()]
    assert [read(next(list_all(door, "h2"))) for door in doors] == ["做了什么", "还差什么", "2024年做什么"]
    assert len({tuple(child.tag for child in door) for door in doors}) == 1


def test_official_text_is_whole(built_site: BuiltSite, trees: dict[str, ET.Element]) -> None:
    """The full page carries all of it, the 17 section pages in order all but the title line."""

    def official(path: str) -> str:
        return "".join(read(e) for e in trees[path].iter() if e.get("data-official-text"))

    report = built_site.report_findings.report
    whole = report.display.text.replace("\n", "")
    assert official("2023/full.html") == whole
    assert report.title + "".join(map(official, built_site.section_paths)) == whole


def test_shown_text_is_the_captured_text(built_site: BuiltSite, trees: dict[str, ET.Element]) -> None:
    """With the disclosed marks undone and spaces left out, the full page equals the captured page."""
    shown = "".join(read(e) for e in trees["2023/full.html"].iter() if e.get("data-official-text"))
    raw = shown.translate(str.maketrans("，（）：；", ",():;"))
    assert raw == "".join(built_site.read("data/2023/report.txt").decode("utf-8").split())


def test_empty_fields_say_so(trees: dict[str, ET.Element]) -> None:
    """The eight disclosure fields stand in the official order; the three empty ones are not filled in."""
    page = trees["2023/index.html"]
    terms = [read(term) for term in list_all(page, "dt")][:8]
    values = [read(value) for value in list_all(page, "dd")][:8]
    assert terms == ["索引号", "公开目录", "发布机构", "主题词", "发布日期", "文号", "标题", "成文日期"]
    assert [term for term, value in zip(terms, values, strict=True) if value == "（原页未填）"] == [
        "主题词",
        "文号",
        "成文日期",
    ]


def test_tables_are_accessible(trees: dict[str, ET.Element]) -> None:
    """Every table has headed columns and rows, with their scope."""
    for path, tree in trees.items():
        for table in list_all(tree, "table"):
            headings = list(list_all(table, "th"))
            assert headings, path
            assert all(th.get("scope") for th in headings), path


def test_pictures_have_words(trees: dict[str, ET.Element]) -> None:
    """Every picture of a chart is named by its title and description, and its chart has a table."""
    for path, tree in trees.items():
        ids = {e.get("id"): e for e in tree.iter() if e.get("id")}
        for chart in list_all(tree, "figure"):
            if chart.get("data-chart") is None:
                continue
            (picture,) = (e for e in chart.iter() if "chart__picture" in str(e.get("class")).split())
            names = str(picture.get("aria-labelledby")).split()
            assert names, path
            assert all(read(ids[name]) for name in names), path
            assert len(list(list_all(chart, "table"))) == 1, path
