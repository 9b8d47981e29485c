"""Is every page that readers share shown with a picture of what it is about, and of nothing else?"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from built import BuiltSite
from chuxiong_site.charts.colours import LIGHT
from chuxiong_site.model import addresses
from chuxiong_site.proof.documents.png import ShownPicture, read_png
from chuxiong_site.rendering.cards.card import Card
from chuxiong_site.rendering.cards.describe import LONGEST_NAME, LONGEST_QUOTE
from chuxiong_site.rendering.cards.draw import draw_card
from chuxiong_site.rendering.painting.shapes import Words, read_shapes
from chuxiong_site.rendering.parts.fact_rows import describe_rows

LABEL = re.compile(r'<meta (?:name|property)="((?:og|twitter):[\w:]+)" content="([^"]*)">')
BASE = "https://example.org/r/"
HEAVIEST = 48_000
"""Bytes: a picture that a phone shows beside a link."""


def read_labels(site: BuiltSite, path: str) -> dict[str, str]:
    """Return what a page's head says to those who show links to it."""
    return {key: unescape(words) for key, words in LABEL.findall(site.pages[path])}


def read_card(site: BuiltSite, path: str) -> ShownPicture:
    """Return the picture of a page, read back."""
    card = read_png(site.read(f"cards/{path}.png"))
    assert card is not None
    return card


@pytest.mark.parametrize(
    ("page", "card"),
    [
        ("2023/index.html", "2023/index"),
        ("2023/disputes.html", "2023/disputes"),
        ("2023/facts.html", "2023/facts"),
        ("2023/checks.html", "2023/checks"),
        ("2023/follow-up.html", "2023/follow-up"),
        ("2023/full.html", "2023/index"),
        ("2022/full.html", "2022/index"),
        ("index.html", "2023/index"),
        ("indicators/service-items.html", "2023/services"),
        ("search.html", "2023/index"),
    ],
)
def test_a_page_has_its_own_picture_or_its_reports(addressed_site: BuiltSite, page: str, card: str) -> None:
    """The address is whole and names the bytes; size and words are those of the file."""
    labels = read_labels(addressed_site, page)
    assert labels["og:image"].startswith(f"{BASE}cards/{card}.png?v=")
    picture = read_card(addressed_site, card)
    assert (labels["og:image:width"], labels["og:image:height"]) == ("1200", "630")
    assert labels["og:image:alt"].split("；")[0] == picture.words[0]
    assert labels["twitter:card"] == "summary_large_image"


def test_an_indicator_is_shown_with_its_section(addressed_site: BuiltSite) -> None:
    """What an indicator's page is shown with is the card of the section that states it in the newest report, and no other."""
    for path in (path for path in addressed_site.pages if re.fullmatch(r"indicators/[^/]+\.html", path)):
        facts = addressed_site.report_findings.facts_of(path[11:-5])
        stated = {
            addresses.fact_href(addressed_site.report_findings.report, fact).partition("#")[0]
            for fact in facts
        }
        shown = (
            read_labels(addressed_site, path)["og:image"].removeprefix(f"{BASE}cards/").partition(".png")[0]
        )
        assert f"{shown}.html" in (stated or {"2023/index.html"}), path


def test_another_section_is_found(addressed_site: BuiltSite) -> None:
    """An indicator that is shown with the whole report's card, or another section's, is named."""
    path = "indicators/service-items.html"
    card = read_labels(addressed_site, path)["og:image"]
    for other in ("2023/index.html", "2023/disputes.html"):
        assert addressed_site.prove_changed(path, card, read_labels(addressed_site, other)["og:image"])


def test_english_pages_keep_the_mark(addressed_site: BuiltSite) -> None:
    """A picture with Chinese words is not what a page in English is shown with."""
    labels = read_labels(addressed_site, "en/index.html")
    assert labels["og:image"].startswith(f"{BASE}assets/icon.")
    assert "og:image:alt" not in labels
    assert "twitter:card" not in labels


