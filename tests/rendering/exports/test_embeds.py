"""Can a chart stand in another site's page, with its source, and is the code for it shown with the chart?"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from html import unescape

import pytest

from built import BuiltSite
from chuxiong_site.charts import compute_chart_records
from chuxiong_site.proof import prove_site
from chuxiong_site.proof.documents.html import read_page
from chuxiong_site.rendering.elsewhere.embeds import describe_embed_code

PATH = "embed/2023-disputes.html"


def test_every_chart_has_a_page(built_site: BuiltSite) -> None:
    """There is one page a chart, named by report and chart."""
    wanted = {
        f"embed/{record.report_id}-{record.id}.html" for record in compute_chart_records(built_site.findings)
    }
    found = {path for path in built_site.site if path.startswith("embed/")}
    assert found == wanted | {"embed/frame_size.js"}


def test_the_page_says_what_the_chart_says(built_site: BuiltSite) -> None:
    """Finding, unit, scope, picture, sentence, table and source are on the page."""
    record = next(r for r in compute_chart_records(built_site.findings) if r.id == "disputes")
    words = defaultdict(list)
    for said in read_page(built_site.read(PATH)).utterances:
        words[said.role].append(said.text)
    assert words["chart__title"] == [record.title]
    assert words["chart__label"] == [row.label for row in record.rows]
    assert words["column:数值"] == [row.shown for row in record.rows]
    html = built_site.pages[PATH]
    assert f"{record.report_id}年度；单位：{record.unit}；范围：{record.scope}" in html
    assert built_site.report_findings.report.disclosure.publisher in html
    assert built_site.findings.project.site.notice in html


def test_links_leave_the_frame(built_site: BuiltSite) -> None:
    """Every link opens in the reader's window, none inside the frame."""
    links = re.findall(r"<a\b[^>]*>", built_site.pages[PATH])
    assert links
    assert all('target="_top"' in link for link in links)


def test_the_page_is_not_for_search_engines(built_site: BuiltSite) -> None:
    """The page asks not to be indexed, runs only the script that tells its height, and claims no labels of a page."""
    html = built_site.pages[PATH]
    assert '<meta name="robots" content="noindex">' in html
    [script] = re.findall(r"<script[^>]*>", html)
    assert re.fullmatch(r'<script src="\.\./assets/embed\.[0-9a-f]{8}\.js" defer>', script)
    assert "script-src 'self';" in html
    assert 'rel="canonical"' not in html
    assert "SiteName" not in html


def test_the_code_is_shown_with_the_chart(addressed_site: BuiltSite) -> None:
    """The section page shows a frame with the complete address and the chart's finding as its title."""
    codes = [
        unescape(code)
        for code in re.findall(r"(?s)<code>(.*?)</code>", addressed_site.pages["2023/disputes.html"])
    ]
    [code] = [code for code in codes if "2023-disputes.html" in code]
    assert code.startswith('<iframe src="https://example.org/r/embed/2023-disputes.html" title="')
    assert code.endswith('<script src="https://example.org/r/embed/frame_size.js" async></script>')
    assert "请在 src 的开头补上" not in addressed_site.pages["2023/disputes.html"]


@pytest.mark.parametrize(
    ("base_url", "address"),
    [("", "embed/2023-disputes.html"), ("https://a.cn/", "https://a.cn/embed/2023-disputes.html")],
)
def test_the_address_is_complete_only_when_known(built_site: BuiltSite, base_url: str, address: str) -> None:
    """Without a base URL the address begins at the site's root, and the page says so."""
    record = next(r for r in compute_chart_records(built_site.findings) if r.id == "disputes")
    site = replace(built_site.findings.project.site, base_url=base_url)
    code = describe_embed_code(site, record)
    assert f'src="{address}"' in code.code
    assert code.absolute is bool(base_url)
    assert "请在 src 的开头补上本站的网址" in built_site.pages["2023/disputes.html"]


def test_a_title_cannot_end_the_code(built_site: BuiltSite) -> None:
    """Quotation marks in a finding are escaped in the frame's title."""
    record = next(r for r in compute_chart_records(built_site.findings) if r.id == "disputes")
    part = replace(record.title_parts[0], text='"><script>')
    hostile = replace(record, title_parts=(part,))
    assert (
        'title="&#34;&gt;&lt;script&gt;"'
        in describe_embed_code(built_site.findings.project.site, hostile).code
    )


def test_a_program_learns_how_to_put_it_in(addressed_site: BuiltSite) -> None:
    """A chart's page leads to its oEmbed answer: version, type, size, the code that readers copy, a picture."""
    html = addressed_site.pages[PATH]
    [link] = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)">', html)
    assert link == "https://example.org/r/embed/2023-disputes.json"
    answer = json.loads(addressed_site.read("embed/2023-disputes.json"))
    record = next(r for r in compute_chart_records(addressed_site.findings) if r.id == "disputes")
    frame = describe_embed_code(addressed_site.findings.project.site, record)
    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", record.title)
    assert (answer["html"], answer["height"]) == (frame.code, frame.height)
    assert isinstance(answer["width"], int)
    card = answer["thumbnail_url"].removeprefix("https://example.org/r/").partition("?")[0]
    assert card in addressed_site.site
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (1200, 630)


def test_without_an_address_there_is_no_answer(built_site: BuiltSite) -> None:
    """An answer has complete addresses, or there is none."""
    assert not [path for path in built_site.site if path.startswith("embed/") and path.endswith(".json")]
    assert "oembed" not in built_site.pages[PATH]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("embed/2023-disputes.json", "100%", "101%"),
        ("embed/2023-disputes.json", '"rich"', '"video"'),
        ("embed/2023-disputes.json", "disputes.html", "dispute.html"),
        ("embed/2023-disputes.json", "}\n", ""),
        (PATH, "script-src 'self'", "script-src *"),
        (PATH, "2023-disputes.json", "2023-dispute.json"),
        ("2023/disputes.html", "embed/frame_size.js", "embed/frame_sizes.js"),
    ],
)
def test_a_change_is_found(addressed_site: BuiltSite, path: str, old: str, new: str) -> None:
    """Another number, kind, address or policy, and the proof names the file."""
    assert addressed_site.prove_changed(path, old, new)


def test_a_lost_script_is_found(built_site: BuiltSite) -> None:
    """Pages of other sites ask for the script for years: without it the proof names the charts that do."""
    rest = {path: data for path, data in built_site.site.items() if path != "embed/frame_size.js"}
    assert PATH in {problem.place.file for problem in prove_site(built_site.findings, rest)}
