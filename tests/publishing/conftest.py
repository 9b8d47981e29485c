"""What do the publishing tests start from? A published site, and both ways of swapping."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from folders import FIRST

from chuxiong_site.cli import options
from chuxiong_site.publishing import swap
from chuxiong_site.publishing.write_site import publish_site
from command_runs import Run, create_run
from sample_projects import copy_fixture


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an output folder in which a site was published."""
    folder = tmp_path / "_site"
    publish_site(FIRST, folder)
    return folder


@pytest.fixture(params=["kernel", "two steps"])
def swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Swap folders in one step of the kernel where that exists, and in two steps."""
    if request.param == "two steps":
        monkeypatch.setattr(swap, "exchange", lambda _a, _b: False)
    return str(request.param)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path, known_words: Path
) -> Run:
    """Run a command in a small project without templates of its own, with words that were cut before."""
    copy_fixture("small", tmp_path)
    shutil.copytree(known_words, tmp_path / ".cache")
    monkeypatch.setattr(options, "ROOT", tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path)
    return create_run(monkeypatch, capfd)