def test_without_an_address_there_are_none(built_site: BuiltSite) -> None:
    """Nobody could fetch them, so none is made."""
    assert not [path for path in built_site.site if path.startswith("cards/")]


def test_every_section_has_one(addressed_site: BuiltSite) -> None:
    """Each names its section, its report, and that the site is not official."""
    report = addressed_site.report_findings.report
    notice = addressed_site.findings.project.site.notice
    for path in addressed_site.section_paths:
        words = read_card(addressed_site, path.removesuffix(".html")).words
        assert words[0] == report.title
        assert words[-1] == notice.split("\n")[-1]


def test_figures_are_printed_values(addressed_site: BuiltSite) -> None:
    """Up to three, headline figures first, each with its name."""
    report_findings = addressed_site.report_findings
    words = read_card(addressed_site, "2023/facts").words
    figures = [line.partition("：") for line in words[3:-2]]
    assert 0 < len(figures) <= 3
    first = report_findings.fact(report_findings.report.headline[0])
    assert first is not None
    assert figures[0][0].startswith(first.indicator.name)
    assert figures[0][2] == first.display


def test_nothing_is_cut_off(addressed_site: BuiltSite) -> None:
    """What is longer than a card can hold is left out whole."""
    for path in (path for path in addressed_site.site if path.startswith("cards/")):
        for line in read_card(addressed_site, path.removeprefix("cards/").removesuffix(".png")).words:
            assert "…" not in line
            assert len(line) <= max(LONGEST_QUOTE, LONGEST_NAME + 20)


def test_they_are_light(addressed_site: BuiltSite) -> None:
    """None weighs more than a small photograph."""
    weights = {
        path: len(addressed_site.read(path)) for path in addressed_site.site if path.startswith("cards/")
    }
    assert len(weights) > 20
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}


def list_places(svg: str) -> list[tuple[float, float, str]]:
    """Return where each line of a card's text stands, and the line."""
    _, shapes = read_shapes(svg, 1.0)
    return [(*shape.place, shape.text) for shape in shapes if isinstance(shape, Words) and shape.place]


@pytest.mark.parametrize("title", ["序", "（十二）" + "持续推动基层治理体系和治理能力现代化建设" * 3])
@pytest.mark.parametrize("notice", ["本站不是官方网站。", "本站为独立整理的可读版，非政府官方网站；" * 6])
def test_everything_fits(addressed_site: BuiltSite, title: str, notice: str) -> None:
    """With the longest title, notice and names that there may be, no text lies on another or off the card."""
    report_findings = addressed_site.report_findings
    rows = describe_rows(report_findings, report_findings.facts[:3], {})
    rows = tuple(replace(row, name="县乡两级" * 6, role="压缩后", name_note="") for row in rows)
    quote = "推进政务服务标准化、规范化、便利化，" * 6
    foot = ("青禾年报站", notice)
    kicker = ("青禾州2023年度依法行政情况报告", "一、主要工作开展情况和成效")
    for card in (
        Card(page="", kicker=kicker, title=title, figures=rows, foot=foot),
        Card(page="", kicker=kicker, title=title, quote=quote, foot=foot),
        Card(
            page="",
            kicker=kicker,
            title=title,
            lead=("14 个比率：5 个复算相符，9 个没有复算",) * 8,
            foot=foot,
        ),
        Card(
            page="",
            kicker=kicker,
            title=title,
            lead=("9 条问题，都没有找到",),
            note=quote,
            discs=(True,) * 60,
            foot=foot,
        ),
    ):
        places = list_places(draw_card(card, LIGHT))
        feet = len("".join(foot)) // 50 + 1
        assert all(20 < x < 1180 and 20 < y < 610 for x, y, _ in places)
        above, below = max(y for _, y, _ in places[:-feet]), min(y for _, y, _ in places[-feet:])
        assert above + 14 < below, card
