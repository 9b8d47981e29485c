"""English pages are proved word by word: one digit, name, qualifier, language or link that is changed is named."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chuxiong_site.build.options import Outcome
from chuxiong_site.build.site import render_project
from chuxiong_site.model.site import read_artifact
from chuxiong_site.proof import prove_site, sorting
from sample_projects import copy_fixture, create_options, replace_in

ADDRESS = "https://example.org/r"
FACTS, CHECKS, HOME, ABOUT = "en/2023/facts.html", "en/2023/checks.html", "en/index.html", "en/about.html"


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Render the rich project under an address."""
    folder = tmp_path_factory.mktemp("english")
    outcome = render_project(create_options(copy_fixture("rich", folder), base_url=ADDRESS))
    assert outcome.site is not None
    return outcome


@pytest.fixture(scope="module", autouse=True)
def _pages_are_read_once() -> Iterator[None]:
    """Keep the pages that were read: each damage changes one of them."""
    read, sorting.read_page = sorting.read_page, functools.lru_cache(maxsize=512)(sorting.read_page)
    yield
    sorting.read_page = read


DAMAGES = (
    (FACTS, r'<td class="number">1,', '<td class="number">2,'),
    (FACTS, r'(<td class="number">)about ', r"\1at least "),
    (FACTS, r'(<td class="number">)at least ', r"\1"),
    (FACTS, r'(<td class="number">)on average ', r"\1"),
    (FACTS, r'(<td class="number">[^<]*)%', r"\1‰"),
    (FACTS, r"Service items", "Service item"),
    (FACTS, r"not stated in the report", "the whole prefecture"),
    (FACTS, r"the whole prefecture", "the prefecture"),
    (FACTS, r"agrees when recomputed", "cannot be recomputed"),
    (FACTS, r"<p>Count</p>", "<p>Share</p>"),
    (FACTS, r'(<td class="number"><a href="[^"#]*#)[^"]*"', r'\1_main"'),
    (FACTS, r'(<td><a href="\.\./\.\./2023/)[^"]*"', r'\1full.html"'),
    (FACTS, r'(checks\.html#_check-)[^"]*"', r'\1online-items"'),
    (FACTS, r'<p lang="zh-CN" data-quote>(.)', r'<p lang="zh-CN" data-quote>'),
    (FACTS, r"in the order of the text", "in no order"),
    (FACTS, r'lang="zh-CN" data-quote', "data-quote"),
    (FACTS, r'<html lang="en"', '<html lang="zh-CN"'),
    (FACTS, r'hreflang="x-default" href="[^"]*"', 'hreflang="x-default" href="https://example.org/r/"'),
    (FACTS, r'<a href="[^"]*" lang="zh-CN" hreflang="zh-CN">中文', '<a href="../../index.html" lang="zh-CN" hreflang="zh-CN">中文'),
    ("2023/facts.html", r'<link rel="alternate" hreflang="en"[^>]*>', ""),
    ("2023/facts.html", r'<a href="[^"]*" lang="en" hreflang="en">English', '<a href="../en/index.html" lang="en" hreflang="en">English'),
    (CHECKS, r"(\d) agree", "9 agree"),
    (CHECKS, r"has \d", "has 9"),
    (CHECKS, r'(check__formula"><span lang="zh-CN">)\d', r"\g<1>0"),
    (CHECKS, r"lies between", "lies outside"),
    (CHECKS, r"≤", "<"),
    (CHECKS, r'check__outcome">holds', 'check__outcome">does not hold'),
    (CHECKS, r"was not recomputed\.", "was recomputed."),
    (HOME, r"english__count\">\d+", 'english__count">99'),
    (HOME, r'english__names">[A-Z]', 'english__names">X'),
    (HOME, r'english-headline__figures">\d', 'english-headline__figures">0'),
    (HOME, r'<div id="_headline-1">.*?</div>', ""),
    (HOME, r"Published by ", "Not published by "),
    (ABOUT, r"No statistics", "Some statistics"),
)  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), DAMAGES)
def test_a_damage_is_named(path: str, old: str, new: str, rich: Outcome) -> None:
    """One change in a finished page, and the proof names that page."""
    assert rich.findings is not None
    assert rich.site is not None
    text = read_artifact(rich.site, path).decode()
    changed, count = re.subn(old, new, text, count=1, flags=re.DOTALL)
    assert count == 1, f"{old} stands nowhere in {path}"
    assert changed != text
    found = prove_site(rich.findings, {**rich.site, path: changed.encode()})
    assert path in {problem.place.file for problem in found}


def test_the_right_pages(rich: Outcome) -> None:
    """The complete report has English pages, the one with nameless figures none; all of them are proved."""
    assert rich.findings is not None
    assert rich.site is not None
    assert sorted(path for path in rich.site if path.startswith("en/")) == sorted(
        (FACTS, CHECKS, HOME, ABOUT)
    )
    assert prove_site(rich.findings, rich.site) == []


def test_no_english_without_a_name(tmp_path: Path) -> None:
    """One figure of the latest report without an English name: no English pages, and nothing leads to them."""
    content = copy_fixture("rich", tmp_path)
    replace_in(content / "indicators.yaml", "    name_en: Service items\n", "")
    outcome = render_project(create_options(content, base_url=ADDRESS))
    assert [problem.code for problem in outcome.problems if problem.code == "W507"] == ["W507"]
    assert outcome.site is not None
    pages = {path: data for path, data in outcome.site.items() if path.endswith(".html")}
    assert not [path for path in pages if path.startswith("en/")]
    assert not [path for path in pages if b'hreflang="' in read_artifact(outcome.site, path)]
