"""Does reading the built site back find every kind of damage? Each test damages one surface and is told so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from built import BuiltSite
from chuxiong_site.model.site import Artifact
from chuxiong_site.problems import Problem
from chuxiong_site.rendering import check_site

DISPUTES = "2023/disputes.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What is changed in one file, and a word that the report of it has to hold."""

    path: str
    old: str
    new: str
    said: str
    group: int = 0
    """Which group of `old` is replaced by `new`."""


def substitute(text: str, damage: Damage) -> str:
    """Change the first place that matches; a change that changes nothing is a mistake of the test."""
    match = re.search(damage.old, text, re.DOTALL)
    assert match is not None, f"{damage.old} is nowhere in {damage.path}"
    start, end = match.span(damage.group)
    changed = text[:start] + damage.new + text[end:]
    assert changed != text
    return changed


def harm(site: BuiltSite, damage: Damage) -> Mapping[str, Artifact]:
    """Return the site with the damage done."""
    text = site.read(damage.path).decode("utf-8")
    return {**site.site, damage.path: substitute(text, damage).encode("utf-8")}


def check(site: BuiltSite, damaged: Mapping[str, Artifact]) -> list[Problem]:
    """Read a damaged site back."""
    return check_site(site.findings, damaged)


IN_FIGURE = r'data-chart="disputes".*?'


def damage_figure(old: str, new: str, *, said: str = "") -> Damage:
    """Return the damage that puts `new` for the marked part of the chart on the section's page."""
    return Damage(path=DISPUTES, old=IN_FIGURE + old, group=1, new=new, said=said or new)


