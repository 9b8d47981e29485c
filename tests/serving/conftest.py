"""What do the preview's tests share? A small project in a folder of its own, a preview of it, and the desk in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from built import ROOT
from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.http import PreviewServer
from chuxiong_site.serving.state import Preview
from previews import find_folders, rebuild_preview, serve_soundly
from sample_projects import copy_fixture


@pytest.fixture
def options(tmp_path: Path, known_words: Path) -> Options:
    """Return options for a copy of the small project that has templates of its own, and words that were cut before."""
    content = copy_fixture("small", tmp_path)
    shutil.copytree(known_words, tmp_path / ".cache")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return Options(content=content, out=tmp_path / "_site", root=tmp_path)


@pytest.fixture
def folders(options: Options) -> Folders:
    """Return where the preview finds its own files and the content."""
    return find_folders(options.content)


@pytest.fixture
def preview(options: Options) -> Preview:
    """Return a preview that shows the small project."""
    made = Preview()
    outcome = rebuild_preview(made, options)
    assert isinstance(outcome, Outcome)
    assert outcome.problems == ()
    return made


@pytest.fixture
def desk_server(content: Path) -> Iterator[PreviewServer]:
    """Serve the content of a test from a thread."""
    with serve_soundly(Preview(), find_folders(content)) as made:
        yield made


@pytest.fixture
def desk_page(new_context: Callable[..., Any], desk_server: PreviewServer) -> Iterator[Any]:
    """Open the desk; what its policy blocks or its scripts complain of is a fault."""
    page = new_context(viewport={"width": 1024, "height": 768}).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda message: (
            faults.append(message.text)
            if message.type == "error" and "status of 4" not in message.text
            else None
        ),
    )
    page.goto(f"{desk_server.url}_preview/desk.html")
    page.wait_for_selector(".number")
    yield page
    assert faults == []
