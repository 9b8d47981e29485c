"""Does the Nu HTML checker accept every built page and every example? It runs where Java is installed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from built import ROOT, BuiltSite
from chuxiong_site.content.read_files import read_templates
from chuxiong_site.rendering.kit import create_environment
from gallery import list_examples, render_example
from npm_tools import require

pytestmark = pytest.mark.needs("Java", "vnu-jar")

TEMPLATES, _ = read_templates(ROOT / "templates")
PAGE = '<!doctype html><html lang="zh-CN"><head><title>{name}</title></head><body><main>\n{html}\n</main></body></html>'


def list_errors(*paths: Path) -> list[str]:
    """Return what the checker calls an error, with its place."""
    command = [
        str(require("Java")),
        "-jar",
        str(require("vnu-jar")),
        "--format",
        "json",
        "--errors-only",
        "--skip-non-html",
        "--exit-zero-always",
    ]
    made = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    messages = json.loads(made.stderr)["messages"]
    return [f"{entry['url']}:{entry.get('lastLine')}: {entry['message']}" for entry in messages]


def test_every_page_is_valid(built_site: BuiltSite, tmp_path: Path) -> None:
    """No page of the site has an error, nor any example on a page of its own."""
    environment = create_environment(TEMPLATES)
    for example in list_examples(TEMPLATES):
        page = PAGE.format(name=example.id, html=render_example(environment, example))
        (tmp_path / f"{example.id}.html").write_text(page, encoding="utf-8")
    assert list_errors(built_site.folder, tmp_path) == []


def test_errors_are_found(tmp_path: Path) -> None:
    """An id given twice and a paragraph inside a span are errors."""
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="zh-CN"><title>页</title><p id="a">一</p><p id="a">二</p><span><p>三</p></span>',
        encoding="utf-8",
    )
    assert len(list_errors(tmp_path / "page.html")) >= 2
