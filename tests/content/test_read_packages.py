"""Which plotly.js is found, and does a page know enough to load it without a word from the content policy?"""

from __future__ import annotations

import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

from built import FIXTURES, ROOT, build_project
from chuxiong_site.content import read_packages
from chuxiong_site.content.read_packages import read_chart_library, read_versions
from chuxiong_site.content.read_program import SHAPING
from chuxiong_site.model.site import make_artifact
from chuxiong_site.version import __version__

STYLE = b'document.createElement("style")'


def test_without_npm_it_is_the_full_bundle(tmp_path: Path) -> None:
    """The Python package's own bundle: named so, its size as sent in words, every style it would add known by its id."""
    library = read_chart_library(tmp_path)
    bundle = make_artifact(library.bundle)
    assert library.is_full
    assert library.path == f"assets/plotly-full-{library.version}.{library.digest}.js"
    assert library.size == "1.5 MB"
    # One is made by a function that keeps off where it finds a place of its own; the page has that place always.
    assert len(library.style_ids) == bundle.count(STYLE) - 1
    assert all(f'getElementById("{id}")'.encode() in bundle for id in library.style_ids)  # noqa: A001


@pytest.mark.parametrize(("name", "edition"), [("plotly.js-basic-dist-min/plotly-basic.min.js", "basic")])
def test_npms_bundle_comes_first(tmp_path: Path, name: str, edition: str) -> None:
    """What npm has installed is taken, with the version that its head tells."""
    path = tmp_path / "node_modules" / name
    path.parent.mkdir(parents=True)
    path.write_text("/**\n* plotly.js (basic - minified) v9.8.7\n*/", encoding="utf-8")
    library = read_chart_library(tmp_path)
    assert (library.edition, library.version, library.is_full) == (edition, "9.8.7", False)
    assert library.style_ids == ()


def test_a_site_without_npm_loads_it_only_when_asked(tmp_path: Path) -> None:
    """Every page with charts says so and the size, holds the places that keep styles out, and no page fetches ahead."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    site = build_project(FIXTURES / "small", tmp_path / "_site", root=tmp_path)
    charts = [html for html in site.pages.values() if 'name="plotly-src"' in html]
    assert charts
    for html in charts:
        assert "assets/plotly-full-" in html
        assert ' data-size="1.5 MB">' in html
        assert html.count("<template id=") == 2
    for html in site.pages.values():
        assert "prefetch" not in html
        assert "preload" not in html
    assert "完整版，压缩后约 1.5 MB，读者要看互动图时才载入。" in site.pages["about.html"]


def test_versions_are_those_that_are_installed() -> None:
    """What the names of folders say is what the packages say of themselves."""
    versions = read_versions()
    assert versions["chuxiong-site"] == __version__
    assert {name: versions[name] for name in SHAPING} == {name: version(name) for name in SHAPING}


def test_versions_of_an_older_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a folder that says no version alone, and of a package that is not there, others are asked."""
    monkeypatch.setattr(
        read_packages, "list_packages", lambda: ["jieba-9.9.egg-info", "Jinja2-1.2.dist-info"]
    )
    monkeypatch.setattr(read_packages, "SHAPING", ("jieba", "jinja2", "no-such-package"))
    versions = read_versions()
    assert versions["jieba"] == version("jieba")
    assert versions["jinja2"] == "1.2"
    assert versions["no-such-package"] == ""
