"""Can the pages be read in an engine as old as Chrome 78, without styles, and without scripts?"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from old_engines import list_faults, read_rules, render_as_read
from visitor import PHONE, WIDE, Visitor

from built import BuiltSite
from npm_tools import require

SECTION = "2023/services.html"
PAGES = (
    "index.html",
    "2023/index.html",
    SECTION,
    "2023/problems-digital.html",
    "2023/facts.html",
    "2023/checks.html",
    "2023/follow-up.html",
    "keywords.html",
    "terms.html",
    "about.html",
)
PARSE = """const acorn = require(process.argv[1]); const fs = require('fs');
const options = { ecmaVersion: 2019, sourceType: 'script', locations: true };
const faults = JSON.parse(fs.readFileSync(0, 'utf8')).flatMap(([name, source]) => {
  try { acorn.parse(source, options); return []; } catch (error) { return [`${name}: ${error.message}`]; }
});
console.log(JSON.stringify(faults));"""
NEW_CALLS = re.compile(
    r"\.(?:replaceAll|replaceChildren|at|findLast|findLastIndex|checkVisibility|toSorted|toReversed|hasOwn|groupBy"
    r"|randomUUID)\(|\bstructuredClone\(|\bIntl\.Segmenter\b|\bWeakRef\b"
)
SCRIPT = re.compile(r"<script(?![^>]*(?:application/|src=))[^>]*>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OVERLAPS = """() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('svg, script, template, .bottom-bar, .visually-hidden, select')
        || !element.checkVisibility() || getComputedStyle(element).clip === 'rect(0px, 0px, 0px, 0px)') { continue; }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      boxes.push([box.left, box.top + box.height * 0.3, box.right, box.bottom - box.height * 0.3, node.data.trim()]);
    }
  }
  const found = [];
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    if (a[4] !== b[4] && Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 1
        && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 1) {
      found.push(`${a[4].slice(0, 20)} / ${b[4].slice(0, 20)}`);
    }
  }));
  return found.slice(0, 5);
}"""

Open = Callable[..., Visitor]


def list_script_faults(scripts: dict[str, str]) -> list[str]:
    """Return the syntax that came after ES2019, by script."""
    command = [str(require("Node.js")), "-e", PARSE, str(require("acorn"))]
    given = json.dumps(list(scripts.items()))
    made = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=True)
    faults: list[str] = json.loads(made.stdout)
    return faults


def list_scripts(site: BuiltSite) -> dict[str, str]:
    """Return our own scripts, those in pages too; plotly's bundle is not ours, and a page does without it."""
    own = [path for path in site.site if path.endswith(".js") and "plotly" not in Path(path).name]
    scripts = {path: site.read(path).decode("utf-8") for path in own}
    inline = {path: "\n".join(SCRIPT.findall(html)) for path, html in site.pages.items()}
    return {**scripts, **{path: source for path, source in inline.items() if source}}


def list_stylesheets(site: BuiltSite) -> dict[str, str]:
    """Return all styles, those in pages too."""
    own = {path: site.read(path).decode("utf-8") for path in site.site if path.endswith(".css")}
    inline = {path: "\n".join(STYLE.findall(html)) for path, html in site.pages.items()}
    return {**own, **{path: css for path, css in inline.items() if css}}


def read_words(text: str) -> str:
    """Return a text without its white space."""
    return re.sub(r"\s", "", text)


def open_aged(visit: Open, site: BuiltSite, **options: Any) -> Visitor:
    """Visit without scripts and with the styles as an old engine reads them."""
    visitor = visit(**options, java_script_enabled=False)
    aged = {
        path.rpartition("/")[2]: render_as_read(css)
        for path, css in list_stylesheets(site).items()
        if path.endswith(".css")
    }
    visitor.page.route(
        "**/*.css",
        lambda route: route.fulfill(body=aged[route.request.url.rpartition("/")[2]], content_type="text/css"),
    )
    return visitor


@pytest.mark.needs("Node.js", "acorn")
def test_scripts_keep_to_old_syntax(built_site: BuiltSite) -> None:
    """Every script is ES2019 at most: one newer mark, and an old engine drops the whole file."""
    scripts = list_scripts(built_site)
    assert len(scripts) >= 1
    assert list_script_faults(scripts) == []