DAMAGES = {
    "digit in prose": Damage(
        path=DISPUTES,
        old=r'data-fact="disputes-found"[^>]*>(23760)',
        group=1,
        new="41908",
        said="41908",
    ),
    "word in prose": Damage(path=DISPUTES, old="共排查矛盾", new="共排查到矛盾", said="到矛盾"),
    "space in prose": Damage(path=DISPUTES, old="共排查矛盾", new="共排查 矛盾", said=" 矛盾"),
    "digit without tag": Damage(path=DISPUTES, old="97.65%</a>。", new="97.65%</a>余。", said="余。"),
    "digit on the full page": Damage(
        path="2023/full.html", old=r">(23760)件?<", group=1, new="41093", said="41093"
    ),
    "captured mark": Damage(path="2023/full.html", old='data-raw=","', new='data-raw="."', said="."),
    "digit in the preamble elsewhere": Damage(
        path="2023/index.html",
        old=r'data-official-text="0">.*?(2023年)',
        group=1,
        new="2032年",
        said="32年",
    ),
    "digit on a card": Damage(
        path="index.html",
        old=r'data-fact="hotline-requests"[^>]*>(58316)',
        group=1,
        new="72824",
        said="72824",
    ),
    "value of a card": Damage(
        path="index.html", old=r'value="(58316)" data-fact', group=1, new="72824", said="72824"
    ),
    "missing card": Damage(
        path="index.html", old=r'data-fact="hotline-requests"', new="", said="hotline-requests"
    ),
    "digit in the section's table": Damage(
        path=DISPUTES,
        old=r'<data [^>]*data-fact="disputes-found"[^>]*>(23760)',
        group=1,
        new="4190",
        said="4190",
    ),
    "digit on the facts page": Damage(
        path="2023/facts.html",
        old=r'data-fact="disputes-found"[^>]*>(23760)',
        group=1,
        new="41904",
        said="41904",
    ),
    "order on the facts page": Damage(
        path="2023/facts.html", old=r'data-value="(23760)"', group=1, new="41902", said="41902"
    ),
    "missing row": Damage(
        path="2023/facts.html", old=r'<tr id="_row-disputes-found".*?</tr>', new="", said="89 个数字"
    ),
    "digit in the catalogue": Damage(
        path="indicators.html",
        old=r'data-fact="disputes-found"[^>]*>(23760)',
        group=1,
        new="41904",
        said="41904",
    ),
    "digit in a check": Damage(
        path="2023/checks.html",
        old=r'data-fact="disputes-found"[^>]*>(23760)',
        group=1,
        new="41904",
        said="41904",
    ),
    "unknown fact": Damage(
        path=DISPUTES, old='data-fact="disputes-found"', new='data-fact="disputes-lost"', said="disputes-lost"
    ),
    "chart title": damage_figure(r'chart__title"[^>]*>.*?(23760)', "41930"),
    "word in a chart title": damage_figure(r'chart__title"[^>]*>(排查)', "查获"),
    "chart picture": damage_figure(r'chart__value"[^>]*>(23760)', "41913"),
    "label in a chart picture": damage_figure(r'chart__label">(排查)', "查获"),
    "chart sentence": damage_figure(r'chart__sentence"[^>]*>.*?(23202)', "41195"),
    "chart note": damage_figure(r'chart__note">.*?(12480)', "16507"),
    "chart table": damage_figure(r'chart__cell"[^>]*><a[^>]*>(23760)', "41093"),
    "caption of a chart table": damage_figure(r'table-caption visually-hidden">.*?(23760)', "41093"),
    "value in a Plotly figure": damage_figure(r'"x":\[(23760)', "41093"),
    "text in a Plotly figure": damage_figure(r'"text":\["(23760)', "41093"),
    "hover note of a Plotly figure": damage_figure(r'"customdata":\["[^"]*?(23760)', "41093"),
    "title of a downloaded picture": damage_figure(r'"download":.*?(23760)', "41093"),
    "title in a downloaded picture": damage_figure(r"\\u003ctitle.*?(23760)", "41093", said="下载的图"),
    "words for a downloaded picture": damage_figure(r"\\u003cdesc.*?(23760)", "41093", said="下载的图"),
    "value in a downloaded picture": damage_figure(r"\\u003ctspan.*?(23760)", "41093", said="下载的图"),
    "missing chart": Damage(
        path=DISPUTES,
        old=r'<figure class="chart"[^>]*data-chart="disputes".*?</figure>',
        new="",
        said="没有图",
    ),
    "missing figure of a chart": Damage(
        path=DISPUTES, old=r'<script type="application/json".*?</script>', new="", said="互动图"
    ),
    "digit in facts.json": Damage(
        path="data/2023/facts.json", old='"display": "(23760)件"', group=1, new="41908", said="41908"
    ),
    "value in facts.json": Damage(
        path="data/2023/facts.json", old='"value": "(23760)"', group=1, new="41908", said="41908"
    ),
    "offset in facts.json": Damage(
        path="data/2023/facts.json", old=r'"start": (\d+)', group=1, new="1", said="start"
    ),
    "name in facts.json": Damage(
        path="data/2023/facts.json", old='"name": "(排查的矛盾纠纷)"', group=1, new="矛盾", said="矛盾"
    ),
    "digit in facts.csv": Damage(path="data/2023/facts.csv", old=",23760件,", new=",41908件,", said="41908"),
    "scope in facts.csv": Damage(path="data/2023/facts.csv", old=",全州,", new=",全省,", said="全省"),
    "missing line in facts.csv": Damage(
        path="data/2023/facts.csv", old=r"\ndisputes-found,[^\n]*", new="", said="89 行"
    ),
    "numeral in numerals.json": Damage(
        path="data/2023/numerals.json", old='"text": "(23760)件"', group=1, new="41908", said="41908"
    ),
    "result in checks.json": Damage(
        path="data/2023/checks.json", old='"result": "(holds)"', group=1, new="fails", said="fails"
    ),
    "formula in checks.json": Damage(
        path="data/2023/checks.json", old="(23202)件 ÷", group=1, new="41195", said="41195"
    ),
    "digit in report.txt": Damage(path="data/2023/report.txt", old="23760", new="41908", said="字节"),
    "quotation": Damage(path="2023/follow-up.html", old="data-quote>", new="data-quote>完全", said="完全"),
    "description of a page": Damage(
        path=DISPUTES, old='name="description" content="', new='name="description" content="概述', said="概述"
    ),
    "value in a note": Damage(
        path=DISPUTES, old=r'"id":"disputes-found"[^}]*?"shown":"(23760)', group=1, new="41093", said="41093"
    ),
    "sentence in a note": Damage(
        path="2023/full.html", old=r'"sentence":"[^"]*?(23760)', group=1, new="41093", said="sentence"
    ),
    "missing note": Damage(path=DISPUTES, old=r'"id":"(disputes-found)"', group=1, new="x", said="没有注"),
    "dead address in a note": Damage(
        path=DISPUTES, old=r'"row":"[^"]*?#(_row)', group=1, new="_line", said="_line-"
    ),
    "style of the page for lost readers": Damage(
        path="404.html", old="<style>", new="<style>p{}", said="style 元素"
    ),
    "dead link": Damage(path=DISPUTES, old='href="../terms.html', new='href="../term.html', said="没有去处"),
    "link to a folder": Damage(path=DISPUTES, old='href="../index.html"', new='href="../"', said="没有去处"),
    "link from the root": Damage(
        path=DISPUTES, old='href="../index.html"', new='href="/index.html"', said="没有去处"
    ),
    "empty link": Damage(path=DISPUTES, old='href="../index.html"', new='href=""', said="没有去处"),
    "script link": Damage(
        path=DISPUTES, old='href="../index.html"', new='href="javascript:void(0)"', said="没有去处"
    ),
    "dead anchor": Damage(
        path=DISPUTES, old='href="#_row-disputes-found"', new='href="#_row-none"', said="位置不存在"
    ),
    "doubled id": Damage(path=DISPUTES, old='id="_facts"', new='id="_main"', said="两次"),
    "missing anchor of a fact": Damage(
        path=DISPUTES, old=' id="disputes-found"', new="", said="没有「disputes-found」"
    ),
    "foreign picture": Damage(
        path=DISPUTES, old="<main ", new='<img src="https://a.example/x.png" alt=""><main ', said="别处的文件"
    ),
    "foreign script": Damage(
        path=DISPUTES, old="</head>", new='<script src="//a.example/x.js"></script></head>', said="别处的文件"
    ),
    "missing script": Damage(
        path=DISPUTES, old=r"assets/site\.\w+\.js", new="assets/site.js", said="没有去处"
    ),
    "style attribute": Damage(path=DISPUTES, old="<main ", new='<main style="color:red" ', said="style"),
    "script in the page": Damage(
        path=DISPUTES, old="</main>", new="<script>1</script></main>", said="script"
    ),
    "handler in the page": Damage(path=DISPUTES, old="<main ", new='<main onclick="x()" ', said="onclick"),
    "second h1": Damage(path=DISPUTES, old="<h2 ", new="<h1>x</h1><h2 ", said="2 个 h1"),
    "skipped heading": Damage(path=DISPUTES, old="<h2 ", new="<h4>x</h4><h2 ", said="h4"),
    "missing paragraph": Damage(
        path=DISPUTES, old=r'<p data-official-text="1\.7">.*?</p>', new="", said="院府会商"
    ),
    "missing paragraph of the full page": Damage(
        path="2023/full.html", old=r'<p data-official-text="2\.1">.*?</p>', new="", said="（二）"
    ),
    "paragraph under another number": Damage(
        path=DISPUTES, old='<p data-official-text="1.7"', new='<p data-official-text="1.8"', said="院府会商"
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_reported(built_site: BuiltSite, name: str) -> None:
    """One change on one surface is reported, and the report says what stands there."""
    damage = DAMAGES[name]
    problems = check(built_site, harm(built_site, damage))
    words = [f"{problem.found} {problem.expected}" for problem in problems]
    assert any(damage.said in word for word in words), words
    assert {problem.code for problem in problems} == {"E601"}


def test_sound_site_has_no_fault(built_site: BuiltSite) -> None:
    """The site as it is published reads back without a single difference."""
    assert check(built_site, built_site.site) == []


@pytest.mark.parametrize(
    "path", ["2023/disputes.html", "2023/full.html", "2023/facts.html", "index.html", "data/2023/facts.csv"]
)
def test_missing_file_is_reported(built_site: BuiltSite, path: str) -> None:
    """A file that was not made is a fault, not a crash."""
    assert check(built_site, {name: data for name, data in built_site.site.items() if name != path})


def test_foreign_address_in_a_style_sheet(built_site: BuiltSite) -> None:
    """A font from elsewhere in the style sheet is reported; a picture written into it is not."""
    path = next(path for path in built_site.site if path.endswith(".css"))
    inside = {**built_site.site, path: built_site.read(path) + b"a{background:url(data:,)}"}
    foreign = {**built_site.site, path: b"@font-face{src:url('https://a.example/f.woff2')}"}
    for changed, reported in ((inside, []), (foreign, [path])):
        faults = check(built_site, changed)
        assert [fault.place.file for fault in faults if "别处" in fault.found] == reported
