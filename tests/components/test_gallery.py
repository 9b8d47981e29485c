"""Is the gallery complete, kept out of the public site, and accessible in every mode?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from axe import list_violations, show
from built import RICH, ROOT, BuiltSite
from chuxiong_site.build.inputs import read_inputs
from chuxiong_site.build.options import Options
from chuxiong_site.publishing.write_site import publish_site
from gallery import PAGE, list_examples, render_gallery

MODES: dict[str, dict[str, str]] = {
    "light": {"theme": "light"},
    "dark": {"theme": "dark"},
    "contrast": {"theme": "contrast"},
    "largest": {"theme": "light", "type_size": "largest"},
}
INPUTS, _ = read_inputs(Options(content=RICH, out=ROOT / "_site", root=ROOT))
NOT_FOR_EXHIBITS = ("landmark-unique",)
"""A page that shows the same component many times over has many landmarks of one name."""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the gallery once."""
    folder = tmp_path_factory.mktemp("gallery") / "out"
    publish_site(render_gallery(INPUTS), folder)
    return folder / PAGE


@pytest.fixture(scope="module")
def gallery_page(gallery: Path, browser: Any) -> Any:
    """Open the gallery once; the tests only change how it is shown."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(gallery.as_uri())
    yield page
    page.close()


def test_every_example_is_shown(gallery: Path) -> None:
    """Each example stands on the page once, under its name."""
    html = gallery.read_text(encoding="utf-8")
    for example in list_examples(INPUTS.templates):
        assert html.count(f'data-example="{example.component}/{example.name}"') == 1


def test_public_site_has_no_gallery(built_site: BuiltSite) -> None:
    """Nothing of the gallery reaches readers."""
    assert PAGE not in built_site.site
    assert not [path for path, html in built_site.pages.items() if "gallery" in html]
    (stylesheet,) = (
        path for path in built_site.site if path.startswith("assets/site.") and path.endswith(".css")
    )
    assert b"gallery" not in built_site.read(stylesheet)


def test_command_publishes_it(tmp_path: Path) -> None:
    """`tools/gallery.py DIR` writes the page, and leaves a folder alone that holds something else."""
    command = [sys.executable, "tools/gallery.py"]
    options: dict[str, Any] = {"capture_output": True, "text": True, "encoding": "utf-8"}
    options["env"] = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    made = subprocess.run([*command, str(tmp_path / "out")], check=False, cwd=ROOT, **options)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "out" / PAGE).is_file()
    refused = subprocess.run([*command, str(tmp_path)], check=False, cwd=ROOT, **options)
    assert refused.returncode == 1
    assert "不是" in refused.stderr


@pytest.mark.needs("axe-core")
@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(gallery_page: Any, mode: str, width: int) -> None:
    """No example breaks an accessibility rule, in any mode, on a phone or a desk."""
    show(gallery_page, width=width, **MODES[mode])
    assert list_violations(gallery_page, off=NOT_FOR_EXHIBITS) == []


@pytest.mark.browser
@pytest.mark.parametrize("type_size", ["", "largest"])
def test_nothing_sticks_out(gallery_page: Any, type_size: str) -> None:
    """On the narrowest phone not even the awkward examples make the page scroll sideways."""
    show(gallery_page, type_size=type_size, width=320)
    assert gallery_page.evaluate(OVERFLOW) <= 0
