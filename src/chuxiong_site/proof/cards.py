"""Prove the pictures that links are shown with: which page has which, of what size, and every word that one draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from ..model.findings import Findings
from ..model.site import Site, compute_digest, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.png import ShownPicture, read_png
from .faults import create_fault
from .scopes.cards import FOLDER, JOINT, SIZE, list_cards
from .scopes.data import locate_section

LABELS = ("og:image:width", "og:image:height", "og:image:alt", "twitter:card")
EARLIER = re.compile(r"indicators/[^/]+/\d+\.html")
INDICATOR = re.compile(r"indicators/([^/]+)\.html")
LARGE = "summary_large_image"


def check_cards(findings: Findings, files: Site) -> Iterator[Problem]:
    """Yield faults of the pictures of a report."""
    wanted = {f"{FOLDER}{page.removesuffix('.html')}.png": words for page, words in list_cards(findings)}
    for path in sorted(path for path in files if path.startswith(FOLDER)):
        picture = read_png(read_artifact(files, path))
        if picture is None:
            yield create_fault(path, "不是完好的、写着画了什么的 PNG", "预览图")
        elif path in wanted:
            yield from _check_picture(path, picture, wanted[path])


def check_shown_cards(findings: Findings, site: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of what pages say of pictures."""
    near = {card for path in pages for card in _find_card(findings, path) if card in site}
    shown = {card: picture for card in sorted(near) if (picture := read_png(read_artifact(site, card)))}
    for path, page in pages.items():
        yield from _check_page(findings, site, shown, path, page)


def _check_picture(path: str, picture: ShownPicture, words: tuple[str, ...]) -> Iterator[Problem]:
    if (picture.width, picture.height) != SIZE:
        yield create_fault(path, f"{picture.width} × {picture.height} 像素", f"{SIZE[0]} × {SIZE[1]} 像素")
    for index in range(max(len(picture.words), len(words))):
        ours, theirs = (lines[index] if index < len(lines) else "" for lines in (picture.words, words))
        if _squeeze(ours) != _squeeze(theirs):
            yield create_fault(path, f"预览图写着「{ours}」", f"「{theirs}」")
            return


def _check_page(
    findings: Findings, site: Site, shown: Mapping[str, ShownPicture], path: str, page: BuiltPage
) -> Iterator[Problem]:
    """Yield a fault where a page names another picture than its own, else its report's, or describes it wrongly."""
    base = findings.project.site.base_url.rstrip("/")
    told = {
        said.role.removeprefix("meta:"): said.text
        for said in page.utterances
        if said.role.startswith("meta:")
    }
    name = _find_card(findings, path)
    own = next((card for card in name if card in shown), None) if base and page.canonical else None
    labels = dict.fromkeys(LABELS, "")
    if own is not None:
        picture = shown[own]
        labels = dict(
            zip(
                LABELS,
                (str(picture.width), str(picture.height), _squeeze(JOINT.join(picture.words)), LARGE),
                strict=True,
            )
        )
        labels["og:image"] = f"{base}/{quote(own)}?v={compute_digest(read_artifact(site, own))}"
    for label, words in labels.items():
        if _squeeze(told.get(label, "")) != words:
            yield create_fault(path, f"{label} 是「{told.get(label, '')}」", f"「{words}」")


def _find_card(findings: Findings, path: str) -> tuple[str, ...]:
    """Return the pictures that a page may be shown with, the nearest first; none for a page in English, or of earlier values.

    Nearest to the page of an indicator is that of the section in which the newest report states it first.
    """
    if path.startswith("en/") or EARLIER.fullmatch(path):
        return ()
    newest = findings.reports[0]
    if match := INDICATOR.fullmatch(path):
        stated = (fact for fact in newest.facts if fact.indicator.id == match[1])
        pages = [locate_section(newest.report, fact.section) for fact in stated][:1]
        return tuple(
            f"{FOLDER}{page.removesuffix('.html')}.png" for page in (*pages, f"{newest.report.id}/index.html")
        )
    reports = [report.id for report in findings.project.reports]
    folder = path.partition("/")[0]
    report = folder if folder in reports and "/" in path else findings.reports[0].report.id
    return f"{FOLDER}{path.removesuffix('.html')}.png", f"{FOLDER}{report}/index.png"


def _squeeze(text: str) -> str:
    """Return words without white space, in which lines of one text differ."""
    return "".join(text.split())
