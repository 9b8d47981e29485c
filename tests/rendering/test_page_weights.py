"""Do the pages keep to their budgets? Sizes are gzipped, as servers send them."""

from __future__ import annotations

import gzip
import re

import pytest

from built import BuiltSite

KB = 1024
READING = 30 * KB
"""Home and section pages, HTML and style sheet."""
PAGE = 60 * KB
"""Any page with all it loads before Plotly."""
SCRIPT = 20 * KB
SEARCH_DATA = 12 * KB


def weigh(data: bytes) -> int:
    """Return the size as sent."""
    return len(gzip.compress(data, mtime=0))


def list_loaded(site: BuiltSite, path: str, pattern: str) -> list[str]:
    """Return the files of the site that a page loads, by what their tags look like."""
    html = site.pages[path]
    root = "../" * path.count("/")
    return [address.removeprefix(root).partition("?")[0] for address in re.findall(pattern, html)]


STYLE = r'<link rel="stylesheet" href="([^"]+)"'
SCRIPTS = r'<script[^>]* src="([^"]+)"'


@pytest.fixture(scope="module")
def weights(built_site: BuiltSite) -> dict[str, int]:
    """Return every file's size as sent, Plotly left out."""
    return {path: weigh(built_site.read(path)) for path in built_site.site if "plotly" not in path}


def test_reading_pages_are_light(built_site: BuiltSite, weights: dict[str, int]) -> None:
    """Home and every section page, with the style sheet, are at most 30 KB."""
    for path in ("index.html", *built_site.section_paths):
        styles = list_loaded(built_site, path, STYLE)
        assert styles, path
        assert weights[path] + sum(weights[style] for style in styles) <= READING, path


def test_every_page_is_light(built_site: BuiltSite, weights: dict[str, int]) -> None:
    """Any page with all its files is at most 60 KB in at most 6 requests; its script 20 KB, search data apart."""
    for path in built_site.reading_paths:
        styles, scripts = (list_loaded(built_site, path, pattern) for pattern in (STYLE, SCRIPTS))
        assert weights[path] + sum(weights[file] for file in (*styles, *scripts)) <= PAGE, path
        assert sum(weights[file] for file in scripts if not file.startswith("data/")) <= SCRIPT, path
        assert 1 + len(styles) + len(scripts) <= 6, path


def test_search_data_are_light(weights: dict[str, int]) -> None:
    """What search needs of this report is at most 12 KB."""
    sizes = [size for path, size in weights.items() if path.endswith("search-data.js")]
    assert sizes
    assert max(sizes) <= SEARCH_DATA


def test_plotly_is_not_loaded_by_tags(built_site: BuiltSite) -> None:
    """No page loads Plotly by itself: the script fetches it when a chart is wanted."""
    for path in built_site.pages:
        assert not [file for file in list_loaded(built_site, path, SCRIPTS) if "plotly" in file], path


def test_shared_files_are_named_by_content(built_site: BuiltSite) -> None:
    """Style sheet, scripts, mark and Plotly carry a hash in their names, so caches never mix two builds."""
    shared = [path for path in built_site.site if path.startswith("assets/")]
    assert shared
    assert all(re.fullmatch(r"assets/[\w.-]+\.[0-9a-f]{8}\.(css|js|png)", path) for path in shared)
