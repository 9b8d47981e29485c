"""What no number shows: dead links, things from elsewhere, missing pieces. One change each, and the proof tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from rendered import Built, render_content

from chuxiong_site.proof import prove_site
from sample_projects import copy_fixture

SECTION = "2023/services.html"
FULL = "2023/full.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render the small project."""
    return render_content(copy_fixture("small", tmp_path_factory.mktemp("structure")))


def prove_changed(built: Built, path: str, old: str, new: str) -> list[str]:
    """Return what the proof says of a site with the first place changed that matches."""
    text = built.site[path].decode("utf-8")
    changed = re.sub(old, lambda match: match.expand(new), text, count=1, flags=re.DOTALL)
    assert changed != text, f"{old} is nowhere in {path}"
    problems = prove_site(built.findings, {**built.site, path: changed.encode("utf-8")})
    assert {problem.code for problem in problems} <= {"E601"}
    return [f"{problem.place.file} {problem.found} {problem.expected}" for problem in problems]


CHANGES = {
    "dead link": (SECTION, r'href="\.\./terms\.html', 'href="../term.html', "没有去处"),
    "file with a mark": (SECTION, r'href="\.\./terms\.html', 'href="../assets/%23x', "没有去处"),
    "data file with a mark": ("2023/facts.html", r'href="\.\./data/2023/facts\.csv', 'href="../data/2023/facts.csv%23x', "没有去处"),
    "address in two lines": (SECTION, r'href="\.\./terms\.html', 'href="../ter&#10;ms.html', "没有去处"),
    "link to a folder": (SECTION, r'href="\.\./index\.html"', 'href="../"', "没有去处"),
    "link from the root": (SECTION, r'href="\.\./index\.html"', 'href="/index.html"', "没有去处"),
    "empty link": (SECTION, r'href="\.\./index\.html"', 'href=""', "没有去处"),
    "script link": (SECTION, r'href="\.\./index\.html"', 'href="javascript:void(0)"', "没有去处"),
    "dead anchor": (SECTION, r'href="#_row-[\w-]+"', 'href="#_row-none"', "位置不存在"),
    "doubled id": (SECTION, r'id="_facts"', 'id="_main"', "两次"),
    "missing anchor of a fact": (SECTION, r' id="[a-z][\w-]*" data-fact', " data-fact", "没有「"),
    "unknown fact": (SECTION, r'data-fact="[\w-]+"', 'data-fact="lost"', "lost"),
    "foreign picture": (SECTION, "<main ", '<img src="https://a.example/x.png" alt=""><main ', "别处的文件"),
    "foreign script": (SECTION, "</head>", '<script src="//a.example/x.js"></script></head>', "别处的文件"),
    "missing script": (SECTION, r"assets/site\.\w+\.js", "assets/site.js", "没有去处"),
    "style attribute": (SECTION, "<main ", '<main style="color:red" ', "style"),
    "script in the page": (SECTION, "</main>", "<script>1</script></main>", "script"),
    "handler in the page": (SECTION, "<main ", '<main onclick="x()" ', "onclick"),
    "second h1": (SECTION, "<h2 ", "<h1>x</h1><h2 ", "2 个 h1"),
    "skipped heading": (SECTION, "<h2 ", "<h4>x</h4><h2 ", "h4"),
    "missing paragraph": (SECTION, r'<p data-official-text="[\d.]+">.*?</p>', "", SECTION),
    "missing paragraph of the full page": (FULL, r'<p data-official-text="2\.1">.*?</p>', "", FULL),
    "missing chart": (SECTION, r'<figure class="chart".*?</figure>', "", "没有图"),
    "missing figure of a chart": (SECTION, r'(chart".*?)<script type="application/json".*?</script>', r"\1", "互动图"),
    "missing row": ("2023/facts.html", r'<tr id="_row-[\w-]+".*?</tr>', "", "_row-"),
    "missing note": (SECTION, r'"id":"[\w-]+"', '"id":"x"', "没有注"),
    "dead address in a note": (SECTION, r'("chart":"[^"]*?#)_chart', r"\1_line", "_line-"),
    "no rows for the notes": (SECTION, r'"rows":"\.\./2023/facts', r'"rows":"../2023/full', "它自己的一行"),
    "style of the page for lost readers": ("404.html", "<style>", "<style>p{}", "style 元素"),
    "quotation": ("2023/follow-up.html", "data-quote>", "data-quote>完全", "完全"),
    "word in prose": (SECTION, r'(<p data-official-text="[\d.]+">)', r"\1甲", "甲"),
    "captured mark": (FULL, r'data-raw="."', 'data-raw="!"', "!"),
    "description of a page": (SECTION, r'(name="description" content=")', r"\1概述", "概述"),
    "order on the facts page": ("2023/facts.html", r'data-value="\d', 'data-value="9', "9"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_reported(built: Built, name: str) -> None:
    """One change on one page is reported, and the report says what stands there."""
    path, old, new, said = CHANGES[name]
    words = prove_changed(built, path, old, new)
    assert any(said in word for word in words), words


def test_sound_site_has_no_fault(built: Built) -> None:
    """The site as it is published is proved without a single difference."""
    assert prove_site(built.findings, built.site) == []


@pytest.mark.parametrize(
    "path", [SECTION, FULL, "2023/facts.html", "index.html", "data/2023/facts.csv", "data/2023/facts.xlsx"]
)
def test_missing_file_is_reported(built: Built, path: str) -> None:
    """A file that was not made is named as missing."""
    without = {name: data for name, data in built.site.items() if name != path}
    assert path in {problem.place.file for problem in prove_site(built.findings, without)}


def list_foreign(built: Built, path: str, css: bytes) -> Iterator[str]:
    """Yield the files that the proof says load something from elsewhere, with a style sheet changed."""
    for problem in prove_site(built.findings, {**built.site, path: css}):
        if "别处" in problem.found:
            yield problem.place.file


def test_foreign_address_in_a_style_sheet(built: Built) -> None:
    """A font from elsewhere in the style sheet is reported; a picture written into it is not."""
    path = next(path for path in built.site if path.endswith(".css"))
    inside = built.site[path] + b"a{background:url(data:,)}"
    assert list(list_foreign(built, path, inside)) == []
    assert list(list_foreign(built, path, b"@font-face{src:url('https://a.example/f.woff2')}")) == [path]
