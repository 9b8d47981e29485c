"""Does a project's theme reach every surface, and only through the tokens?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import FIXTURES, BuiltSite, build_project
from chuxiong_site.analysis.palette import compute_palette
from chuxiong_site.model.catalogue import Appearance
from chuxiong_site.proof import prove_site
from chuxiong_site.rendering.frame.theme import render_theme
from sample_projects import check_content, copy_fixture

ACCENT = "#1f5f8b"
RED = re.compile("#a3271d", re.IGNORECASE)


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return a project with an accent, a logo, a serif and charts; it is proved as it is built."""
    content = copy_fixture("rich", tmp_path_factory.mktemp("themed"))
    logo = FIXTURES / "two_years" / "logo.svg"
    (content / "logo.svg").write_bytes(logo.read_bytes())
    with (content / "site.yaml").open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(f'theme: {{accent: "{ACCENT}", logo: logo.svg, font: serif}}\n')
    return build_project(content, content.parent / "_site", allowed=frozenset({"W407"}))


def test_without_a_theme_there_are_no_rules() -> None:
    """The tokens stay as they are."""
    assert render_theme(Appearance()) == ""
    assert render_theme(Appearance(font="sans")) == ""


def test_each_scheme_has_its_accent(themed: BuiltSite) -> None:
    """Light, dark and high contrast are set in the shared style sheet, by the reader's system as by choice."""
    [path] = [path for path in themed.site if path.startswith("assets/site.") and path.endswith(".css")]
    css = themed.read(path).decode("utf-8")
    palette = compute_palette(ACCENT)
    assert css.count(f"--lacquer:{palette.light}") == 1
    assert css.count(f"--lacquer:{palette.dark}") == 2
    assert css.count(f"--lacquer:{palette.contrast}") == 2
    assert "--font-official:var(--font-title)" in css


def test_paper_stays_black_and_as_documents_are(themed: BuiltSite) -> None:
    """On paper neither accent nor font is the project's."""
    [path] = [path for path in themed.site if path.startswith("assets/site.") and path.endswith(".css")]
    paper = themed.read(path).decode("utf-8").rpartition("@media print")[2]
    assert "--lacquer:#000000" in paper
    assert "--chart-2:var(--lacquer)" in paper
    assert "--font-official:FangSong" in paper


def test_nothing_keeps_the_other_accent(themed: BuiltSite) -> None:
    """Pages, charts as pictures, as data and as files, the icon and the page of errors follow the accent."""
    texts = {
        path: themed.read(path).decode("utf-8") for path in themed.site if path.endswith((".html", ".svg"))
    }
    assert [path for path, text in texts.items() if RED.search(text) and not path.startswith("data/2")] == []
    charts = [path for path in texts if path.startswith("data/") and path.endswith(".svg")]
    assert any(compute_palette(ACCENT).mark.upper() in texts[path] for path in charts)
    assert all(not RED.search(texts[path]) for path in charts)
    assert ACCENT in texts["404.html"]


def test_the_logo_stands_on_every_page(themed: BuiltSite) -> None:
    """Its address names its bytes, it says nothing, and the site's name stays beside it as words."""
    [path] = [path for path in themed.site if path.startswith("assets/logo.")]
    assert themed.read(path) == (FIXTURES / "two_years" / "logo.svg").read_bytes()
    for page in themed.reading_paths:
        root = "../" * page.count("/")
        if page != "404.html":
            name = "Qinghe Annual Reports" if page.startswith("en/") else "青禾年报站"
            assert f'<img class="masthead__logo" src="{root}{path}" alt="">{name}' in themed.pages[page]


def test_another_logo_is_noticed(themed: BuiltSite) -> None:
    """The proof knows the bytes of the logo."""
    [path] = [path for path in themed.site if path.startswith("assets/logo.")]
    problems = prove_site(themed.findings, {**themed.site, path: b"<svg/>"})
    assert any(path.partition("/")[2] in problem.found for problem in problems)


@pytest.mark.parametrize("accent", ["#ffff00", "#ffffff", "#808080", "#fbfaf6"])
def test_a_weak_accent_is_told_and_mended(accent: str, tmp_path: Path) -> None:
    """A reminder names contrast and the nearest colour that passes; with that one there is none."""
    content = copy_fixture("small", tmp_path)
    site = content / "site.yaml"
    plain = site.read_text(encoding="utf-8")
    site.write_text(f'{plain}theme: {{accent: "{accent}"}}\n', encoding="utf-8", newline="\n")
    [problem] = check_content(content).problems
    better = compute_palette(accent).light
    assert (problem.code, better in problem.expected) == ("W531", True)
    site.write_text(f'{plain}theme: {{accent: "{better}"}}\n', encoding="utf-8", newline="\n")
    assert check_content(content).problems == ()