@pytest.mark.needs("Node.js", "acorn")
def test_new_syntax_is_found() -> None:
    """Optional chaining, `??`, class fields and numeric separators would be found."""
    slips = {
        "a": "x?.y",
        "b": "x ?? y",
        "c": "class A { b = 1 }",
        "d": "1_000",
        "e": "try { f() } catch { g() }",
    }
    assert [fault[0] for fault in list_script_faults(slips)] == ["a", "b", "c", "d"]


def test_scripts_call_nothing_new(built_site: BuiltSite) -> None:
    """No script calls a method that came later, except where it has asked for it first."""
    found = {path: NEW_CALLS.findall(source) for path, source in list_scripts(built_site).items()}
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_styles_keep_to_old_ways(built_site: BuiltSite) -> None:
    """No nesting, layers, `:is`, `inset` or gaps in flex boxes; a new selector stands alone, a new value has a plain one before it."""
    sheets = list_stylesheets(built_site)
    assert sum(1 for css in sheets.values() for _ in read_rules(css)) > 100
    assert {path: faults for path, css in sheets.items() if (faults := list_faults(css))} == {}


@pytest.mark.parametrize(
    "css",
    [
        "@layer base { a { color: red } }",
        "@container (width > 1em) { a { color: red } }",
        "@media (width >= 700px) { a { color: red } }",
        "a { color: red; &:hover { color: blue } }",
        "a:hover, a:focus-visible { color: red }",
        ".x:has(a) { color: red }",
        ":is(h1, h2) { color: red }",
        ".x { inset: 0 }",
        ".x { aspect-ratio: 1 }",
        ".x { display: flex; gap: 1rem }",
        ".x { margin-inline: auto }",
        ".x { width: min(1rem, 10%) }",
        ".x { height: 100dvh }",
    ],
)
def test_new_ways_are_found(css: str) -> None:
    """Each way of writing that an old engine loses is one fault."""
    assert len(list_faults(css)) >= 1


def test_harmless_news_is_let_through() -> None:
    """What an old engine skips without harm is no fault: refinements, grid gaps, a plain value first, a selector alone."""
    css = """a:focus-visible { outline: 1px solid } .x { display: grid; gap: 1rem } h1 { text-wrap: balance }
      .y { height: 100vh; height: 100dvh } @media (forced-colors: active) { a { color: LinkText } }
      @page { margin: 1cm; @bottom-center { content: counter(page) } }"""
    assert list_faults(css) == []
    assert "focus-visible" not in render_as_read(css)
    assert "100vh" in render_as_read(css)
    assert "dvh" not in render_as_read(css)


@pytest.mark.browser
@pytest.mark.parametrize("options", [PHONE, WIDE], ids=["phone", "wide"])
def test_old_engine_shows_pages_whole(visit: Open, built_site: BuiltSite, options: dict[str, Any]) -> None:
    """With what an old engine reads of the styles, no words lie over others and nothing sticks out."""
    visitor = open_aged(visit, built_site, **options)
    wrong = {}
    for path in PAGES:
        page = visitor.open(path)
        if found := (page.evaluate(OVERLAPS), max(0, page.evaluate(OVERFLOW))):
            wrong[path] = found
    assert {path: found for path, found in wrong.items() if found != ([], 0)} == {}


@pytest.mark.browser
@pytest.mark.parametrize("styled", [True, False], ids=["styled", "plain"])
def test_full_text_reads_in_order(visit: Open, built_site: BuiltSite, styled: bool) -> None:
    """Without scripts, and without styles too, every paragraph of the report is shown once, in the official order."""
    visitor = visit(**WIDE, java_script_enabled=False)
    if not styled:
        visitor.page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    shown = read_words(visitor.open("2023/full.html").inner_text("main"))
    report = built_site.report_findings.report
    place = 0
    for section in report.sections:
        for span in section.paragraphs:
            words = read_words(report.display.of(span))
            found = shown.find(words, place)
            assert found >= 0, words[:40]
            place = found + len(words)


@pytest.mark.browser
def test_section_reads_in_order_without_styles(visit: Open, built_site: BuiltSite) -> None:
    """Without styles and scripts a section page says first whose site it is, then the text, then its numbers, then the foot."""
    visitor = visit(**PHONE, java_script_enabled=False)
    visitor.page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    shown = read_words(visitor.open(SECTION).inner_text("body"))
    report = built_site.report_findings.report
    section = next(section for section in report.pages if SECTION.endswith(f"/{section.slug}.html"))
    text = read_words(report.display.of(section.paragraphs[0]))
    marks = [built_site.findings.project.site.name, text, "这一节的数字", "上一节", "CCBY4.0"]
    places = [shown.find(read_words(mark)) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)
