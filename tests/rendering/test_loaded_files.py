"""Can a cache ever hand an old file to a new page? Every loaded file says in its address which bytes it has."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from chuxiong_site.build.site import render_project
from chuxiong_site.model.site import Site, read_artifact
from chuxiong_site.proof.loaded import check_loaded
from chuxiong_site.proof.making import describe_making
from chuxiong_site.proof.sorting import read_pages
from sample_projects import copy_fixture, create_options, replace_in, reseal

LOADING = re.compile(
    r'<(?:script|img|iframe|source|use)\b[^>]*? (?:src|href)="([^"]+)"'
    r'|<link rel="(?:stylesheet|icon|apple-touch-icon)" href="([^"]+)"'
    r'|<meta name="plotly-src" content="([^"]+)"|data-search-box="([^"]+)"'
)
"""Everything by which a page or its script asks for a file."""


def render(content: Path) -> Site:
    """Render a content folder."""
    outcome = render_project(create_options(content))
    assert outcome.site is not None, outcome.problems
    return outcome.site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Render two years."""
    return render(copy_fixture("two_years", tmp_path_factory.mktemp("loaded")))


def list_loaded(site: Site) -> Iterator[tuple[str, str]]:
    """Yield (page, address) of every file that a page asks for, files inside the page left out."""
    for path in site:
        if path.endswith(".html"):
            for groups in LOADING.findall(read_artifact(site, path).decode("utf-8")):
                for address in " ".join(groups).split():
                    if not address.startswith(("data:", "#")):
                        yield path, address


def test_every_loaded_file_names_its_bytes(site: Site) -> None:
    """Scripts, style sheet, mark, plotly and the search data of both years carry the digest of their own bytes."""
    loaded: set[str] = set()
    for page, address in list_loaded(site):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address.partition("?")[0]))
        assert hashlib.sha256(read_artifact(site, path)).hexdigest()[:8] in address, (page, address)
        loaded.add(path)
    assert {"data/2023/search-data.js", "data/2024/search-data.js"} <= loaded
    assert {path for path in site if path.startswith("assets/")} <= loaded


def test_a_new_word_is_a_new_address(site: Site, tmp_path: Path) -> None:
    """When the report says something new, its search data keep their path and are asked for at another address."""
    content = copy_fixture("two_years", tmp_path)
    for ending in ("md", "txt"):
        replace_in(content / "reports" / f"2024.{ending}", "继续植树", "继续植树造林")
    reseal(content / "reports" / "2024.md")
    changed = render(content)
    before, after = (
        {address for page, address in list_loaded(one) if page == "search.html"} for one in (site, changed)
    )
    old, new = ({a for a in group if "/2024/" in a} for group in (before, after))
    assert len(old) == len(new) == 1
    assert old != new
    assert before - old == after - new
    assert "data/2024/search-data.js" in changed


def harm(site: Site, path: str, change: Mapping[str, str]) -> list[str]:
    """Return what the proof says of a site with some words of a file changed."""
    text = read_artifact(site, path).decode("utf-8")
    for old, new in change.items():
        assert re.search(old, text)
        text = re.sub(old, new, text)
    damaged = {**site, path: text.encode("utf-8")}
    return [
        f"{p.place.file} {p.found}"
        for p in check_loaded(read_pages(damaged), damaged, describe_making(damaged))
    ]


@pytest.mark.parametrize(
    ("path", "change", "said"),
    [
        ("search.html", {r"\?v=\w+": ""}, "search.html 载入的「data/2024/search-data.js」"),
        ("search.html", {r"\?v=\w+": "?v=00000000"}, "search.html 载入的「data/2024/search-data.js?v=00000000」"),
        ("2023/full.html", {r"2023/search-data\.js\?v=\w+": "2023/search-data.js"}, "2023/full.html 载入的「../data/"),
        ("data/2024/search-data.js", {"年": "月"}, "载入的「"),
        ("index.html", {r"assets/site\.\w+\.css": "data/datapackage.json"}, "index.html 载入的「data/datapackage"),
    ],
)  # fmt: skip
def test_a_wrong_address_is_found(site: Site, path: str, change: Mapping[str, str], said: str) -> None:
    """An address without a digest, or with that of other bytes, is a fault of the page that has it."""
    assert any(said in words for words in harm(site, path, change))


def test_a_file_in_a_style_sheet_is_found(site: Site) -> None:
    """A style sheet that asks for a file of the site names its bytes too; a picture written into it loads nothing."""
    path = next(path for path in site if path.endswith(".css"))
    css = read_artifact(site, path)
    for added, wrong in ((b"a{background:url(data:,)}", False), (b"a{src:url('font.woff2')}", True)):
        damaged = {**site, path: css + added}
        said = [p.found for p in check_loaded(read_pages(damaged), damaged, describe_making(damaged))]
        assert any("font.woff2" in words for words in said) == wrong
