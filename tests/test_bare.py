"""What does a site show where its content says nothing: no empty marks, no dead links, no pages without content?"""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from built import FIXTURES, ROOT, BuiltSite, build_project
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import build_site
from chuxiong_site.model.site import read_artifact
from sample_projects import copy_fixture, replace_in, reseal

EMPTY = re.compile(
    r"，，|、、|，。|、。|：。|：，|（）|《》|「」|\(\)|· ·|\bNone\b|\bUndefined\b|\[\]|；；|^[，、；：·。].|.[，；·]$|^发布$"
)
"""What is left of a sentence whose field is empty."""
BASE_URL = "https://example.org/bare/"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the site of a report that has a title and two paragraphs, and nothing else."""
    return build_project(FIXTURES / "bare", tmp_path_factory.mktemp("bare"), allowed=frozenset({"W411"}))


def list_words(html: str) -> list[str]:
    """Return the text of every block of a page, and what its head says of it."""
    tree = LexborHTMLParser(html)
    for node in tree.css("script, style"):
        node.decompose()
    heads = [node.attributes.get("content") or "" for node in tree.css("meta")]
    [title] = [node.text() for node in tree.css("title")]
    blocks = tree.css("p, li, dt, dd, h1, h2, h3, th, td, summary, legend, label")
    return [" ".join(words.split()) for words in (title, *heads, *(block.text() for block in blocks))]


def find_empty(words: list[str]) -> list[str]:
    """Return the words with an empty mark in them."""
    return [text for text in words if EMPTY.search(text)]


def test_empty_marks_are_found() -> None:
    """What an empty field leaves behind is seen; sound sentences are not."""
    left = ["来源：，报告。", "，2024年发布", "《》", "（）", "甲，", "None", "发布", "甲 · ·乙"]
    assert find_empty(left) == left
    assert find_empty(["来源：某报告。", "甲、乙", "（原页未填）", "2024年发布", "，", "主要有："]) == []


def test_no_page_has_empty_marks(bare: BuiltSite) -> None:
    """No sentence of any page, nor of its head, shows that something is missing."""
    assert {path: found for path, html in bare.pages.items() if (found := find_empty(list_words(html)))} == {}


def test_pages_with_nothing_are_not_made(bare: BuiltSite) -> None:
    """There is no page of numbers, problems, localities, indicators, terms or keywords, and no chart library."""
    assert set(bare.pages) == {
        "index.html", "search.html", "about.html", "404.html", "data/2023-offline.html",
        "2023/index.html", "2023/full.html", "2023/checks.html", "2023/text.html",
    }  # fmt: skip
    assert [path for path in bare.site if "plotly" in path or "charts" in path] == []


def test_nothing_is_promised(bare: BuiltSite) -> None:
    """No page names what the report does not have."""
    said = "".join(bare.pages.values())
    for words in (
        "问题与安排",
        "提到的",
        "公开要素",
        "全部数字</a>",
        "plotly",
        "要素对照",
        "主要数字",
        "官方原页（",
    ):
        assert words not in said, words


def test_files_say_nothing_empty(bare: BuiltSite) -> None:
    """Package, README and linked data leave out what is not known."""
    package = json.loads(bare.read("data/datapackage.json"))
    assert package["sources"] == [{"title": bare.report_findings.report.title}]
    with zipfile.ZipFile(BytesIO(bare.read("data/2023.zip"))) as archive:
        readme = archive.read("2023/README.txt").decode("utf-8")
    assert [line for line in readme.splitlines() if EMPTY.search(line.strip())] == []
    assert '""' not in re.findall(r'ld\+json">(.*?)</script>', bare.pages["2023/index.html"])[0]


def test_with_an_address(tmp_path: Path) -> None:
    """Under an address the sitemap names the pages that there are; without a date there is no feed, nor a link to one."""
    content = copy_fixture("bare", tmp_path)
    options = Options(content=content, out=tmp_path / "_site", root=ROOT, base_url=BASE_URL)
    outcome = build_site(options)
    assert outcome.site is not None
    assert {problem.code for problem in outcome.problems} <= {"W411"}
    assert "feed.xml" not in outcome.site
    assert b"feed.xml" not in read_artifact(outcome.site, "index.html")
    assert b"facts.html" not in read_artifact(outcome.site, "sitemap.xml")


FIELDS = ("index_number", "publisher", "published", "source_url")


@pytest.mark.parametrize("field", FIELDS)
def test_one_field_empty(field: str, tmp_path: Path) -> None:
    """A field that the official page left empty leaves no mark behind on any page, whichever it is."""
    content = copy_fixture("small", tmp_path)
    head, line = content / "reports" / "2023.md", ""
    for line in head.read_text(encoding="utf-8").splitlines():
        if line.strip().startswith(f"{field}:"):
            break
    key, _, value = line.partition(": ")
    replace_in(head, line, f'{key}: ""')
    if field != "source_url":
        replace_in(head.with_suffix(".txt"), value, "")
        reseal(head)
    outcome = build_site(Options(content=content, out=tmp_path / "_site", root=ROOT))
    assert outcome.site is not None, [problem.found for problem in outcome.problems]
    pages = {
        path: read_artifact(outcome.site, path).decode("utf-8")
        for path in outcome.site
        if path.endswith(".html")
    }
    assert {path: found for path, html in pages.items() if (found := find_empty(list_words(html)))} == {}


def test_one_section_with_a_number(tmp_path: Path) -> None:
    """A report of one section with one number, without headline and terms: it is proved, and its empty pages are left out."""
    content = copy_fixture("bare", tmp_path)
    text = "白杨街道办事处便民服务情况的报告\n\n一、工作情况\n\n共办理事项{}。\n"
    report = content / "reports" / "2023.md"
    report.with_suffix(".txt").write_text(text.format("12件"), encoding="utf-8", newline="\n")
    head = report.read_text(encoding="utf-8").partition("\n---\n")[0].replace('"0": text', '"1": work')
    report.write_text(f"{head}\n---\n\n" + text.format("[12件]{fact=items}"), encoding="utf-8", newline="\n")
    reseal(report)
    (content / "indicators.yaml").write_text(
        "themes: {a: 服务}\nindicators:\n"
        "  items: {name: 办理的事项, measure: count, unit: 件, scope: 报告未明示, theme: a}\n",
        encoding="utf-8",
        newline="\n",
    )
    built = build_project(content, tmp_path / "_site", allowed=frozenset({"W411"}))
    assert {"2023/facts.html", "indicators.html", "2023/work.html"} <= set(built.pages)
    assert not {"2023/follow-up.html", "2023/places.html", "terms.html", "keywords.html"} & set(built.pages)
    assert {
        path: found for path, html in built.pages.items() if (found := find_empty(list_words(html)))
    } == {}
