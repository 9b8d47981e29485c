"""Is every page that readers share shown with a picture of what it is about, and of nothing else?"""

from __future__ import annotations

import re
from html import unescape

import pytest

from built import BuiltSite
from chuxiong_site.proof.documents.png import ShownPicture, read_png
from chuxiong_site.rendering.cards.describe import LONGEST_NAME, LONGEST_QUOTE

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
        ("indicators/service-items.html", "2023/index"),
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
