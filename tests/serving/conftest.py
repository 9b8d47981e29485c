"""What do the preview's tests share? A small project in a folder of its own, and a preview of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from built import ROOT
from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.state import Preview
from previews import find_folders, rebuild_preview
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
